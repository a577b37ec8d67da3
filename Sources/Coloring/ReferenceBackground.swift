import Raster
import Regions

/// Finds which regions of a coloured drawing are the ground it stands on.
///
/// Transparent regions are. Else the ground is what most of the picture's upper, left and right edge shows
/// (a figure cut off by the edge stands at the bottom), with the other regions of that colour that
/// touch the edge, and the holes that show it. A region enclosed by the figure counts as a hole only
/// where it has exactly the ground's colour and the ground is not white: white things are common,
/// and a white shirt taken for ground is worse than a hole taken for a shirt.
struct ReferenceBackground {
  /// The regions' mean colours in thousandths of Oklab.
  let means: [SIMD4<Double>]

  func isBackground(of labels: Plane<UInt16>) -> [Bool] {
    let width = labels.width
    let height = labels.height
    var upper = [Int](repeating: 0, count: means.count)
    var lower = upper
    for x in 0..<width {
      upper[Int(labels.elements[x]) - 1] += 1
      lower[Int(labels.elements[(height - 1) * width + x]) - 1] += 1
    }
    for y in 0..<height {
      upper[Int(labels.elements[y * width]) - 1] += 1
      upper[Int(labels.elements[y * width + width - 1]) - 1] += 1
    }
    let isClear = means.map { $0.w < 500 }
    let clearEdge = upper.indices.reduce(0) { $0 + (isClear[$1] ? upper[$1] : 0) }
    if clearEdge * 10 > upper.reduce(0, +) { return isClear }
    guard let ground = upper.indices.max(by: { (upper[$0], $1) < (upper[$1], $0) }) else {
      return []
    }
    let colour = means[ground]
    let isWhite = colour.x > 975
    return means.indices.map { region in
      if region == ground || isClear[region] { return true }
      let difference = means[region] - colour
      let apart = (difference * difference).sum().squareRoot()
      let touches = upper[region] + lower[region] > 0
      return touches ? apart < 20 : apart < 6 && !isWhite
    }
  }
}
