internal import Coloring
internal import Projects
internal import Regions
internal import TerminalUI

extension StudioState {
  var noOwnPart: Phrase? {
    desk.project?.parts.isEmpty ?? true
      ? Phrase("The project has no parts of its own", "独自のパーツはありません") : nil
  }

  /// The project's own parts to choose one from.
  func ownParts(_ kind: Menu.Kind) -> Menu {
    Menu(
      kind: kind,
      items: (desk.project?.parts ?? []).map { part in
        MenuItem(
          choice: .part(part), title: Phrase(part.name, part.japanese),
          detail: "\(part.letter)  \(part.hex)", obstacle: nil, group: Phrase("Parts", "パーツ"),
          searchable: "\(part.name) \(part.japanese)".lowercased())
      })
  }

  mutating func choose(_ part: Part?, in kind: Menu.Kind) -> [Effect] {
    if case .entryPart(let name) = kind { return give(part, toEntry: name) }
    guard let part else { return [] }
    if kind == .removedPart { return remove(part) }
    overlay = .partForm(PartForm(changing: part, beside: allParts))
    return []
  }

  mutating func handle(_ key: Key, in form: PartForm) -> [Effect] {
    var form = form
    let rows = PartForm.Row.allCases
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control):
      overlay = nil
      return []
    case (.enter, _): return finish(form)
    case (.up, _), (.tab, .shift):
      form.row = rows[(form.row.rawValue + rows.count - 1) % rows.count]
    case (.down, _), (.tab, _): form.row = rows[(form.row.rawValue + 1) % rows.count]
    default:
      guard var editor = form.fields[form.row], editor.handle(key) else { return [] }
      form.type(editor, beside: others(than: form))
    }
    overlay = .partForm(form)
    return []
  }

  /// The parts that the form's must be told from.
  func others(than form: PartForm) -> [Part] { allParts.filter { $0.id != form.changed?.id } }

  private mutating func finish(_ form: PartForm) -> [Effect] {
    let others = others(than: form)
    let part = form.part(beside: others)
    if let clash = part.clash(with: others) {
      var form = form
      form.complaint = clash.phrase
      overlay = .partForm(form)
      return []
    }
    overlay = nil
    guard let old = form.changed else { return add(part) }
    if old == part { return [] }
    let effects = edit(
      [.changePart(old.id, to: part)],
      named: Phrase("change the part \(old.name)", "パーツの変更: \(old.japanese)"))
    if !effects.isEmpty {
      tell(
        .done,
        Phrase(
          "\(old.name) is \(part.name), \(part.letter), \(part.hex) now; u takes it back",
          "\(old.japanese) を \(part.japanese) (\(part.letter)、\(part.hex)) にしました。u で戻せます"))
    }
    return effects
  }

  private mutating func add(_ part: Part) -> [Effect] {
    let effects = edit(
      [.addPart(part)], named: Phrase("add the part \(part.name)", "パーツを加える: \(part.japanese)"))
    if effects.isEmpty { return [] }
    let place = allParts.count - 1
    parts.bank = place / 10
    let digit = (place % 10 + 1) % 10
    tell(
      .done,
      Phrase(
        "Added the part \(part.name): \(digit) labels with it in bank \(place / 10 + 1) (Tab); u takes it back",
        "パーツ \(part.japanese) を加えました。バンク \(place / 10 + 1) の \(digit) で指定します (Tab)。u で戻せます"))
    return effects
  }

  private mutating func remove(_ part: Part) -> [Effect] {
    let count =
      desk.project?.state.labels.values.reduce(0) { sum, labels in
        sum + labels.count { $0.part == part.id }
      } ?? 0
    let effects = edit(
      [.removePart(part.id)],
      named: Phrase("remove the part \(part.name)", "パーツを取り除く: \(part.japanese)"))
    if !effects.isEmpty {
      parts.bank = min(parts.bank, bankCount - 1)
      if parts.lastLabel == .part(part.id) { parts.lastLabel = nil }
      tell(
        .done,
        Phrase(
          "Removed the part \(part.name): \(count.counted("region")) lost the label; u brings it back",
          "パーツ \(part.japanese) を取り除き、\(count) 領域の指定を外しました。u で戻せます"))
    }
    return effects
  }
}
