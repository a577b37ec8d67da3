import FoundationEssentials
import ImageFormats

// Lists tell two numbers of a drawing, which are known only once the engine has seen it, a second a drawing. So they are kept in the
// project's cache, under the key of all that they were found from:
//
//     {"drawings": {"walk": {"doubtful": 3, "key": "5c1f…", "regions": 41}}, "format": 2}
//
// A file that is missing, broken or of another format is as good as none: the engine looks again.

/// The counts of a project's drawings, in its cache.
public enum FactsFile {
  /// Raised whenever a region counts, or is in doubt, for other reasons than before.
  private static let format = 2

  private struct Document: Codable {
    var format: Int
    var drawings: [String: DrawingCounts]
  }

  /// The known facts; none where the file cannot be used.
  ///
  /// - Complexity: O(drawings), about 10 µs each.
  public static func read(in folder: ProjectFolder) -> [PictureID: DrawingCounts] {
    guard let bytes = try? readBytes(path(folder), limit: 1 << 24),
      let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)),
      document.format == format
    else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: document.drawings.map { (PictureID(rawValue: $0), $1) })
  }

  /// Writes them, whole or not at all.
  public static func write(_ counts: [PictureID: DrawingCounts], in folder: ProjectFolder) throws {
    let document = Document(
      format: format,
      drawings: Dictionary(uniqueKeysWithValues: counts.map { ($0.rawValue, $1) }))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = Array(try encoder.encode(document))
    try folder.make(folder.cache)
    var file = try AtomicFile(replacing: path(folder))
    try file.write(bytes)
    try file.commit()
  }

  private static func path(_ folder: ProjectFolder) -> String { folder.cache + "/facts.json" }
}
