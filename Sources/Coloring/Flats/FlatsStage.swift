internal import Raster
internal import Regions

/// Each region's palette entry, as the artist's decisions leave it.
struct FlatsStage: Stage {
  static let kind = StageKind(
    "flats", version: 6, title: ("choosing colours", "色を選択中"), share: 0.01)

  let lineArt: Keyed<LineArt>
  let regions: Keyed<DividedDrawing>
  let references: [Keyed<ReadReference>]
  let matches: Keyed<Matches>
  /// The parts that labelled drawings taught, if any did.
  let told: Keyed<RegionTable<ToldPart?>>?
  /// The place of each of `references` among all the project's references.
  let places: [Int]
  /// The project's other references.
  let others: [ReferencePalette]
  let decisions: FlatsDecisions

  func run(_ work: Work) -> Flats { basis.flats(decisions) }

  func preview(of flats: Flats) -> FlatsPreview? {
    FlatsPreview(lineArt: lineArt.value, map: regions.value.map, flats: flats)
  }

  /// The basis of the flats, but for the decisions.
  var basis: FlatsBasis {
    FlatsBasis(
      regions.value, unpinned: matches.value, told: told?.value,
      references: references.map(\.value.reference),
      seenInReferences: references.map(\.value.descriptors.partsSeen), places: places,
      others: others)
  }
}

extension StageKind {
  public static let flats = FlatsStage.kind
}
