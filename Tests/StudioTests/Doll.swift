import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI

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
  /// What the engine finds in them; it runs once for all tests.
  private static let found: Result<ColoringResult, any Error> = Result {
    try Coloring.run(
      ColoringInputs(drawing: line, references: [coloured]), cache: MemoryCache(),
      work: Work(threads: 2))
  }

  /// What an engine without faults would answer: each region is matched to the one in its place, all others
  /// are candidates, and what the artist said holds.
  static func analysis(_ order: AnalysisOrder) throws -> Analysis {
    let found = try found.get()
    let references = order.references.map { _ in found.references[0] }
    let matches = found.map.regions.map { region -> Match in
      let own = references[0].map.labels[region.inside]
      let others = references[0].map.regions.map(\.label).filter { $0 != own }
      let candidates = ([own] + others).prefix(9).map {
        Candidate(
          reference: 0, label: $0, score: $0 == own ? 0.9 : 0.1, reasons: [.shape: 0.5])
      }
      let name = RegionName(inside: region.inside)
      if order.corrections.unlinks.contains(name) {
        return Match(
          label: region.label, origin: .unlinked, chosen: nil, candidates: candidates,
          confidence: 1)
      }
      guard let pin = order.corrections.pins.last(where: { $0.region == name }),
        let label = references[pin.reference].map.resolve(pin.counterpart)
      else {
        return Match(
          label: region.label, origin: .automatic, chosen: candidates[0],
          candidates: candidates, confidence: 0.9)
      }
      return Match(
        label: region.label, origin: .pinned,
        chosen: Candidate(reference: pin.reference, label: label, score: 1, reasons: [:]),
        candidates: candidates, confidence: 1)
    }
    return try Analysis(order, found.with(matches: matches, references: references))
  }

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
  private static let picture = Pyramid(Doll.coloured)

  fileprivate init(_ order: AnalysisOrder, _ result: ColoringResult) throws {
    try self.init(
      order: order, result: result, references: order.references.map { _ in Self.picture },
      work: Work(threads: 1))
  }

  /// The same with some regions matched to another place of the reference, as sure as `confidence` says; what they
  /// were matched to is still a candidate.
  func matching(_ points: [Point], to place: Point, confidence: Double) throws -> Analysis {
    let labels = points.map { result.map.labels[$0] }
    let target = result.references[0].map.labels[place]
    let wrong = Candidate(reference: 0, label: target, score: 0.5, reasons: [:])
    let matches = result.matches.map { match in
      labels.contains(match.label)
        ? Match(
          label: match.label, origin: .automatic, chosen: wrong,
          candidates: [wrong] + match.candidates.filter { $0.label != target },
          confidence: confidence)
        : match
    }
    return try Analysis(order, result.with(matches: matches, references: result.references))
  }
}

extension ColoringResult {
  /// The same with other matches, each paint as sure as its match.
  fileprivate func with(matches: [Match], references: [Reference]) -> ColoringResult {
    let flats = map.regions.map { region in
      Flat(
        entry: self.flats[region.label].entry, origin: .match,
        confidence: matches[Int(region.label) - 1].confidence)
    }
    return ColoringResult(
      lineArt: lineArt, map: map, graph: graph, references: references, matches: matches,
      flats: Flats(palette: palette, flats: flats), sourcePalette: sourcePalette,
      ownEntries: ownEntries, parts: parts,
      paintCounts: paintCounts,
      doubts: Doubt.queue(map: map, flats: flats, areas: map.regions.map { _ in nil }),
      image: image,
      orphans: orphans, orphanedReferenceLabels: orphanedReferenceLabels,
      orphanedPaletteEdits: orphanedPaletteEdits, warnings: warnings, assembly: assembly)
  }
}
