public import Regions

/// Everything the artist has corrected in one drawing: an input of the flow, like the drawing itself.
/// Each names its region by a point, so that it outlives labels.
public struct Corrections: Sendable, Hashable, Encodable {
  /// Cuts, joins, gaps closed and opened.
  public var regions = RegionEdits()
  /// Parts given by hand.
  public var labels: [PartLabel] = []
  /// Matches set by hand.
  public var pins: [Pin] = []
  /// Regions that have no counterpart.
  public var unlinks: [RegionName] = []
  /// Colours given by hand.
  public var colours: [ColourChoice] = []

  public init() {}
}

/// "This region is hair."
public struct PartLabel: Hashable, Sendable, Codable {
  public var region: RegionName
  /// `Part.id`.
  public var part: String

  public init(region: RegionName, part: String) {
    self.region = region
    self.part = part
  }
}

/// "This region is that one of the reference."
public struct Pin: Hashable, Sendable, Codable {
  public var region: RegionName
  /// The reference, counted from 0.
  public var reference: Int
  /// The region there.
  public var counterpart: RegionName

  public init(region: RegionName, reference: Int, counterpart: RegionName) {
    self.region = region
    self.reference = reference
    self.counterpart = counterpart
  }
}

/// "This region has that palette entry."
public struct ColourChoice: Hashable, Sendable, Codable {
  public var region: RegionName
  /// The entry's name in the palette.
  public var entry: String

  public init(region: RegionName, entry: String) {
    self.region = region
    self.entry = entry
  }
}
