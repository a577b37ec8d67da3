public import Raster
public import Regions

/// The matcher's knowledge of a divided picture; made in the same way from a drawing and from a
/// reference.
public struct RegionDescriptors: Sendable {
  let map: RegionMap
  let graph: RegionGraph
  let view: MatchingView
  let shapes: RegionTable<RegionShape>
  let looks: RegionTable<RegionLook>
  /// The paint of each region: a reference's palette entries, -1 for its ground; in a drawing each
  /// its own.
  let paints: RegionTable<Int>
  /// The engine's features, where it makes any.
  var features: Features?

  /// The descriptors of a drawing.
  ///
  /// - Parameter darkness: `[H, W]` of the map: how dark the ink is at each pixel, 0…255.
  /// - Complexity: O(pixels), one pass; what follows is bounded.
  public init(map: RegionMap, graph: RegionGraph, darkness: Plane<UInt8>, work: Work)
    throws(Cancelled)
  {
    precondition(
      darkness.width == map.width && darkness.height == map.height,
      "ink of \(darkness.width)×\(darkness.height) for a map of \(map.width)×\(map.height)")
    let frame = Self.frame(of: map)
    let lines = try ViewLines.ofInk(darkness, frame: frame, work: work)
    try self.init(
      map: map, graph: graph, frame: frame, lines: lines,
      paints: RegionTable(Array(map.regions.indices)), work: work)
  }

  /// The descriptors of a drawing.
  public init(map: RegionMap, graph: RegionGraph, lineArt: LineArt, work: Work) throws(Cancelled) {
    try self.init(map: map, graph: graph, darkness: lineArt.darkness, work: work)
  }

  /// The descriptors of a reference.
  ///
  /// - Parameter image: the picture that the reference was read from.
  /// - Complexity: O(pixels), one pass; what follows is bounded.
  public init(_ reference: Reference, image: Image, work: Work) throws(Cancelled) {
    let frame = Self.frame(of: reference.map)
    let lines = try ViewLines.ofColours(image, frame: frame, work: work)
    try self.init(
      map: reference.map, graph: reference.graph, frame: frame, lines: lines,
      paints: Self.paints(of: reference.map, entries: reference.entries), work: work)
  }

  /// The descriptors of a reference, of which the lines are known.
  ///
  /// - Parameter lines: as `view.levels[0]` had them.
  init(
    ofReference map: RegionMap, graph: RegionGraph, entries: RegionTable<Int>, lines: Plane<Float>
  ) throws(BrokenBytes) {
    let frame = Self.frame(of: map)
    guard lines.width == frame.width, lines.height == frame.height else { throw BrokenBytes() }
    do throws(Cancelled) {
      try self.init(
        map: map, graph: graph, frame: frame, lines: lines,
        paints: Self.paints(of: map, entries: entries), work: Work(threads: 1))
    } catch {
      preconditionFailure("nobody cancels this work")
    }
  }

  /// A reference's paints: its palette entries, -1 for its ground.
  private static func paints(of map: RegionMap, entries: RegionTable<Int>) -> RegionTable<Int> {
    RegionTable(map) { $0.isBackground ? -1 : entries[$0.label] }
  }

  private init(
    map: RegionMap, graph: RegionGraph, frame: MatchingFrame, lines: Plane<Float>,
    paints: RegionTable<Int>, work: Work
  ) throws(Cancelled) {
    self.map = map
    self.graph = graph
    let view = MatchingView(map: map, frame: frame, lines: lines)
    self.view = view
    self.paints = paints
    shapes = RegionShape.shapes(of: map)
    looks = RegionTable(
      try work.mapUnlessCancelled(map.regions.count) { RegionLook(map.regions[$0], view: view) })
  }

  private static func frame(of map: RegionMap) -> MatchingFrame {
    MatchingFrame(
      figure: MatchingView.figureBox(of: map), pictureWidth: map.width, pictureHeight: map.height)
  }
}
