public import ImageFormats

extension ImageError {
  /// As the artist reads it, ready for the screen.
  public var phrase: Phrase {
    Phrase(description, "\(printable(file)): \(problem.japanese)。")
  }
}

extension ImageError.Problem {
  fileprivate var japanese: String {
    switch self {
    case .missing: "ファイルがありません。名前を確かめてください"
    case .nothingFits: "このパターンに合うファイルがありません。パターンを確かめてください"
    case .folder: "フォルダです。中の画像を指定してください"
    case .noPictures:
      "フォルダに PNG、JPEG、WebP の画像がありません。サブフォルダは読みません"
    case .unreadable(let reason): "読み込めません (\(reason))。アクセス権を確かめてください"
    case .lost: "プロジェクトのこのファイルがなくなりました。控えから戻してください"
    case .special: "パイプかデバイスで、ファイルではありません。PNG、JPEG、WebP を指定してください"
    case .nameIsNoText: "名前が UTF-8 でないため除きます。別の名前にしてください"
    case .empty: "ファイルが空です。書き出しかコピーをやり直してください"
    case .notAPicture: "対応していない形式です。PNG、JPEG、WebP を指定してください"
    case .truncated(let kind):
      "\(kind.rawValue) ファイルが途中で切れています。書き出しかコピーをやり直してください"
    case .corrupt(let kind, let detail):
      "\(kind.rawValue) ファイルが壊れています (\(printable(detail)))。書き出しかコピーをやり直してください"
    case .tooManyPixels(let width, let height, let limit):
      "\(width)×\(height) ピクセルは上限 \(limit) を超えています。縮小してください"
    case .tooManyBytes(let limit):
      "ファイルが上限 \(limit) バイトを超えています。PNG で書き出し直してください"
    case .unsupported(let what, let saveAs):
      "この種類は読み込めません (\(printable(what)))。保存し直してください: \(printable(saveAs))"
    case .exists: "同じ名前のファイルがあります。別の名前にするか、置き換えを許可してください"
    case .targetIsFolder: "フォルダなので書き込めません。中のファイル名を指定してください"
    case .noSuchFolder: "保存先のフォルダがありません。先に作るか、別の場所を選んでください"
    case .unwritable(let reason): "書き込めません (\(reason))。別の場所を選んでください"
    case .diskFull: "ディスクに空きがなく、何も書き込んでいません。空きを作ってやり直してください"
    case .tooLargeForFormat(let format):
      "画像が \(format) には大きすぎます。縮小するか別の形式にしてください"
    }
  }
}
