public import ImageFormats

extension ImageWarning {
  /// As the artist reads it, ready for the screen. What a library says is in its own words.
  public var phrase: Phrase {
    Phrase(description, "\(printable(file)): \(printable(problem.japanese))")
  }
}

extension ImageWarning.Problem {
  fileprivate var japanese: String {
    switch self {
    case .lacksEnd: "ファイルが途中で切れています。画素はすべて読めました"
    case .profileTooLarge: "カラープロファイルが大きすぎるため無視しました"
    case .colours(let fault): "\(fault.japanese)。色は sRGB として読みました"
    case .twoDensities(let kind, let head, let exif):
      "解像度が \(kind == .jpeg ? "JFIF" : "ヘッダー") では \(head) dpi、Exif では \(exif) dpi です。\(head) dpi とします"
    case .firstFrame: "アニメーションなので最初のフレームを読みました"
    case .noFrame:
      "アニメーションで、読んだのはフレームではなく代わりの静止画です。使うフレームを 1 枚の画像として保存してください"
    case .said(let library, let words): "\(library) の警告: \(words)"
    }
  }
}

extension ImageWarning.ColourFault {
  fileprivate var japanese: String {
    switch self {
    case .gamma(let gamma): "ガンマ値 \(gamma) は使えません"
    case .chromaticities: "原色の座標が正しくありません"
    case .damagedProfile: "カラープロファイルが壊れています"
    case .greyProfile(let name): "カラープロファイル\(name)はグレー用です"
    case .notRGB(let name): "カラープロファイル\(name)は RGB 用ではありません"
    case .unusableProfile(let name): "カラープロファイル\(name)は使えません"
    }
  }
}
