internal import Raster
internal import Regions

/// The drawing divided into regions.
struct RegionsStage: Stage {
  static let kind = StageKind(
    "regions", version: 9, title: ("finding regions", "領域を検出中"), share: 0.06,
    stored: DividedDrawing.self)

  let lineArt: Keyed<LineArt>
  /// The widest gap that is closed, in pixels; nil for one that suits the drawing.
  let gap: Double?
  /// The features that tell the ground and the parts, where borders nobody drew are wished for and the engine makes any.
  let features: Keyed<Features>?
  /// Cuts, joins, closings.
  let edits: RegionEdits
  let traceColours: ColoringSettings.TraceColours

  func run(_ work: Work) throws -> DividedDrawing {
    try DividedDrawing(
      lineArt.value, gap: gap, chances: features?.value.groundChances,
      seen: features?.value.seenParts, edits: edits, traceColours: traceColours, work: work)
  }
}

extension StageKind {
  public static let regions = RegionsStage.kind
}
