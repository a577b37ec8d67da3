import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import TestSupport

@testable import Coloring
@testable import Studio

/// A drawing of a head, two strands of hair and a body, and a reference of the same: what the tests of the match
/// screen correct.
enum Doll {
  static let drawing: PictureID = "walk"
  static let sheet: PictureID = "sheet"
  static let other: PictureID = "other sheet"
  static let side = 180

  private static let rows = [
    "...............",
    "...#########...",
    "...#a#hhh#b#...",
    "...#a#hhh#b#...",
    "...#a#hhh#b#...",
    "...#a#hhh#b#...",
    "...#########...",
    "...#ccccccc#...",
    "...#ccccccc#...",
    "...#ccccccc#...",
    "...#ccccccc#...",
    "...#########...",
    "...#d#...#e#...",
    "...###...###...",
    "...............",
  ]

  /// A pixel of each area, in drawing and reference.
  static let left = Point(54, 48)
  static let head = Point(90, 48)
  static let right = Point(126, 48)
  static let body = Point(90, 102)

  static let line = Image.letters(rows, scale: 12)
  static let coloured = Image.letters(
    rows, scale: 12,
    [
      "a": RGBA(120, 70, 40), "b": RGBA(120, 70, 40), "h": RGBA(250, 220, 200),
      "c": RGBA(40, 90, 160), "d": RGBA(90, 30, 30), "e": RGBA(90, 30, 30),
    ])
  /// What the engine finds in them, with the sheet once and twice; it runs once for all tests.
  private static let found: [Result<ColoringResult, any Error>] = [1, 2].map { count in
    Result {
      try Coloring.run(
        ColoringInputs(
          drawing: line, references: [Image](repeating: coloured, count: count)),
        cache: MemoryCache(), work: Work(threads: 2))
    }
  }

  /// What an engine without faults would answer: each region is matched to the one in its place, all others
  /// are candidates, and what the artist said holds.
  static func analysis(_ order: AnalysisOrder) throws -> Analysis {
    let found = try found[order.references.count - 1].get()
    let map = found.references[0].map
    let matches = RegionTable(found.map) { region -> Match in
      let own = map.labels[region.inside]
      let others = map.regions.map(\.label).filter { $0 != own }
      let candidates = ([own] + others).prefix(9).map {
        Candidate(
          reference: 0, label: $0, score: $0 == own ? 0.9 : 0.1, reasons: [.shape: 0.5])
      }
      return Match(
        label: region.label, origin: .automatic, chosen: candidates[0],
        candidates: candidates, confidence: 0.999)
    }
    let pictures = order.references.map { _ in picture }
    return try Analysis(
      order: order, result: found.with(matches: matches, order), references: pictures,
      work: Work(threads: 1))
  }

  private static let picture = Pyramid(coloured)

  /// A studio on the match screen, the engine done.
  static func studio(
    references: [PictureID] = [sheet], refusal: String? = nil,
    size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> StudioState {
    let pictures =
      [Picture(id: drawing, kind: .drawing, title: "walk", width: side, height: side)]
      + references.map {
        Picture(id: $0, kind: .reference, title: $0.rawValue, width: side, height: side)
      }
    var state = StudioState.opened(pictures, size: size, refusal: refusal)
    try state.answer(state.press("f4"))
    return state
  }
}

extension StudioState {
  /// Where a region of the drawing has its counterpart: a pixel of the reference.
  func counterpart(at point: Point) -> Point? {
    guard let analysis, let found = correspondences?[analysis.result.map.labels[point]].counterpart
    else { return nil }
    return analysis.result.references[found.reference].map[found.label].inside
  }

  func standing(at point: Point) -> Studio.Correspondence.Standing? {
    analysis.flatMap { correspondences?[$0.result.map.labels[point]].standing }
  }

  /// The drawing's region at a pixel.
  func label(at point: Point) -> UInt16? { analysis?.result.map.labels[point] }

  /// The reference's region at a pixel.
  func reference(_ point: Point?) -> UInt16? {
    point.flatMap { analysis?.result.references.first?.map.labels[$0] }
  }
}

extension Analysis {
  /// The same with some regions matched to another place of the reference, as sure as `confidence` says; what they
  /// were matched to is still a candidate.
  func matching(_ points: [Point], to place: Point, confidence: Double) throws -> Analysis {
    let labels = points.map { result.map.labels[$0] }
    let target = result.references[0].map.labels[place]
    let wrong = Candidate(reference: 0, label: target, score: 0.5, reasons: [:])
    return try with(
      matches: result.basis.matches.mapValues { match in
        labels.contains(match.label)
          ? Match(
            label: match.label, origin: .automatic, chosen: wrong,
            candidates: [wrong] + match.candidates.filter { $0.label != target },
            confidence: confidence)
          : match
      })
  }

  /// The same with regions as likely right as is said, and all others certain.
  func believing(_ chances: [UInt16: Double]) throws -> Analysis {
    try with(
      matches: result.basis.matches.mapValues { match in
        Match(
          label: match.label, origin: match.origin, chosen: match.chosen,
          candidates: match.candidates, confidence: chances[match.label] ?? 1)
      })
  }

  private func with(matches: RegionTable<Match>) throws -> Analysis {
    try Analysis(
      order: order, result: result.with(matches: matches, order), references: references,
      work: Work(threads: 1))
  }
}

extension ColoringResult {
  /// The same as if the matcher had found other matches.
  fileprivate func with(matches: RegionTable<Match>, _ order: AnalysisOrder) -> ColoringResult {
    var basis = basis
    basis.matches = matches
    return ColoringResult(
      lineArt: lineArt, basis: basis, flats: basis.flats(FlatsDecisions(order)), image: image,
      warnings: warnings, assembly: assembly)
  }
}
