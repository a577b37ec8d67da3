internal import Coloring
public import Delivery
internal import ImageFormats

extension Engines.Lack {
  /// As the artist reads it.
  public var phrase: Phrase {
    let english = printable(description)
    return Phrase(english.prefix(1).uppercased() + english.dropFirst() + ".", "\(japanese)。")
  }

  private var japanese: String {
    let rest = "ルールだけで対応を探します。nurie を入れ直してください"
    return switch self {
    case .missing: "学習済みネットワークの重み (share/nurie/\(Engines.weights)) が見つからないため、\(rest)"
    case .damaged(let path):
      "\(printable(path)) が読めないか、このバージョンのものではないため、\(rest)"
    }
  }
}
