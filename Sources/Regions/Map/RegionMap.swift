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

/// A gap that was closed, named by its two ends in drawing pixels.
public struct Closing: Hashable, Sendable, Codable {
  public var from: Point
  public var to: Point

  public init(from: Point, to: Point) {
    self.from = from
    self.to = to
  }
}

/// A drawing divided into regions that cover every pixel.
public struct RegionMap: Sendable {
  /// Each pixel's region, 1 … `regions.count`: ink and trace lines too, divided along their middle,
  /// so that flat fills meet under the line.
  public let labels: Plane<UInt16>
  /// The regions in the order of their labels: the first has label 1. `self[label]` is one of them.
  public let regions: [Region]
  /// The gaps that were closed to make them.
  public let closings: [Closing]
  /// The artist's edits that found no place in this map.
  public let orphans: RegionEdits
  /// Remarks that the artist should know, in full sentences.
  public let warnings: [String]

  public init(
    labels: Plane<UInt16>, regions: [Region], closings: [Closing],
    orphans: RegionEdits = RegionEdits(), warnings: [String] = []
  ) {
    self.labels = labels
    self.regions = regions
    self.closings = closings
    self.orphans = orphans
    self.warnings = warnings
    #if InvariantChecks
      checkInvariants()
    #endif
  }

  public var width: Int { labels.width }
  public var height: Int { labels.height }

  /// The region of a label, 1 … `regions.count`.
  public subscript(label: UInt16) -> Region { regions[Int(label) - 1] }
}
