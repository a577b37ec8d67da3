public import Raster

/// A line drawn by the artist that cuts the regions it crosses.
public struct Cut: Hashable, Sendable, Codable {
  public var points: [Point]

  public init(points: [Point]) { self.points = points }
}

/// Two regions that the artist made one.
public struct Join: Hashable, Sendable, Codable {
  public var first: RegionName
  public var second: RegionName

  public init(_ first: RegionName, _ second: RegionName) {
    self.first = first
    self.second = second
  }
}

/// The artist's edits of the regions themselves. They outlive the labels: each names its place in
/// drawing pixels, is applied again after re-segmentation, and is listed as orphaned where it cannot be.
public struct RegionEdits: Hashable, Sendable, Codable {
  public var cuts: [Cut]
  public var joins: [Join]
  /// Gaps the artist closed by hand.
  public var closed: [Closing]
  /// Closings the artist rejected.
  public var opened: [Closing]

  /// The edits in the order in which the artist made them: `closed` gaps beside those that are found, and found ones that are
  /// `opened`.
  public init(
    cuts: [Cut] = [], joins: [Join] = [], closed: [Closing] = [], opened: [Closing] = []
  ) {
    self.cuts = cuts
    self.joins = joins
    self.closed = closed
    self.opened = opened
  }

  public var isEmpty: Bool { cuts.isEmpty && joins.isEmpty && closed.isEmpty && opened.isEmpty }
}
