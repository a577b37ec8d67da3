internal import Projects

extension StudioState {
  /// The fault of a picture's new name.
  func obstacle(toRenaming id: PictureID, to title: String) -> Phrase? {
    if title.isEmpty {
      return Phrase("A name needs at least one letter", "名前を入力してください")
    }
    guard let state = desk.project?.state, let kind = state[id]?.kind else { return nil }
    let others = (state.drawings + state.references).filter { $0.kind == kind && $0.id != id }
    guard others.contains(where: { $0.title == title }) else { return nil }
    return kind == .drawing
      ? Phrase("Another drawing has this name", "同じ名前の線画があります")
      : Phrase("Another reference has this name", "同じ名前の色見本があります")
  }
}
