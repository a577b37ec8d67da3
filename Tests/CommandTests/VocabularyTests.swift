import Foundation
import Testing

/// One word for one thing: a word that another has replaced comes back neither in code nor in what people read.
@Suite struct VocabularyTests {
  private struct Replaced: Sendable {
    enum Place { case everywhere, texts }

    /// A regular expression.
    let old: String
    let instead: String
    /// Texts are comments, messages of several words and documents, without the code that they quote.
    let place: Place

    init(_ old: String, instead: String, in place: Place = .everywhere) {
      self.old = old
      self.instead = instead
      self.place = place
    }
  }

  private static let replaced = [
    // Screens are called in code as the artist sees them.
    Replaced(#"\w*Masks[A-Z]\w*|\w+Masks\b|\+Masks\b|\.masks\b|[Mm]asks screen"#, instead: "Parts"),
    Replaced(#"\w*Brows(e|ing)\b|\w*Browse[A-Z]\w*|\.browse\b|[Bb]rowser"#, instead: "Pictures"),
    Replaced(#"\+Render\.swift|[Rr]ender screen|RenderScreen"#, instead: "Result"),
    // A mask is a yes or no for each pixel, or regions in colours on a terminal.
    Replaced(
      #"[Mm]asks? of (the )?parts|\w*\b[Pp]arts?[ -]?[Mm]asks?\b"#, instead: "parts' picture"),
    Replaced(#"[Rr]ead-?[Oo]nly[ R][Rr]eason"#, instead: "refusal"),
    Replaced(#"[Cc]olou?ris(e|ing|ation)|[Cc]olouri[sz]e"#, instead: "colour"),
    // British spelling; names in code are Swift's and other libraries'.
    Replaced(#"\b[Cc]olor(s|ed|ing|ful|less)?\b"#, instead: "colour", in: .texts),
    Replaced(#"\b[Gg]r[a]y(s|ish|scale)?\b"#, instead: "grey", in: .texts),
    Replaced(#"\b[Nn]eighbor\w*"#, instead: "neighbour", in: .texts),
    Replaced(#"\b[Cc]enter(s|ed)?\b"#, instead: "centre", in: .texts),
    Replaced(#"\b[Bb]ehavior\w*"#, instead: "behaviour", in: .texts),
    Replaced(#"\b[Cc]anceled\b"#, instead: "cancelled", in: .texts),
    Replaced(#"\b[Ll]abeled\b"#, instead: "labelled", in: .texts),
  ]

  /// What the old words stand in with right: names that are others', and files of former versions.
  private static let others = [
    "A perceptual color space", "CIEDE2000 color-difference formula", "color.png", "[colors]",
    "--colors", "no-color.org",
    #"["browse": .pictures, "masks": .parts, "render": .result]"#,
  ]

  @Test func noReplacedWordComesBack() throws {
    let sources = root.appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }.map { "Sources/" + $0 }
    #expect(names.count > 300)
    let documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    for name in names.sorted() + documents {
      let bytes = Array(try Data(contentsOf: root.appending(path: name)))
      for (line, old, instead) in try Self.found(in: bytes, of: name) {
        Issue.record("\(name):\(line): \(old) is called \(instead) now")
      }
    }
  }

  @Test(
    "An old word is found where it counts, and only there",
    arguments: [
      ("A.swift", "struct MasksState {}", 1), ("A.swift", "let masks = 3", 0),
      ("Page+Masks.swift", "", 1), ("A.swift", "\n/// The hidden mask of parts.", 2),
      ("A.swift", "let color = RGBA.black", 0), ("A.swift", "\n\n// Its color.", 3),
      ("A.swift", "// The caller of `color`, and a file color.png.", 0),
      ("A.swift", #"case "color": 1"#, 0), ("A.swift", #"say("no color")"#, 1),
      ("A.swift", #"say("a colour: \(color.name(of: ("b"))) there")"#, 0),
      ("A.swift", "let text = \"\"\"\n  gray lines\n  \"\"\"", 2),
      ("A.swift", ##"say(#"a "gray" one"#)"##, 1), ("A.swift", #"let path = "a//gray b""#, 1),
      ("A.md", "All\n```\ngray\n```\nis gray", 5), ("A.md", "its `color`", 0),
    ])
  func finding(name: String, text: String, line: Int) throws {
    let found = try Self.found(in: Array(text.utf8), of: name)
    #expect(found.map(\.line) == (line == 0 ? [] : [line]))
  }

  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The lines with an old word, which it is, and the word to use.
  private static func found(
    in bytes: [UInt8], of name: String
  ) throws -> [(line: Int, old: String, instead: String)] {
    let texts = name.hasSuffix(".md") ? textsOfDocument(bytes) : textsOfSource(bytes)
    // A file's name counts as its first line.
    let everything = withoutOthers(name + " " + String(decoding: bytes, as: UTF8.self))
    let read = withoutOthers(String(decoding: texts, as: UTF8.self))
    var found: [(line: Int, old: String, instead: String)] = []
    for word in replaced {
      let text = word.place == .texts ? read : everything
      let whole = NSRange(text.startIndex..., in: text)
      for match in try NSRegularExpression(pattern: word.old).matches(in: text, range: whole) {
        guard let range = Range(match.range, in: text) else { continue }
        let line = 1 + text[..<range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") }
        found.append((line, String(text[range]), word.instead))
      }
    }
    return found
  }

  private static func withoutOthers(_ text: String) -> String {
    others.reduce(text) { text, phrase in
      text.contains(phrase)
        ? text.replacing(phrase, with: String(repeating: " ", count: phrase.count)) : text
    }
  }

  /// A document with blanks in the place of code.
  private static func textsOfDocument(_ bytes: [UInt8]) -> [UInt8] {
    var isFenced = false
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(
      lines.map { line -> [UInt8] in
        let isFence = line.starts(with: Array("```".utf8))
        if isFence { isFenced.toggle() }
        return isFence || isFenced ? [] : withoutQuotedCode(Array(line))
      }.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// A source file with blanks in the place of all but comments and strings of several words.
  private static func textsOfSource(_ bytes: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    let quote = UInt8(ascii: "\"")
    var texts = bytes.map { $0 == newline ? newline : UInt8(ascii: " ") }
    func starts(_ text: String, at index: Int) -> Bool { bytes[index...].starts(with: text.utf8) }
    var index = 0
    let beginnings = [UInt8(ascii: "/"), quote, UInt8(ascii: "#")]
    while index < bytes.count {
      if !beginnings.contains(bytes[index]) {
        index += 1
      } else if starts("//", at: index) {
        let end = bytes[index...].firstIndex(of: newline) ?? bytes.count
        texts.replaceSubrange(index..<end, with: withoutQuotedCode(Array(bytes[index..<end])))
        index = end
      } else if bytes[index] == quote || starts("#\"", at: index) {
        let isRaw = bytes[index] != quote
        if isRaw { index += 1 }
        let isLong = starts("\"\"\"", at: index)
        let mark = (isLong ? "\"\"\"" : "\"") + (isRaw ? "#" : "")
        index += isLong ? 3 : 1
        let start = index
        var string: [UInt8] = []
        while index < bytes.count, bytes[index] != quote || !starts(mark, at: index) {
          if !isRaw, bytes[index] == UInt8(ascii: "\\") {
            let end = starts("\\(", at: index) ? endOfInterpolation(bytes, index + 1) : index + 2
            string += bytes[index..<min(end, bytes.count)].map { $0 == newline ? newline : 32 }
            index = end
          } else {
            string.append(bytes[index])
            index += 1
          }
        }
        if string.contains(UInt8(ascii: " ")) {
          texts.replaceSubrange(start..<start + string.count, with: string)
        }
        index += mark.utf8.count
      } else {
        index += 1
      }
    }
    return texts
  }

  /// - Parameter start: of the opening parenthesis.
  private static func endOfInterpolation(_ bytes: [UInt8], _ start: Int) -> Int {
    var depth = 0
    for index in start..<bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return bytes.count
  }

  private static func withoutQuotedCode(_ line: [UInt8]) -> [UInt8] {
    var isCode = false
    return line.map { byte in
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      return isCode ? UInt8(ascii: " ") : byte
    }
  }
}
