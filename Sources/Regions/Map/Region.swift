public import Raster

/// A connected area of a drawing, bounded by ink, trace lines and closed gaps.
public struct Region: Sendable, Hashable {
  /// 1 … 65,535. A label is good for this map only: what lasts names a region by its inside point.
  public let label: UInt16
  /// Pixels of open paper.
  public let area: Int
  /// The box of its paper.
  public let box: Box
  /// The centre of its paper, in pixels.
  public let centroid: (x: Double, y: Double)
  /// The paper pixel farthest from the region's border: the region's lasting name.
  public let inside: Point
  /// The distance of `inside` to the border, in pixels.
  public let insideRadius: Double
  /// Whether it is outside the figure: the open ground around it, and holes that show it.
  public let isBackground: Bool

  /// A region of what is known of it: `area` in pixels, places and `insideRadius` in pixels of the drawing.
  ///
  /// It belongs to a map that has it at `label`; `RegionMap` makes its own.
  public init(
    label: UInt16, area: Int, box: Box, centroid: (x: Double, y: Double), inside: Point,
    insideRadius: Double, isBackground: Bool
  ) {
    self.label = label
    self.area = area
    self.box = box
    self.centroid = centroid
    self.inside = inside
    self.insideRadius = insideRadius
    self.isBackground = isBackground
  }

  public static func == (a: Region, b: Region) -> Bool {
    a.label == b.label && a.inside == b.inside
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(label) }
}
