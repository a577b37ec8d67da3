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
  /// What follows from what was taught, without an end.
  public var shortPhrase: Phrase {
    let (english, japanese) =
      unread == 0
      ? ("", "") : ("; \(unread.counted("drawing")) could not be read", "。\(unread) 枚は読み込めませんでした")
    if regions == 0 {
      return Phrase("no region has a new part\(english)", "パーツが変わった領域はありません\(japanese)")
    }
    return Phrase(
      "\(regions.counted("region")) of \(drawings.counted("drawing")) \(regions == 1 ? "has" : "have") new parts\(english)",
      "線画 \(drawings) 枚の \(regions) 領域でパーツが変わりました\(japanese)")
  }

  /// The same, and by what it was taught.
  public func phrase(of taught: PartsTeacher.Taught) -> Phrase {
    let (parts, pictures) = (taught.parts.count, taught.pictures.count)
    return Phrase(
      "\(parts) parts taught by \(pictures.counted("picture")): \(shortPhrase.english)",
      "\(pictures) 枚から \(parts) 個のパーツを学習: \(shortPhrase.japanese)")
  }
}
