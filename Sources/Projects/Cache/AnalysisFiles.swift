public import Coloring
import FoundationEssentials
import ImageFormats
public import Raster
public import Regions

// The findings in a drawing, as files beside it for other programs: regions.png, parts.png (which they may mend, see
// `PartsPicture`) and matches.json. nurie itself reads only parts.png back; everything else follows from the edits.
//
//     {"drawing": "walk", "regions": [{"confidence": 0.83, "counterpart": {"x": 3, "y": 4}, "entry": "hair", "inside":
//      {"x": 812, "y": 340}, "match": "automatic", "paint": "match", "part": "hair", "partFrom": "counterpart",
//      "reference": "sheet"}]}

/// Writes the findings in a drawing beside it.
public enum AnalysisFiles {
  private struct Document: Encodable {
    var drawing: PictureID
    var regions: [RegionRecord]
  }

  private struct RegionRecord: Encodable {
    var inside: Point
    var part: String?
    var partFrom: RegionPart.Origin?
    var entry: String?
    var paint: FlatOrigin
    var confidence: Double
    var match: MatchOrigin
    var reference: PictureID?
    var counterpart: Point?
  }

  /// Writes the files of one drawing.
  ///
  /// - Parameters:
  ///   - references: those that the drawing was matched with, as `ProjectState.references(for:)` has them.
  ///   - parts: every part of the project.
  /// - Returns: whether they were written; not where `parts.png` was edited outside and that is not taken in yet.
  /// - Complexity: O(pixels), about 20 million a second.
  public static func write(
    _ result: ColoringResult, of drawing: Picture, references: [Picture],
    parts: [Part] = Part.standard, in project: ProjectFolder, work: Work
  ) throws -> Bool {
    let picture = PartsPicture(of: drawing, in: project, parts: parts)
    guard try picture.write(result.map, parts: result.parts.mapValues { $0?.part }, work: work)
    else {
      return false
    }
    let records = result.map.regions.map { region in
      let flat = result.flats[region.label]
      let match = result.matches[region.label]
      let part = result.parts[region.label]
      return RegionRecord(
        inside: region.inside, part: part?.part, partFrom: part?.origin,
        entry: flat.entry.map { result.palette.entries[$0].name },
        paint: flat.origin, confidence: (flat.confidence * 1000).rounded() / 1000,
        match: match.origin, reference: match.chosen.map { references[$0.reference].id },
        counterpart: match.chosen.map {
          result.references[$0.reference].map[$0.label].inside
        })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(Document(drawing: drawing.id, regions: records)))
    try project.write(
      bytes + [UInt8(ascii: "\n")],
      to: project.folder(of: drawing.id, drawing.kind) + "/matches.json")
    return true
  }
}
