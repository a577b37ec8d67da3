public import Raster

/// A drawing divided into regions that cover every pixel.
public struct RegionMap: Sendable {
  /// Each pixel's region, 1 … `regions.count`: ink and trace lines too, divided along their middle,
  /// so that flat fills meet under the line.
  public let labels: Plane<UInt16>
  /// The regions in the order of their labels: the first has label 1. `self[label]` is one of them.
  public let regions: [Region]
  /// The gaps that were closed to make them.
  public let closings: [Closing]
  /// Those of `closings` that are no gaps but pieces of borders nobody drew: a network called for them.
  public let learned: [Closing]
  /// The artist's edits that found no place in this map.
  public let orphans: RegionEdits
  /// The ruled frame that the drawing stands in; nil where it stands on the bare sheet.
  public let frame: RuledFrame?
  /// Remarks that the artist should know.
  public let warnings: [Warning]

  /// A map of what is known already; nothing is checked but with the trait `InvariantChecks`.
  ///
  /// - Parameters:
  ///   - labels: `[H, W]`, each pixel's region.
  ///   - regions: in the order of their labels, the first of label 1.
  ///   - closings: the gaps that were closed to make them.
  ///   - learned: those of them that a network called for.
  ///   - orphans: edits that found no place.
  ///   - frame: that the drawing stands in.
  ///   - warnings: remarks for the artist.
  public init(
    labels: Plane<UInt16>, regions: [Region], closings: [Closing], learned: [Closing] = [],
    orphans: RegionEdits = RegionEdits(), frame: RuledFrame? = nil, warnings: [Warning] = []
  ) {
    self.labels = labels
    self.regions = regions
    self.closings = closings
    self.learned = learned
    self.orphans = orphans
    self.frame = frame
    self.warnings = warnings
    #if InvariantChecks
      checkInvariants()
    #endif
  }

  /// The map with other labels, or with other findings on its regions; all else stays.
  public func with(labels: Plane<UInt16>? = nil, regions: [Region]? = nil) -> RegionMap {
    RegionMap(
      labels: labels ?? self.labels, regions: regions ?? self.regions, closings: closings,
      learned: learned, orphans: orphans, frame: frame, warnings: warnings)
  }

  public var width: Int { labels.width }
  public var height: Int { labels.height }

  /// What the drawing stands in: its frame's inside, else the whole picture.
  public var picture: Box { frame?.inside ?? labels.bounds }

  /// The region of a label, 1 … `regions.count`.
  public subscript(label: UInt16) -> Region { regions[Int(label) - 1] }
}
