public import Regions

extension LineArtError {
  /// As the artist reads it.
  public var phrase: Phrase { Phrase("\(description).", "\(japanese)。") }

  private var japanese: String {
    switch self {
    case .tooSmall(let width, let height):
      "\(width)×\(height) ピクセルは線画として小さすぎます。\(LineArt.smallestSide)×\(LineArt.smallestSide) 以上にしてください"
    case .noLine:
      "線がありません。明るい紙に暗い線、暗い紙に明るい線、または透明な地に描いた線画を指定してください"
    case .noPaper: "全面がインクで、紙の部分がありません。塗った絵やマスクではなく線画を指定してください"
    }
  }
}
