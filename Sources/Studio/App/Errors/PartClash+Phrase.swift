public import Regions

extension Part.Clash {
  /// As the artist reads it, a sentence without its end.
  public var phrase: Phrase {
    let japanese =
      switch self {
      case .noName: "英語と日本語の名前が必要です"
      case .longName: "名前が長すぎます"
      case .name(let part): "同じ名前のパーツがあります: \(part.japanese)"
      case .noLetter: "文字は A〜Z、a〜z、数字のどれか 1 つです"
      case .letter(let part): "\(part.japanese) がこの文字を使っています: \(part.letter)"
      case .noColour: "色は #rrggbb の形で入力してください"
      case .colour(let part): "\(part.japanese) の色 \(part.hex) と見分けられません"
      case .unlabelledColour: "未設定の領域のマゼンタと見分けられません"
      }
    return Phrase(reason.prefix(1).uppercased() + reason.dropFirst(), japanese)
  }
}
