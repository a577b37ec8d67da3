internal import Raster
internal import Regions

/// The product of the stage `regions`: a drawing's regions, how they touch, which are trace areas and which may be holes.
struct DividedDrawing: Sendable {
  let map: RegionMap
  let graph: RegionGraph
  /// The trace areas; nil for a region that no trace line sets off.
  let areas: RegionTable<TraceArea?>
  /// The signs that speak for a hole; nil for a region that cannot be one.
  let holes: RegionTable<HoleSigns?>

  init(
    _ lineArt: LineArt, gap: Double?, chances: GroundChances? = nil,
    seen: SeenParts? = nil, edits: RegionEdits,
    traceColours: ColoringSettings.TraceColours = .redShadow, work: Work
  ) throws(Cancelled) {
    let map = try RegionMap(
      lineArt, gap: gap, chances: chances, seen: seen, edits: edits, work: work.within(0...0.8))
    graph = try RegionGraph(map: map, lineArt: lineArt, work: work.within(0.8...0.95))
    areas = try TraceAreas(
      lineArt: lineArt, map: map, graph: graph, colours: traceColours, work: work
    ).areas
    holes = try HoleSigns.signs(of: map, graph: graph, lineArt: lineArt, work: work)
    self.map = map.withTraceLinesInTheDark(lineArt, areas: areas)
  }
}
