public import Raster
public import Regions

/// What the matcher knows of a divided picture; made in the same way from a drawing and from a
/// reference.
public struct RegionDescriptors: Sendable {
  let map: RegionMap
  let graph: RegionGraph
  let view: FigureView

  /// - Parameter lines: `[H, W]` of the map: how much of a line each pixel is, 0…255: the ink's darkness in
  ///   a drawing; dark lines and edges of colour in a reference.
  /// - Complexity: O(pixels), one pass; the rest is bounded.
  public init(map: RegionMap, graph: RegionGraph, lines: Plane<UInt8>, work: Work) throws(Cancelled)
  {
    precondition(
      lines.width == map.width && lines.height == map.height,
      "lines of \(lines.width)×\(lines.height) for a map of \(map.width)×\(map.height)")
    try work.checkCancelled()
    self.map = map
    self.graph = graph
    view = FigureView(map: map)
  }

  /// The descriptors of a drawing.
  public init(map: RegionMap, graph: RegionGraph, lineArt: LineArt, work: Work) throws(Cancelled) {
    try self.init(map: map, graph: graph, lines: lineArt.darkness, work: work)
  }

  /// The descriptors of a reference.
  public init(_ reference: Reference, work: Work) throws(Cancelled) {
    let lines = reference.image.map { pixel in
      let red = 299 * Int(pixel.r)
      let green = 587 * Int(pixel.g)
      let blue = 114 * Int(pixel.b)
      return UInt8(255 - (red + green + blue) / 1000)
    }
    try self.init(map: reference.map, graph: reference.graph, lines: lines, work: work)
  }

  /// The region that `name` means here; nil outside of the picture.
  func label(of name: RegionName) -> UInt16? {
    map.labels.contains(name.inside) ? map.labels[name.inside] : nil
  }
}
