import Raster
import Regions

/// Finds which regions of a coloured drawing are the ground it stands on.
///
/// Transparent regions are, where any reach the picture's edge. Else the ground is what most of the upper, left and
/// right edge shows (a figure cut off by the edge stands at the bottom), and with it:
/// - regions of that colour that touch the edge;
/// - a pattern's other colours: those that touch the edge in several places of two sides (hair cut off by the upper
///   edge does so on one);
/// - a pattern's dots: several small regions of one colour that only ground surrounds;
/// - holes in the figure that show exactly the ground's colour.
///
/// White ground asks for more: white things are common, and a white shirt taken for ground is worse than a hole taken
/// for a shirt. There a hole is neither small (eyes) nor large, and only where the drawing's own whites are shaded
/// or off-white does an unshaded one count.
struct ReferenceBackground {
  /// The regions' mean colours in thousandths of Oklab.
  let means: RegionTable<SIMD4<Double>>
  /// Their pixels.
  let areas: RegionTable<Int>
  /// The pairs of regions that share a border.
  let meetings: [(UInt16, UInt16)]
  let labels: Plane<UInt16>
  /// What the drawing stands in: a ruled frame's inside, or the whole. What has nothing in it is ground.
  let picture: Box

  /// Up to this distance two grounds are of one colour.
  private static let alike = 25.0

  func isBackground() -> RegionTable<Bool> {
    let picture = withoutRim()
    var result = groundOfPicture(picture)
    guard picture != labels.bounds else { return result }
    var isInside = RegionTable(repeating: false, count: means.count)
    for y in picture.y..<picture.maxY {
      for x in picture.x..<picture.maxX { isInside[labels[x, y]] = true }
    }
    for label in means.labels where !isInside[label] { result[label] = true }
    return result
  }

  private func groundOfPicture(_ picture: Box) -> RegionTable<Bool> {
    let edge = EdgeShares(labels, of: picture, count: means.count)
    let isClear = means.mapValues { $0.w < 500 }
    if means.labels.contains(where: { isClear[$0] && edge.touches($0) }) {
      return isClear
    }
    guard let ground = edge.upper.labels.max(by: { (edge.upper[$0], $1) < (edge.upper[$1], $0) })
    else { return [] }
    var colors = [ground] + patternColors(edge, apartFrom: ground)
    let isWhite = means[ground].x > 975
    let holes = isWhite ? whiteHoles(in: edge, ground: ground) : []
    var result = RegionTable(
      means.labels.map { region in
        if edge.touches(region) { return colors.contains { apart(region, $0) < Self.alike } }
        return isWhite ? holes.contains(region) : colors.contains { apart(region, $0) < 14 }
      })
    let dots = surrounded(by: result)
    let size = dots.map { areas[$0] }.max() ?? 0
    colors = dotColors(dots)
    for region in touching(result)
    where areas[region] <= size && colors.contains(where: { apart(region, $0) < Self.alike }) {
      result[region] = true
    }
    return result
  }

  /// What the drawing stands in, but for a rim of one region that goes all round it, as a frame at its very edge does.
  private func withoutRim() -> Box {
    let edge = EdgeShares(labels, of: picture, count: means.count)
    let rim = means.labels.first { region in
      let around = edge.upper[region] + edge.lower[region]
      return around * 20 >= (2 * picture.height + 2 * picture.width) * 19
        && areas[region] * 25 < picture.width * picture.height
    }
    guard let rim else { return picture }
    let thick =
      (areas[rim] + picture.width + picture.height) / (picture.width + picture.height) / 2 + 2
    return Box(
      x: picture.x + thick, y: picture.y + thick, width: picture.width - 2 * thick,
      height: picture.height - 2 * thick)
  }

  private func apart(_ a: UInt16, _ b: UInt16) -> Double {
    let difference = means[a] - means[b]
    return (difference * difference).sum().squareRoot()
  }

