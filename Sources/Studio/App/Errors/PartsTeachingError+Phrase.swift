public import Projects
internal import Regions

extension PartsTeachingError {
  /// As the artist reads it.
  public var phrase: Phrase { Phrase(description, japanese) }

  private var japanese: String {
    switch self {
    case .nothingLabelled:
      "まだパーツを指定していません。1〜10 枚の線画か色見本で領域のパーツを指定してから、もう一度教えてください。"
    case .onePart(let part):
      "指定したパーツが \(part.japanese) だけです。区別できるように、ほかのパーツも 1 つ以上指定してください。"
    case .noNetwork:
      "パーツはネットワークの見たものから学習しますが、このプロジェクトはルールだけで対応を探します。対応づけをネットワークに設定するか、重みがなければ nurie を入れ直してください。"
    case .notLearned:
      "指定した線画から学習できる数値が得られず、何も変更していません。ほかの領域を指定して、もう一度教えてください。"
    }
  }
}

extension PartChanges {
  /// What follows from what was taught, in one sentence without its end.
  public func phrase(of taught: PartsTeacher.Taught) -> Phrase {
    let pictures = taught.pictures.count
    let (noun, verb) = (
      pictures == 1 ? "picture" : "pictures", regions == 1 ? "region has" : "regions have"
    )
    let unreadEnglish =
      unread == 0
      ? "" : "; \(unread) \(unread == 1 ? "drawing" : "drawings") could not be read"
    let unreadJapanese = unread == 0 ? "" : "。\(unread) 枚は読み込めませんでした"
    return Phrase(
      "\(taught.parts.count) parts taught by \(pictures) \(noun): \(regions) \(verb) another part now, in \(drawings) \(drawings == 1 ? "drawing" : "drawings")\(unreadEnglish)",
      "\(pictures) 枚から \(taught.parts.count) 個のパーツを学習し、線画 \(drawings) 枚の \(regions) 個の領域でパーツが変わりました\(unreadJapanese)"
    )
  }
}
