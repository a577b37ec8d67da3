internal import Raster
internal import Regions

// Which regions are shadow or highlight areas of a larger one: those that a trace line sets off.
//
// In cel work a shadow is drawn as a coloured line across an area of one paint, and is closed by it
// and by ink. So a region is an area of its neighbour where a trace line makes up enough of its own
// border and the neighbour is the larger of the two; the line's colour says which kind it is (blue
// for highlights, red and green for shadows and second shadows). One pass over the labels; what it
// cannot tell is a shadow larger than the lit rest of its part.

/// A region that a trace line sets off from a larger one of the same paint.
struct TraceArea: Sendable, Hashable {
  enum Kind: Sendable {
    case shadow
    case highlight
  }

  /// The region whose paint it shares: the largest of its chain.
  let parent: UInt16
  let kind: Kind
}

/// The trace areas of a drawing.
struct TraceAreas: Sendable {
  /// The share of a region's border that trace lines must make up.
  private static let leastShare = 0.25

  /// `areas[label - 1]`; nil for an ordinary region.
  let areas: [TraceArea?]

  init(lineArt: LineArt, map: RegionMap, graph: RegionGraph) {
    let colours = TraceAreas.countColours(strokes: lineArt.strokes, labels: map.labels)
    var parents = [UInt16?](repeating: nil, count: map.regions.count)
    if !colours.isEmpty {
      for region in map.regions where !region.isBackground {
        parents[Int(region.label) - 1] = TraceAreas.parent(of: region, map: map, graph: graph)
      }
    }
    areas = map.regions.map { region in
      guard let first = parents[Int(region.label) - 1] else { return nil }
      // Parents are ever larger, so the chain ends.
      var root = first
      while let next = parents[Int(root) - 1] { root = next }
      let count = colours[Pair(region.label, first)] ?? ColourCount()
      return TraceArea(parent: root, kind: count.blue > count.other ? .highlight : .shadow)
    }
  }

  private static func parent(of region: Region, map: RegionMap, graph: RegionGraph) -> UInt16? {
    let neighbours = graph.neighbours(of: region.label)
    let whole = neighbours.reduce(0) { $0 + $1.border.length }
    let traced = neighbours.reduce(0) { $0 + $1.border.trace }
    guard traced > 0, traced >= leastShare * whole else { return nil }
    let larger = neighbours.filter { label, border in
      let other = map[label]
      return !other.isBackground && border.kind == .trace
        && (other.area, region.label) > (region.area, other.label)
    }
    return larger.max { ($0.border.trace, $1.label) < ($1.border.trace, $0.label) }?.label
  }

  private struct Pair: Hashable {
    let first: UInt16
    let second: UInt16

    init(_ a: UInt16, _ b: UInt16) {
      first = min(a, b)
      second = max(a, b)
    }
  }

  private struct ColourCount {
    var blue = 0
    var other = 0

    mutating func add(_ stroke: Stroke) {
      if stroke == .blueTrace { blue += 1 } else { other += 1 }
    }
  }

  /// How many trace pixels of which colour lie where two regions meet.
  private static func countColours(strokes: Plane<Stroke>, labels: Plane<UInt16>) -> [Pair:
    ColourCount]
  {
    var counts: [Pair: ColourCount] = [:]
    let width = labels.width
    for y in 0..<labels.height {
      let start = y * width
      for index in start..<start + width {
        let stroke = strokes.elements[index]
        if stroke == .paper || stroke == .ink { continue }
        let label = labels.elements[index]
        let right = index + 1 < start + width ? labels.elements[index + 1] : label
        let below = y + 1 < labels.height ? labels.elements[index + width] : label
        if right != label { counts[Pair(label, right), default: ColourCount()].add(stroke) }
        if below != label { counts[Pair(label, below), default: ColourCount()].add(stroke) }
      }
    }
    return counts
  }
}
