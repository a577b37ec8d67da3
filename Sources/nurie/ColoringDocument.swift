import Coloring
import FoundationEssentials
import Raster
import Regions

/// The document that `--json` prints of one drawing, and that `--matches` reads back.
///
/// One object a drawing, on one line. A region is named by `inside`, a point in it in drawing pixels;
/// `label` is good for this run only and is ignored on reading. `rank` counts all regions from 1, in the order in which they
/// are worth a look; the studio's queue walks the `doubtful` ones in this order.
///
///     {"drawing": "line.png", "output": "line.coloured.png", "width": 1600, "height": 1600,
///      "references": ["sheet.png"],
///      "palette": [{"name": "hair", "base": "#3b2a1f", "shadow": …, "highlight": …, "part": "hair"}],
///      "regions": [{"label": 7, "inside": {"x": 812, "y": 340}, "area": 5120, "background": false,
///                   "part": "hair", "partFrom": "seen",
///                   "entry": "hair", "paint": "match", "confidence": 0.83, "doubtful": true, "rank": 4,
///                   "match": {"origin": "automatic", "reference": 0, "label": 3, "inside": {…}},
///                   "candidates": [{"reference": 0, "label": 3, "inside": {…}, "score": 0.83,
///                                   "reasons": {"position": 0.9, "shape": 0.7}}]}],
///      "closings": [{"from": {…}, "to": {…}, "learned": true}], "warnings": []}
///
/// To correct a match, set its `origin` to `"pinned"` and its `reference` and `inside` to the counterpart's (a
/// candidate's, or any point of the reference); set it to `"unlinked"` where the region has no counterpart. To choose a
/// paint, set `paint` to `"colour"` and `entry` to a name in the palette. Everything else may be left out. A `learned` closing is of
/// a border that the network sees where nobody drew one.
struct ColoringDocument: Codable {
  var drawing: String
  var output: String?
  var width: Int?
  var height: Int?
  var references: [String]?
  var palette: [PaletteRecord]?
  var regions: [RegionRecord]
  var closings: [ClosingRecord]?
  var warnings: [String]?

  struct PaletteRecord: Codable {
    var name: String
    var part: String?
    var base: String
    var shadow: String
    var highlight: String
  }

  struct RegionRecord: Codable {
    var label: UInt16?
    var inside: Point
    var area: Int?
    var background: Bool?
    var part: String?
    var partFrom: RegionPart.Origin?
    var entry: String?
    var paint: FlatOrigin?
    var confidence: Double?
    var doubtful: Bool?
    var rank: Int?
    var match: MatchRecord?
    var candidates: [CandidateRecord]?
  }

  struct MatchRecord: Codable {
    var origin: MatchOrigin
    var reference: Int?
    var label: UInt16?
    var inside: Point?
  }

  struct CandidateRecord: Codable {
    var reference: Int
    var label: UInt16
    var inside: Point
    var score: Double
    var reasons: [String: Double]
  }

  struct ClosingRecord: Codable {
    var from: Point
    var to: Point
    var learned: Bool?
  }
}

extension ColoringDocument {
  init(
    _ result: ColoringResult, drawing: String, output: String?, references: [String],
    warnings: [String]
  ) {
    self.drawing = drawing
    self.output = output
    width = result.map.width
    height = result.map.height
    self.references = references
    palette = result.palette.entries.map { entry in
      PaletteRecord(
        name: entry.name, part: entry.part, base: entry.base.hex, shadow: entry.shadow.hex,
        highlight: entry.highlight.hex)
    }
    let ranks = Dictionary(
      uniqueKeysWithValues: result.flats.ranking.enumerated().map { ($1.label, $0 + 1) })
    let doubtful = Set(result.flats.doubts.map(\.label))
    regions = result.map.regions.map { region in
      let flat = result.flats[region.label]
      let match = result.matches[region.label]
      return RegionRecord(
        label: region.label, inside: region.inside, area: region.area,
        background: region.isBackground, part: result.parts[region.label]?.part,
        partFrom: result.parts[region.label]?.origin,
        entry: flat.entry.map { result.palette.entries[$0].name },
        paint: flat.origin, confidence: rounded(flat.confidence),
        doubtful: doubtful.contains(region.label), rank: ranks[region.label],
        match: MatchRecord(
          origin: match.origin, reference: match.chosen?.reference, label: match.chosen?.label,
          inside: match.chosen.map { result.references[$0.reference].map[$0.label].inside }),
        candidates: match.candidates.map { candidate in
          CandidateRecord(
            reference: candidate.reference, label: candidate.label,
            inside: result.references[candidate.reference].map[candidate.label].inside,
            score: rounded(candidate.score),
            reasons: Dictionary(
              uniqueKeysWithValues: candidate.reasons.map { ($0.rawValue, rounded($1)) }))
        })
    }
    let learned = Set(result.map.learned)
    closings = result.map.closings.map { closing in
      ClosingRecord(
        from: closing.from, to: closing.to, learned: learned.contains(closing) ? true : nil)
    }
    self.warnings = warnings
  }

  /// One line of JSON; the keys sorted, so that equal results are equal texts.
  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// The artist's corrections in it.
  var corrections: Corrections {
    var corrections = Corrections()
    for region in regions {
      let name = RegionName(inside: region.inside)
      if let match = region.match {
        if match.origin == .unlinked { corrections.unlinks.append(name) }
        if match.origin == .pinned, let inside = match.inside {
          corrections.pins.append(
            Pin(
              region: name, reference: match.reference ?? 0,
              counterpart: RegionName(inside: inside)))
        }
      }
      if region.paint == .colour, let entry = region.entry {
        corrections.colours.append(ColourChoice(region: name, entry: entry))
      }
    }
    return corrections
  }
}

/// Three places are as many as a share means.
private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
