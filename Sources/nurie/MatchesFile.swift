import Coloring
import FoundationEssentials
import ImageFormats
import Studio

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
        "is not a list of matches (\(MatchesFile.reason(error).english)); make one with --json and edit that",
        "対応のリストではありません (\(MatchesFile.reason(error).japanese))。--json で作って編集してください"
      )
    }
  }

  /// The corrections of a drawing: of the object that names it, or of the only one where both are alone.
  func corrections(for drawing: String, isOnly: Bool) -> Corrections? {
    if let named = documents.first(where: { $0.drawing == drawing }) { return named.corrections }
    return isOnly && documents.count == 1 ? documents[0].corrections : nil
  }

  private static func reason(_ error: any Error) -> Phrase {
    guard let error = error as? DecodingError else {
      return Phrase("it cannot be read as JSON", "JSON として読めません")
    }
    func place(_ context: DecodingError.Context) -> String {
      printable(context.codingPath.map(\.stringValue).joined(separator: "."))
    }
    switch error {
    case .keyNotFound(let key, _):
      let name = printable(key.stringValue)
      return Phrase("\"\(name)\" is missing", "\"\(name)\" がありません")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return Phrase("\(place(context)) has the wrong kind of value", "\(place(context)) の値の種類が違います")
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return Phrase("\(place(context)) has an unknown value", "\(place(context)) の値が不明です")
    default: return Phrase("it is not valid JSON", "正しい JSON ではありません")
    }
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool { [0x20, 0x09, 0x0a, 0x0d].contains(self) }
}