  /// The enclosed regions of a drawing on white that show the ground.
  private func whiteHoles(in edge: EdgeShares, ground: UInt16) -> [UInt16] {
    let drawn = means.labels.filter { !edge.touches($0) || apart($0, ground) >= Self.alike }
    let figure = drawn.reduce(0) { $0 + areas[$1] }
    let hasWhitesOfItsOwn = drawn.contains { region in
      let mean = means[region]
      return mean.x > 900 && abs(mean.y) < 20 && abs(mean.z) < 20 && apart(region, ground) >= 14
        && areas[region] * 1000 > figure
    }
    guard hasWhitesOfItsOwn else { return [] }
    return drawn.filter { region in
      !edge.touches(region) && apart(region, ground) < 9 && areas[region] * 1000 > figure
        && areas[region] * 8 < figure
    }
  }

  /// One region for each colour that touches two sides in at least two places each, and at least a twelfth of the
  /// edge's length.
  private func patternColors(_ edge: EdgeShares, apartFrom ground: UInt16) -> [UInt16] {
    let whole = edge.upper.reduce(0, +)
    let touching = means.labels.filter { edge.upper[$0] > 0 && apart($0, ground) >= Self.alike }
    return touching.filter { region in
      let same = touching.filter { apart($0, region) < Self.alike }
      let length = same.reduce(0) { $0 + edge.upper[$1] }
      let sides = (0..<3).count { side in same.reduce(0) { $0 + edge.runs[side][$1] } >= 2 }
      return same.first == region && sides >= 2 && length * 12 >= whole
    }
  }

  /// The small regions that only ground surrounds.
  private func surrounded(by isGround: RegionTable<Bool>) -> [UInt16] {
    var isSurrounded = isGround.mapValues { !$0 }
    for (a, b) in meetings {
      if !isGround[a] { isSurrounded[b] = false }
      if !isGround[b] { isSurrounded[a] = false }
    }
    return means.labels.filter { isSurrounded[$0] && areas[$0] * 100 < labels.elements.count }
  }

  /// The regions that ground touches: dots which the figure covers in part are among them.
  private func touching(_ isGround: RegionTable<Bool>) -> [UInt16] {
    var touches = RegionTable(repeating: false, count: means.count)
    for (a, b) in meetings {
      if isGround[a] { touches[b] = true }
      if isGround[b] { touches[a] = true }
    }
    return means.labels.filter { touches[$0] && !isGround[$0] }
  }

  /// One region for each colour that at least four dots have.
  private func dotColors(_ dots: [UInt16]) -> [UInt16] {
    dots.filter { dot in
      let same = dots.filter { apart($0, dot) < Self.alike }
      return same.first == dot && same.count >= 4
    }
  }
}

/// The share of the picture's edge that each region has.
private struct EdgeShares {
  /// Pixels on the upper, left and right edge.
  var upper: RegionTable<Int>
  /// Pixels on the lower edge.
  var lower: RegionTable<Int>
  /// In how many separate places it touches the left, the upper and the right edge.
  var runs: [RegionTable<Int>]

  func touches(_ region: UInt16) -> Bool { upper[region] + lower[region] > 0 }

  init(_ labels: Plane<UInt16>, of picture: Box, count: Int) {
    upper = RegionTable(repeating: 0, count: count)
    lower = upper
    runs = [upper, upper, upper]
    let (left, right) = (picture.x, picture.maxX - 1)
    let sides = [
      (picture.y..<picture.maxY).map { labels[left, $0] },
      (left...right).map { labels[$0, picture.y] },
      (picture.y..<picture.maxY).map { labels[right, $0] },
    ]
    for (side, regions) in sides.enumerated() {
      var previous: UInt16 = 0
      for region in regions {
        upper[region] += 1
        if region != previous { runs[side][region] += 1 }
        previous = region
      }
    }
    for x in left...right { lower[labels[x, picture.maxY - 1]] += 1 }
  }
}
