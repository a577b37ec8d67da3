// The texts that people read of the formats.
extension LayeredFormat {
  /// The endings of all of them, as "psd, ora".
  public static func endings(joinedBy separator: String) -> String {
    all.map(\.ending).joined(separator: separator)
  }

  /// A text for each of them, as an English sentence leaves the choice: "psd, ora or tiff".
  public static func choice(_ text: (LayeredFormat) -> String) -> String {
    let texts = all.map(text)
    let before = texts.dropLast().joined(separator: ", ")
    return [before, texts.last ?? ""].filter { !$0.isEmpty }.joined(separator: " or ")
  }

  /// A text for each of them, as a Japanese sentence lists them: "psd、ora".
  public static func list(_ text: (LayeredFormat) -> String) -> String {
    all.map(text).joined(separator: "、")
  }

  /// Its ending and what opens it, as "ora (Krita, MyPaint)".
  public var presentation: String { "\(ending) (\(programs.joined(separator: ", ")))" }
}
