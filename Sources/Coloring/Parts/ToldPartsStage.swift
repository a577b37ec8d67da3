internal import Raster
internal import Regions

/// The part of each region as the project's labelled drawings taught it.
struct ToldPartsStage: Stage {
  static let kind = StageKind(
    "parts", version: 1, title: ("telling the parts", "パーツを判別中"), share: 0.02)
  /// The most pixels of a region that are looked at, about.
  private static let most = 2000
  /// The chance from which on a part is told.
  private static let likely = 0.45

  let features: Keyed<Features>
  let regions: Keyed<DividedDrawing>
  let teller: PartTeller
  /// The ids of the parts that the project has: those that it had once are told no more.
  let known: [String]

  func run(_ work: Work) throws -> RegionTable<ToldPart?> {
    let features = features.value
    let chances = teller.chances(in: features, work: work)
    try work.checkCancelled()
    let parts = teller.parts.count
    let isKnown = teller.parts.enumerated().map {
      $0 < teller.taught && Set(known).contains($1) && $1 != "background"
    }
    let map = regions.value.map
    return RegionTable(map) { region in
      var sums = [Double](repeating: 0, count: parts)
      var whole = 0.0
      for (cell, pixels) in features.cells(under: region, in: map, most: Self.most) {
        for part in 0..<parts {
          sums[part] += Double(pixels * chances[cell * parts + part])
        }
        whole += Double(pixels)
      }
      guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }), isKnown[best],
        sums[best] >= Self.likely * whole
      else { return nil }
      return ToldPart(part: teller.parts[best], chance: sums[best] / whole)
    }
  }
}

/// The part that a region was told to be.
struct ToldPart: Sendable, Hashable {
  /// `Part.id`.
  let part: String
  /// 0…1.
  let chance: Double
}

extension StageKind {
  public static let parts = ToldPartsStage.kind
}
