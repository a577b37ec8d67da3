public import Coloring

extension GPLError {
  /// As the artist reads it: what is wrong in the file, to follow its name.
  public var phrase: Phrase {
    let place = line.map { "\($0) 行目: " } ?? ""
    return Phrase("\(description).", "\(place)\(problem.japanese)。")
  }
}

extension GPLError.Problem {
  fileprivate var japanese: String {
    switch self {
    case .notAPalette:
      "GIMP パレットではありません (1 行目は \"GIMP Palette\")。.gpl で書き出してください"
    case .noColour: "パレットに色がありません。\"R G B 名前\" の行を加えてください"
    case .noNumbers: "赤・緑・青の整数 3 つと名前が必要です。直すか取り除いてください"
    case .outOfRange(let value): "\(value) は 0…255 の範囲にありません。直すか行を取り除いてください"
    }
  }
}
