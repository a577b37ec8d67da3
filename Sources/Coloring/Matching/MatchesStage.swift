internal import Raster
internal import Regions

/// Each region's counterpart in the references, whatever the artist wishes.
struct MatchesStage: Stage {
  static let kind = StageKind(
    "matches", version: 9, title: ("matching", "対応づけ中"), share: 0.3, stored: Matches.self)

  let lineArt: Keyed<LineArt>
  let regions: Keyed<DividedDrawing>
  /// The features, where the engine makes any.
  let features: Keyed<Features>?
  let references: [Keyed<ReadReference>]
  let matcher: Occupant<any RegionMatcher>

  func run(_ work: Work) throws -> Matches {
    let drawing = try matcher.seat.describe(
      regions.value, lineArt: lineArt.value, features: features?.value, work: work)
    return try matcher.seat.match(drawing, with: references.map(\.value.descriptors), work: work)
  }
}

extension StageKind {
  public static let matches = MatchesStage.kind
}

/// Describes divided pictures, and matches the regions of a drawing with those of references.
protocol RegionMatcher: Sendable {
  /// - Parameter features: those of the drawing, where the engine makes any.
  /// - Throws: `Cancelled`.
  func describe(_ regions: DividedDrawing, lineArt: LineArt, features: Features?, work: Work) throws
    -> RegionDescriptors

  /// - Parameters:
  ///   - image: the picture that the reference was read from.
  ///   - features: those of the picture, where the engine makes any.
  /// - Throws: `Cancelled`.
  func describe(_ reference: Reference, image: Image, features: Features?, work: Work) throws
    -> RegionDescriptors

  /// - Throws: `Cancelled`.
  func match(_ drawing: RegionDescriptors, with references: [RegionDescriptors], work: Work) throws
    -> Matches
}

/// The matching of `Matcher`, which looks at lines and shapes, and at features where there are any.
struct MatcherByRules: RegionMatcher {
  func describe(_ regions: DividedDrawing, lineArt: LineArt, features: Features?, work: Work) throws
    -> RegionDescriptors
  {
    try RegionDescriptors(
      map: regions.map, graph: regions.graph, lineArt: lineArt, work: work
    ).seen(by: features)
  }

  func describe(_ reference: Reference, image: Image, features: Features?, work: Work) throws
    -> RegionDescriptors
  {
    try RegionDescriptors(reference, image: image, work: work).seen(by: features)
  }

  func match(_ drawing: RegionDescriptors, with references: [RegionDescriptors], work: Work) throws
    -> Matches
  {
    try Matcher.unpinned(drawing: drawing, references: references, work: work)
  }
}
