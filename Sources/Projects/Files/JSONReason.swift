/// The fault of a JSON text, in a few words that follow its name.
package enum JSONReason {
  package static func of(_ error: any Error) -> String {
    func place(_ keys: [any CodingKey]) -> String {
      keys.isEmpty ? "it" : "\"\(keys.map(\.stringValue).joined(separator: "."))\""
    }
    guard let error = error as? DecodingError else { return "is not valid JSON" }
    switch error {
    case .keyNotFound(let key, let context):
      return "lacks \(place(context.codingPath + [key]))"
    case .typeMismatch(_, let context) where context.codingPath.isEmpty:
      return "is not an object of names and values, in {…}"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "has the wrong kind of value at \(place(context.codingPath))"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "has an unknown value at \(place(context.codingPath))"
    case .dataCorrupted(let context):
      return context.debugDescription.hasPrefix("a line has")
        ? "has none of \"edits\", \"undo\" and \"redo\"" : "is not valid JSON"
    @unknown default: return "is not valid JSON"
    }
  }
}
