import Raster
import Regions

/// How well regions agree with the true ones.
struct GapScore: Codable {
  /// True regions, and how many of them have a label with IoU of at least 0.75.
  var regions = 0
  var recovered = 0
  /// The same in pixels.
  var area = 0
  var recoveredArea = 0
  /// Labels made.
  var labels = 0

  var share: Double { Double(recovered) / Double(max(1, regions)) }
  var areaShare: Double { Double(recoveredArea) / Double(max(1, area)) }
  var labelsPerRegion: Double { Double(labels) / Double(max(1, regions)) }

  init() {}

  init(truth: RegionMap, found: RegionMap) {
    var overlaps: [UInt32: Int] = [:]
    var sizes = [Int](repeating: 0, count: found.regions.count + 1)
    var trueSizes = [Int](repeating: 0, count: truth.regions.count + 1)
    for (a, b) in zip(truth.labels.elements, found.labels.elements) {
      overlaps[UInt32(a) << 16 | UInt32(b), default: 0] += 1
      trueSizes[Int(a)] += 1
      sizes[Int(b)] += 1
    }
    regions = truth.regions.count
    area = truth.labels.elements.count
    labels = found.regions.count
    var isRecovered = [Bool](repeating: false, count: trueSizes.count)
    for (pair, overlap) in overlaps {
      let a = Int(pair >> 16)
      let union = trueSizes[a] + sizes[Int(pair & 0xFFFF)] - overlap
      if Double(overlap) >= 0.75 * Double(union) { isRecovered[a] = true }
    }
    for a in isRecovered.indices where isRecovered[a] {
      recovered += 1
      recoveredArea += trueSizes[a]
    }
  }

  static func + (a: GapScore, b: GapScore) -> GapScore {
    var sum = a
    sum.regions += b.regions
    sum.recovered += b.recovered
    sum.area += b.area
    sum.recoveredArea += b.recoveredArea
    sum.labels += b.labels
    return sum
  }
}
