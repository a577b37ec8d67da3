internal import Raster
internal import Regions

// Signs, in a drawing's lines, of an enclosed region that may be a hole: a place between arm and body where the
// ground shows.
//
// Idea: the ground never meets itself across a line, so a hole does not border on the ground around the
// figure; what encloses it is limbs and trunk, which have the ground on their other side; nobody
// draws folds on it, and nothing floats in it; and it is not as thin as a strand. None of these signs proves a hole: a cloak's lining seen
// between arm and body has them all. `HoleSigns+Chance.swift` weighs them.
// Cost: O(borders) a region of some size, of which there are some hundreds at most, and one pass over the ink.

/// The signs by which a hole is told from a part of the figure.
struct HoleSigns: Hashable, Sendable {
  /// Its paper over the whole figure's, 0…1.
  var size: Double
  /// The share of the neighbours' borders that is ground's, 0…1, each neighbour weighed by its share of the
  /// region's border.
  var exposure: Double
  /// The share of its border that closed gaps make up, 0…1.
  var openness: Double
  /// The width of its widest place over the side of a square of its area: about 1.1 for a disc.
  var thickness: Double
  /// Whether strokes stand inside of it.
  var isMarked: Bool
}

extension HoleSigns {
  /// A hole has no border with the ground; where a line frays, up to this share of one.
  private static let groundLimit = 0.02
  /// Smaller ones, in shares of the figure, are slits between locks of hair as often as holes.
  private static let leastSize = 0.0015
  /// Stray dots are no marks: strokes or regions inside are, from this share of the region's pixels on.
  private static let leastMarks = 0.001

  /// The signs of every region; nil where it cannot be a hole.
  static func signs(
    of map: RegionMap, graph: RegionGraph, lineArt: LineArt, work: Work
  ) throws(Cancelled) -> RegionTable<HoleSigns?> {
    let figure = map.regions.reduce(0) { $0 + ($1.isBackground ? 0 : $1.area) }
    let marks = try strokesInside(map, lineArt: lineArt, work: work)
    let limbs = limbs(map, graph: graph)
    let exposures = exposures(map, graph: graph, limbs: limbs)
    return RegionTable(map) { region in
      let borders = graph.neighbours(of: region.label)
      let length = borders.reduce(0) { $0 + $1.border.length }
      let ground = borders.reduce(0) { $0 + (map[$1.label].isBackground ? $1.border.length : 0) }
      let size = Double(region.area) / Double(max(1, figure))
      guard !region.isBackground, ground < groundLimit * length, size >= leastSize else {
        return nil
      }
      let around = connectedToGround(map, graph: graph, without: region.label)
      let floating = borders.reduce(0) { $0 + (around[$1.label] ? 0 : map[$1.label].area) }
      // One limb alone encloses an emblem, a button, or a face.
      let enclosing = Set(
        borders.lazy.filter { around[$0.label] }.map { limbs[$0.label] }
      ).subtracting([limbs[region.label]])
      guard enclosing.count > 1, Double(floating) < leastMarks * Double(region.area) else {
        return nil
      }
      return HoleSigns(
        size: size, exposure: exposures[region.label],
        openness: borders.reduce(0) { $0 + $1.border.closing } / length,
        thickness: 2 * region.insideRadius / Double(region.area).squareRoot(),
        isMarked: Double(marks[region.label]) >= leastMarks * Double(region.area))
    }
  }

  /// Of each region, whether a way over borders leads from it to the ground that does not cross one region. What
  /// lies inside of that region has none: a face's eyes, a coat's buttons.
  private static func connectedToGround(
    _ map: RegionMap, graph: RegionGraph, without excluded: UInt16
  ) -> RegionTable<Bool> {
    var isReached = RegionTable(map) { $0.isBackground }
    var open = map.regions.filter(\.isBackground).map(\.label)
    while let label = open.popLast() {
      for (other, _) in graph.neighbours(of: label) where other != excluded && !isReached[other] {
        isReached[other] = true
        open.append(other)
      }
    }
    return isReached
  }

  /// The limb of each region, named by one of its regions: only trace lines part these, as they run within a limb.
  private static func limbs(_ map: RegionMap, graph: RegionGraph) -> RegionTable<UInt16> {
    var limbs = DisjointSets(count: map.regions.count + 1)
    for border in graph.borders
    where border.kind == .trace && !map[border.first].isBackground
      && !map[border.second].isBackground
    {
      _ = limbs.unite(Int(border.first), Int(border.second))
    }
    return RegionTable(map) { UInt16(limbs.representative(of: Int($0.label))) }
  }

  /// The share of ground in the borders of the limbs around each region, 0…1.
  private static func exposures(_ map: RegionMap, graph: RegionGraph, limbs: RegionTable<UInt16>)
    -> RegionTable<Double>
  {
    /// Of each limb the length of its border, and of that with the ground.
    var lengths = RegionTable(repeating: 0.0, count: limbs.count)
    var exposed = lengths
    for border in graph.borders where limbs[border.first] != limbs[border.second] {
      for (own, other) in [(border.first, border.second), (border.second, border.first)] {
        lengths[limbs[own]] += border.length
        if map[other].isBackground { exposed[limbs[own]] += border.length }
      }
    }
    return RegionTable(map) { region in
      let own = limbs[region.label]
      var exposure = 0.0
      var whole = 0.0
      for (label, border) in graph.neighbours(of: region.label) {
        whole += border.length
        let other = limbs[label]
        guard other != own, !map[label].isBackground else { continue }
        exposure += border.length * exposed[other] / lengths[other]
      }
      return whole > 0 ? exposure / whole : 0
    }
  }

  /// The stroke pixels well inside of each region: farther from others, along both axes, than the
  /// lines that bound it are wide.
  private static func strokesInside(_ map: RegionMap, lineArt: LineArt, work: Work)
    throws(Cancelled) -> RegionTable<Int>
  {
    var counts = RegionTable(repeating: 0, count: map.regions.count)
    let reach = max(2, Int((1.5 * lineArt.strokeWidth).rounded()))
    let (width, height) = (map.width, map.height)
    let labels = map.labels.elements.span
    let strokes = lineArt.strokes.elements.span
    for y in 0..<height {
      if y & 63 == 0 { try work.checkCancelled() }
      guard y >= reach, y + reach < height, width > 2 * reach else { continue }
      for x in reach..<width - reach where strokes[y * width + x] != .paper {
        let index = y * width + x
        let label = labels[index]
        if labels[index - reach] == label && labels[index + reach] == label
          && labels[index - reach * width] == label && labels[index + reach * width] == label
        {
          counts[label] += 1
        }
      }
    }
    return counts
  }
}
