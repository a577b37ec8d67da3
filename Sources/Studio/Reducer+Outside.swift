import Projects

extension StudioState {
  /// What another program did to a drawing's `parts.png` becomes one line of the journal, to be undone as any other.
  mutating func takeOutside(_ edits: [Edit], of id: PictureID) -> [Effect] {
    guard outsideLines[id] == nil, let drawing = project?.state[id] else { return [] }
    if edits.isEmpty { return [.acknowledgeOutside(drawing)] }
    let count = edits.reduce(0) { count, edit in
      if case .label(_, let regions, _) = edit { count + regions.count } else { count }
    }
    let effects = edit(
      edits,
      named: Phrase(
        "\(count) parts of \(drawing.title) changed in parts.png",
        "\(drawing.title): parts.png での変更 \(count) 件"))
    guard let number = project?.history.lines.count, !effects.isEmpty else { return [] }
    outsideLines[id] = number
    tell(
      .done,
      Phrase(
        "parts.png of \(drawing.title) was edited: \(count) regions changed; u takes it back",
        "\(drawing.title) の parts.png の変更を \(count) 領域に取り込みました。u で戻せます"))
    return effects
  }

  /// Once the line is safe, `parts.png` counts as read.
  mutating func settleOutside(_ confirmed: Int) -> [Effect] {
    let settled = outsideLines.filter { $0.value <= confirmed }.map(\.key)
    for id in settled { outsideLines[id] = nil }
    return settled.sorted().compactMap { id in
      project?.state[id].map { .acknowledgeOutside($0) }
    }
  }
}
