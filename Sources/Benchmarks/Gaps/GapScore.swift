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
    var sizes = RegionTable(repeating: 0, count: found.regions.count)
    var trueSizes = RegionTable(repeating: 0, count: truth.regions.count)
    for (a, b) in zip(truth.labels.elements, found.labels.elements) {
      overlaps[UInt32(a) << 16 | UInt32(b), default: 0] += 1
      trueSizes[a] += 1
      sizes[b] += 1
    }
    regions = truth.regions.count
    area = truth.labels.elements.count
    labels = found.regions.count
    var isRecovered = RegionTable(repeating: false, count: trueSizes.count)
    for (pair, overlap) in overlaps {
      let (a, b) = (UInt16(pair >> 16), UInt16(pair & 0xFFFF))
      let union = trueSizes[a] + sizes[b] - overlap
      if Double(overlap) >= 0.75 * Double(union) { isRecovered[a] = true }
    }
    for a in isRecovered.labels where isRecovered[a] {
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
