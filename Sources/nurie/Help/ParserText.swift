import TerminalUI

/// What the parser of arguments says to people, in Japanese and in a terminal's columns: help and errors.
///
/// The parser itself knows English alone, and counts characters where a terminal counts columns. So it is asked for lines as
/// long as they like; here its own words are replaced, and all is wrapped. The texts of commands and options are Japanese
/// already. What it makes for programs (scripts for shells, JSON) is let through as it is.
struct ParserText {
  /// The parser's text in English, its lines not wrapped.
  private let text: String
  /// The terminal's.
  private let columns: Int
  /// The columns that options and commands have for themselves, before what they do.
  private static let labelColumns = 26

  init(_ text: String, columns: Int) {
    self.text = text
    self.columns = max(40, columns)
  }

  var japanese: String {
    guard text.hasPrefix(Mark.overview) || text.hasPrefix(Mark.usage) || text.hasPrefix(Mark.error)
    else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard text.hasPrefix(Mark.error) else { return help(lines).joined(separator: "\n") }
    // An error, its usage, or all of the help where nothing was given.
    let end = lines.firstIndex { line in Mark.afterError.contains { line.hasPrefix($0) } }
    let message = lines[..<(end ?? lines.count)].joined(separator: "\n")
    let rest = Array(lines[(end ?? lines.count)...])
    let error = "エラー: " + Self.error(String(message.dropFirst(Mark.error.count)))
    let isHelp = rest.first?.hasPrefix(Mark.overview) ?? false
    return (wrapped(error) + (isHelp ? help(rest) : rest.flatMap(usage))).joined(separator: "\n")
  }

  private enum Mark {
    static let overview = "OVERVIEW: "
    static let usage = "USAGE: "
    static let error = "Error: "
    static let afterError = [overview, usage, "Usage: ", "Help:  "]
    static let headers = ["ARGUMENTS:": "引数:", "OPTIONS:": "オプション:", "SUBCOMMANDS:": "コマンド:"]
  }

  private func help(_ lines: [String]) -> [String] {
    var result: [String] = []
    var isAfterUsage = false
    for line in lines {
      if line.hasPrefix(Mark.overview) {
        result += wrapped("概要: " + line.dropFirst(Mark.overview.count))
      } else if line.hasPrefix(Mark.usage) {
        isAfterUsage = true
        result += usage(line)
      } else if isAfterUsage, line.hasPrefix("  See '") {
        result += usage(line)
      } else if isAfterUsage, line.first == " " {
        result += element(line)
      } else {
        result += wrapped(Mark.headers[line] ?? line)
      }
    }
    return result
  }

  /// The lines of an option or a command and what it does, or of the latter alone, below a long label.
  private func element(_ line: String) -> [String] {
    let split = line.index(line.startIndex, offsetBy: Self.labelColumns, limitedBy: line.endIndex)
    guard let split, line[line.index(before: split)] == " ", !line[split...].hasPrefix("...") else {
      return [Self.worded(line)]
    }
    let blanks = String(repeating: " ", count: Self.labelColumns)
    var label = Self.worded(String(line[..<split]))
    while label.last == " " { label.removeLast() }
    var texts = Self.worded(String(line[split...])).wrapped(toColumns: columns - Self.labelColumns)
      .map { blanks + $0 }
    if label.isEmpty { return texts }
    if label.terminalColumns >= Self.labelColumns { return [label] + texts }
    texts[0] = label + texts[0].dropFirst(label.terminalColumns)
    return texts
  }

  private func usage(_ line: String) -> [String] {
    for (english, japanese) in [
      ("USAGE: ", "使い方: "), ("Usage: ", "使い方: "), ("Help:  ", "説明: "),
    ] where line.hasPrefix(english) {
      return wrapped(japanese + Self.worded(String(line.dropFirst(english.count))), hanging: 8)
    }
    for (english, japanese) in [
      ("  See '*' for more information.", "  詳しくは '*' で表示します。"),
      ("  See '*' for detailed help.", "  詳しくは '*' で表示します。"),
    ] {
      if let said = Self.filled(japanese, from: line, as: english) {
        return wrapped(Self.worded(said))
      }
    }
    return wrapped(Self.worded(line), hanging: 8)
  }

  /// The lines of a line, which begin where it begins, or at a column.
  private func wrapped(_ line: String, hanging: Int? = nil) -> [String] {
    let blanks = line.prefix { $0 == " " }
    let indent = hanging ?? blanks.count
    let first = line.dropFirst(blanks.count).wrapped(toColumns: columns - max(indent, blanks.count))
    return first.enumerated().map { index, text in
      text.isEmpty
        ? "" : index == 0 ? blanks + text : String(repeating: " ", count: indent) + text
    }
  }

  /// The parser's words among an option's or a command's.
  private static func worded(_ text: String) -> String {
    var text = text
    for (english, japanese) in words { text.replace(english, with: japanese) }
    return text
  }

  private static let words = [
    ("(values: ", "(値: "), ("; default: ", "、既定: "), ("(default: ", "(既定: "),
    ("(default)", "(既定)"), ("<subcommand>", "<コマンド>"), ("<options>", "<オプション>"),
    ("Show the version.", "バージョンを表示します。"),
    ("Show help information.", "この説明を表示します。"),
  ]

  /// Errors, the more special ones first; the stars are the user's words and the parser's names.
  private static let errors = [
    ("Unknown option '*'. Did you mean '*'?", "オプション '*' はありません。'*' のことですか?"),
    ("Unknown option '*'", "オプション '*' はありません。"),
    ("Missing value for '*'", "'*' の値がありません。"),
    (
      "The option '*' does not take any value, but '*' was specified.",
      "オプション '*' に値は付けられません ('*')。"
    ),
    ("Unexpected argument '*'", "余分な引数があります: '*'"),
    ("* unexpected arguments: *", "余分な引数が * 個あります: *"),
    ("Value to be set with * had already been set with *", "* は * と同時に指定できません。"),
    ("Missing expected argument '*'", "'*' を指定してください。"),
    ("Missing one of: *", "次のどれかを指定してください: *"),
    (
      "The value '*' is invalid for '*'. Please provide one of the following:*",
      "'*' は '*' の値にできません。次のどれかにしてください:*"
    ),
    (
      "The value '*' is invalid for '*'. Please provide one of *.",
      "'*' は '*' の値にできません。次のどれかにしてください: *"
    ),
    ("The value '*' is invalid for '*': *", "'*' は '*' の値にできません: *"),
    ("The value '*' is invalid for '*'", "'*' は '*' の値にできません。"),
  ]

  private static func error(_ message: String) -> String {
    for (english, japanese) in errors {
      if var said = filled(japanese, from: message, as: english) {
        for and in ["' and '", "' or '"] { said.replace(and, with: "', '") }
        return said
      }
    }
    return message
  }

  /// A pattern with what the stars of another stand for in a text; nil where the text is not of that pattern.
  private static func filled(_ target: String, from text: String, as pattern: String) -> String? {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    var rest = text[...]
    guard rest.hasPrefix(pieces[0]) else { return nil }
    rest.removeFirst(pieces[0].count)
    var found: [Substring] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        found.append(rest.dropLast(piece.count))
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        found.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
    }
    var said = ""
    for (index, piece) in target.split(separator: "*", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { said += found[index - 1] }
      said += piece
    }
    return said
  }
}
