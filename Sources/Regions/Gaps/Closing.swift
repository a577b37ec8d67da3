public import Raster

/// A gap that was closed, named by its two ends in drawing pixels.
public struct Closing: Hashable, Sendable, Codable {
  public var from: Point
  public var to: Point

  public init(from: Point, to: Point) {
    self.from = from
    self.to = to
  }
}
