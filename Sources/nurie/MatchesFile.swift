import Coloring
import FoundationEssentials
import ImageFormats

/// A file of `ColoringDocument`s: one object, an array of them, or one a line.
struct MatchesFile {
  private static let limit = 1 << 28
  private let documents: [ColoringDocument]

  init(_ path: String) throws {
    let bytes = try readBytes(path, limit: MatchesFile.limit)
    guard !bytes.isEmpty else { throw ImageError(.empty, file: path) }
    let decoder = JSONDecoder()
    let data = Data(bytes)
    do {
      if bytes.first(where: { !$0.isJSONSpace }) == UInt8(ascii: "[") {
        documents = try decoder.decode([ColoringDocument].self, from: data)
      } else if let one = try? decoder.decode(ColoringDocument.self, from: data) {
        documents = [one]
      } else {
        documents = try bytes.split(separator: UInt8(ascii: "\n")).filter { line in
          line.contains { !$0.isJSONSpace }
        }.map { try decoder.decode(ColoringDocument.self, from: Data($0)) }
      }
    } catch {
      throw Failure(
        path,
        "is not a list of matches (\(MatchesFile.reason(error))); make one with --json and edit that"
      )
    }
  }

  /// The corrections of a drawing: of the object that names it, or of the only one where both are alone.
  func corrections(for drawing: String, isOnly: Bool) -> Corrections? {
    if let named = documents.first(where: { $0.drawing == drawing }) { return named.corrections }
    return isOnly && documents.count == 1 ? documents[0].corrections : nil
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it cannot be read as JSON" }
    switch error {
    case .keyNotFound(let key, _): return printable("\"\(key.stringValue)\" is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return printable(
        "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has the wrong kind of value"
      )
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return printable(
        "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has an unknown value")
    default: return "it is not valid JSON"
    }
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool { [0x20, 0x09, 0x0a, 0x0d].contains(self) }
}
