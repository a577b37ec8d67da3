internal import ImageFormats
public import TerminalUI

extension ThemeError {
  /// As the artist reads it, ready for the screen.
  public var phrase: Phrase {
    Phrase(description, printable("\(whereabouts): \(problem.japanese)。"))
  }
}

extension ThemeError.Problem {
  fileprivate var japanese: String {
    switch self {
    case .unreadable(let reason): "読み込めません (\(reason))。アクセス権を確かめてください"
    case .noTextFile: "テーマではありません。テキストファイルにしてください"
    case .noUnicode: "UTF-8 のテキストとして読めません"
    case .syntax(let reason): "書式の誤り: \(reason)"
    case .wanted(let wanted): "\(wanted.japanese)を書いてください"
    case .unknownKey(let known): "このキーはありません。使えるのは \(known.joined(separator: "、"))"
    case .unknownAttribute(let known): "使えるのは \(known.joined(separator: "、"))"
    case .unknownRole: "この役割はありません"
    case .unknownColour(let name):
      "色 \"\(name)\" がありません。[colors] で名前を付けるか、\"#rrggbb\" と書いてください"
    case .inheritsItself(let name): "\"\(name)\" を通じて自分自身を継承しています"
    case .noTheme(let name, let known):
      "テーマ \"\(name)\" がありません。あるのは \(known.joined(separator: "、"))"
    }
  }
}

extension ThemeError.Wanted {
  fileprivate var japanese: String {
    switch self {
    case .flag: "true か false"
    case .themeName: "テーマの名前"
    case .colours: "色の表"
    case .colour: "色 (\"#rrggbb\" か \"terminal\")"
    case .roles: "役割の表"
    case .colourName: "色"
    case .look: "色か { fg, bg, attributes }"
    case .list: "リスト"
    }
  }
}
