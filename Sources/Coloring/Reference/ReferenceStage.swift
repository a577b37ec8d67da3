internal import Raster

/// One coloured drawing read: divided by its colours, its palette and its light found, described for the matcher.
/// Nothing after it needs the reference's pixels.
struct ReferenceStage: Stage {
  static let kind = StageKind(
    "reference", version: 9, title: ("reading the reference", "色見本を読み取り中"), share: 0.27,
    stored: ReadReference.self)

  let picture: Keyed<Image>
  /// Of a finished drawing.
  let division: Keyed<FinishedDivision>?
  /// The features, where the engine makes any.
  let features: Keyed<Features>?
  let matcher: Occupant<any RegionMatcher>

  func run(_ work: Work) throws -> ReadReference {
    try ReadReference(
      picture.value, division: division?.value, features: features?.value, matcher: matcher.seat,
      work: work)
  }
}

extension StageKind {
  public static let reference = ReferenceStage.kind
}
