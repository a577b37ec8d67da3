import Coloring
import Projects

extension StudioState {
  /// Another program's changes of a drawing's `parts.png` become one line of the journal, to be undone as any other.
  mutating func takeOutside(_ reading: PartsPicture.Reading, of id: PictureID) -> [Effect] {
    guard let drawing = desk.project?.state[id] else { return [] }
    if let taken = outside.readings[id] {
      // Read twice, or saved again before the first is safe: then it is looked at again once that is.
      if taken.line != nil || taken.reading.isOfSameFile(as: reading) { return [] }
    }
    let edits = reading.edits
    outside.readings[id] = (reading, nil)
    if edits.isEmpty { return [.acknowledgeOutside(drawing, reading, parts: allParts)] }
    let count = edits.reduce(0) { count, edit in
      if case .label(_, let regions, _) = edit { count + regions.count } else { count }
    }
    let effects = edit(
      edits,
      named: Phrase(
        "\(count) parts of \(drawing.title) changed in parts.png",
        "\(drawing.title): parts.png での変更 \(count) 件"))
    guard let number = desk.project?.history.lines.count, !effects.isEmpty else { return [] }
    outside.readings[id] = (reading, number)
    tell(
      .done,
      Phrase(
        "parts.png of \(drawing.title) was edited: \(count) regions changed; u takes it back",
        "\(drawing.title) の parts.png の変更を \(count) 領域に取り込みました。u で戻せます"))
    return effects
  }

  /// Once the line is safe, `parts.png` counts as read.
  mutating func settleOutside(_ confirmed: Int) -> [Effect] {
    var effects: [Effect] = []
    for (id, taken) in outside.readings.sorted(by: { $0.key < $1.key }) {
      guard let line = taken.line, line <= confirmed else { continue }
      outside.readings[id]?.line = nil
      if let drawing = desk.project?.state[id] {
        effects.append(.acknowledgeOutside(drawing, taken.reading, parts: allParts))
      }
    }
    if let line = outside.paletteLine, line <= confirmed {
      outside.paletteLine = nil
      effects.append(.acknowledgePalette(parts: allParts))
    }
    return effects
  }

  /// Another program's changes of `palette.json` become one line of the journal. What names no entry any more, or was
  /// done here meanwhile, is left out.
  mutating func takePaletteFromOutside(_ edits: [Edit]) -> [Effect] {
    // Without a drawing there is no palette to compare with: it is looked at again when there is one.
    guard outside.paletteLine == nil, let palette = settledColours?.palette else { return [] }
    let wanted = edits.filter { change($0, isLeftIn: palette) }
    if wanted.isEmpty {
      // `palette.json` is written anew, without the changes left out.
      palettePane.kept = nil
      palettePane.keptAt = nil
      return [.acknowledgePalette(parts: allParts)]
    }
    let count = wanted.count.counted("colour")
    let effects = edit(
      wanted,
      named: Phrase(
        "\(count) changed in palette.json", "palette.json での変更 \(wanted.count) 色"))
    guard let number = desk.project?.history.lines.count, !effects.isEmpty else { return [] }
    outside.paletteLine = number
    tell(
      .done,
      Phrase(
        "palette.json was edited: \(count) changed; u takes it back",
        "palette.json の変更を \(wanted.count) 色に取り込みました。u で戻せます"))
    return effects
  }

  /// Says once that files for other programs cannot be written, and not at all where the journal cannot either.
  mutating func failOutside(_ reason: Phrase) {
    if desk.project?.journalTrouble != nil || outside.trouble == reason { return }
    outside.trouble = reason
    tell(.warning, reason)
  }

  /// The journal can be written again: what else could not be reached or written is tried again.
  mutating func returnToStorage() {
    pictures.shelf.failures = [:]
    outside.trouble = nil
    palettePane.kept = nil
    palettePane.keptAt = nil
    tell(.done, Phrase("Saved again", "保存を再開しました"))
  }

  private func change(_ edit: Edit, isLeftIn palette: Palette) -> Bool {
    switch edit {
    case .addEntry(let entry): palette.index(named: entry.name) == nil
    case .changeEntry(let name, let entry):
      palette.index(named: name).map { palette.entries[$0] != entry } ?? false
    case .removeEntry(let name): palette.index(named: name) != nil
    default: false
    }
  }
}
