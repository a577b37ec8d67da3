public import Projects
internal import TerminalUI

extension StudioState {
  /// Opens the list of references for the marked drawings, or the selected one; from the references with those that are
  /// marked or selected there in it.
  mutating func chooseReferences() {
    guard let state = desk.project?.state else { return }
    let drawings = chosen(.drawing)
    guard !drawings.isEmpty, !state.references.isEmpty else {
      tell(
        .warning,
        drawings.isEmpty
          ? Phrase("There is no drawing to give references to", "色見本を割り当てる線画がありません")
          : Phrase("No reference yet: Tab, then i imports one", "色見本がありません。Tab のあと i で読み込みます"))
      return
    }
    let isInReferences = pictures.list == .reference
    overlay = .references(
      ReferenceChooser(
        for: drawings, in: state, proposed: isInReferences ? chosen(.reference) : [],
        selected: isInReferences ? pictures.selected[.reference] : nil))
  }

  mutating func handle(_ key: Key, in chooser: ReferenceChooser) -> [Effect] {
    var chooser = chooser
    let last = chooser.references.count - 1
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("q"), []):
      overlay = nil
      return []
    case (.enter, _): return assign(chooser)
    case (.character(" "), _): chooser.toggle(chooser.selected)
    case (.up, _), (.character("k"), []): chooser.selected = max(0, chooser.selected - 1)
    case (.down, _), (.character("j"), []): chooser.selected = min(last, chooser.selected + 1)
    case (.home, _), (.character("g"), []): chooser.selected = 0
    case (.end, _), (.character("G"), _): chooser.selected = last
    default: break
    }
    overlay = .references(chooser)
    return []
  }

  /// Gives the drawings the chosen references.
  private mutating func assign(_ chooser: ReferenceChooser) -> [Effect] {
    guard !chooser.chosen.isEmpty else {
      tell(
        .warning,
        Phrase(
          "Without a reference there are no colours: Space marks one",
          "色見本がないと彩色できません。Space で選んでください"))
      return []
    }
    overlay = nil
    let names = chooser.chosen.compactMap(title(of:)).joined(separator: ", ")
    guard let state = desk.project?.state,
      chooser.drawings.contains(where: { state.references(for: $0).map(\.id) != chooser.chosen })
    else { return [] }
    let effects = edit(
      [.assign(chooser.drawings, references: chooser.chosen)],
      named: Phrase("assign \(names)", "色見本の割り当て: \(names)"))
    if !effects.isEmpty {
      let whose = name(of: chooser.drawings)
      tell(
        .done,
        Phrase(
          "References of \(whose.english): \(names); u takes it back",
          "\(whose.japanese)の色見本: \(names)。u で戻せます"))
    }
    return effects
  }

  /// One drawing by its name, several by their number.
  public func name(of drawings: [PictureID]) -> Phrase {
    drawings.count == 1
      ? Phrase(same: title(of: drawings[0]) ?? "")
      : Phrase("\(drawings.count) drawings", "\(drawings.count) 枚の線画")
  }
}
