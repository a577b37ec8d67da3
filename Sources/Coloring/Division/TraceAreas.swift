internal import Raster
internal import Regions

// The regions that are lit or shaded areas of a larger one: those that a trace line sets off.
//
// In cel work a shadow is drawn as a coloured line across an area of one paint, and is closed by it
// and by ink. So a region is an area of its neighbour where a trace line makes up enough of its own
// border and the neighbour is the larger of the two: it has that one's paint. Which of the two is the
// shadow, `TraceTones.swift` tells; of a highlight's line the smaller side is the highlight. One pass over the
// labels.

/// A region that a trace line sets off from others of the same paint.
struct TraceArea: Sendable, Hashable {
  enum Tone: UInt8, Sendable {
    case lit
    case shadow
    case highlight
  }

  /// The region whose paint it shares: the largest of its chain, or itself.
  let parent: UInt16
  let tone: Tone
}

/// The trace areas of a drawing.
struct TraceAreas: Sendable {
  /// The share of a region's border that trace lines must make up.
  private static let leastShare = 0.25

  /// The area of each region; nil for one that no trace line sets off from another.
  let areas: RegionTable<TraceArea?>

  /// - Parameter colours: the meaning of the trace lines' colours.
  init(
    lineArt: LineArt, map: RegionMap, graph: RegionGraph,
    colours: ColoringSettings.TraceColours = .redShadow, work: Work
  ) throws(Cancelled) {
    let lines = try TraceAreas.lines(
      strokes: lineArt.strokes, labels: map.labels, colours: colours, work: work)
    guard !lines.isEmpty else {
      areas = RegionTable(repeating: nil, count: map.regions.count)
      return
    }
    let isSetOff = RegionTable(map) { region -> Bool in
      let borders = graph.borders(of: region.label)
      let traced = borders.reduce(0) { $0 + $1.trace }
      return !region.isBackground && traced > 0
        && traced >= TraceAreas.leastShare * borders.reduce(0) { $0 + $1.length }
    }
    var tonal: [RegionPair: TraceBorder] = [:]
    for border in graph.borders where border.kind == .trace {
      let pair = RegionPair(border.first, border.second)
      guard let line = lines[pair], !map[pair.first].isBackground, !map[pair.second].isBackground,
        isSetOff[pair.first] || isSetOff[pair.second]
      else { continue }
      tonal[pair] = line
    }
    let shadowed = shadowedRegions(tonal, map: map)
    let parents = RegionTable(map) { region -> UInt16? in
      guard isSetOff[region.label] else { return nil }
      return TraceAreas.parent(of: region, map: map, graph: graph)
    }
    areas = RegionTable(map) { region in
      // Parents are ever larger, so the chain ends.
      var root = region.label
      while let next = parents[root] { root = next }
      if let parent = parents[region.label],
        tonal[RegionPair(region.label, parent)]?.isHighlight == true
      {
        return TraceArea(parent: root, tone: .highlight)
      }
      if shadowed.contains(region.label) { return TraceArea(parent: root, tone: .shadow) }
      return root == region.label ? nil : TraceArea(parent: root, tone: .lit)
    }
  }

  /// The larger neighbour beyond the longest trace line; of equal areas the smaller label counts as larger.
  private static func parent(of region: Region, map: RegionMap, graph: RegionGraph) -> UInt16? {
    let larger = graph.neighbours(of: region.label).filter { label, border in
      let other = map[label]
      return !other.isBackground && border.kind == .trace
        && (other.area, region.label) > (region.area, other.label)
    }
    return larger.max { ($0.border.trace, $1.label) < ($1.border.trace, $0.label) }?.label
  }

  /// The trace lines that lie where two regions meet.
  private static func lines(
    strokes: Plane<Stroke>, labels: Plane<UInt16>, colours: ColoringSettings.TraceColours,
    work: Work
  ) throws(Cancelled) -> [RegionPair: TraceBorder] {
    var lines: [RegionPair: TraceBorder] = [:]
    let width = labels.width
    let all = strokes.elements.span
    let labelled = labels.elements.span
    for y in 0..<labels.height {
      if y % 64 == 0 { try work.checkCancelled() }
      let start = y * width
      for index in start..<start + width {
        let stroke = all[index]
        guard stroke.isTrace else { continue }
        let meaning = colours.meaning(of: stroke)
        let label = labelled[index]
        func add(_ other: UInt16, _ step: SIMD2<Int>) {
          guard other != label else { return }
          lines[RegionPair(label, other), default: TraceBorder()]
            .add(meaning, across: label < other ? step : 0 &- step)
        }
        if index + 1 < start + width { add(labelled[index + 1], SIMD2(1, 0)) }
        if y + 1 < labels.height { add(labelled[index + width], SIMD2(0, 1)) }
      }
    }
    return lines
  }
}
