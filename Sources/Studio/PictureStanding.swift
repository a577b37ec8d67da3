public import Projects

extension StudioState {
  /// What a picture's chip says in signs, in words: for where there is room.
  public func standing(of picture: Picture) -> [Phrase] {
    guard picture.kind == .drawing, let project, let facts = facts[picture.id] else {
      let words = chip(of: picture).words
      return words.english.isEmpty ? [] : [words]
    }
    let (regions, doubtful) = (facts.counts.regions, facts.counts.doubtful)
    var words = [
      Phrase("\(regions) regions", "\(regions) 領域"),
      doubtful == 0
        ? Phrase("none doubtful", "要確認なし") : Phrase("\(doubtful) doubtful", "要確認 \(doubtful)"),
    ]
    if facts.order != AnalysisOrder(picture.id, in: project.state) {
      words.append(Phrase("corrected since", "その後に修正"))
    }
    let render: Phrase? =
      switch renderState(of: picture.id) {
      case .none, .cancelled: nil
      case .queued: Sign.queued.meaning
      case .running: Sign.rendering.meaning
      case .done: Sign.rendered.meaning
      case .stale: Sign.stale.meaning
      case .failed, .interrupted: Phrase("not rendered", "レンダー失敗")
      }
    return words + [render].compactMap(\.self)
  }
}
