/// A regular expression that is tried on one line.
struct Pattern: Sendable {
  private let text: String?

  /// - Throws: where it is no regular expression.
  init(_ text: String) throws {
    _ = try Regex(text)
    self.text = text
  }

  private init() { text = nil }

  /// Matches nothing.
  static let never = Pattern()

  /// The texts in its ( ), an empty one for one that took no part; nil where it does not match.
  func captures(in line: Substring) -> [String]? {
    reader()(line)
  }

  /// Reads many lines with what is made once.
  func reader() -> (Substring) -> [String]? {
    // A Regex may not be sent between threads, so each use makes its own.
    guard let text, let regex = try? Regex(text) else { return { _ in nil } }
    return { line in
      guard let match = try? regex.firstMatch(in: line) else { return nil }
      return match.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
    }
  }
}
