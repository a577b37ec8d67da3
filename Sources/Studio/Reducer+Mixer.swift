internal import Coloring
internal import Projects
internal import Raster
internal import Regions
internal import TerminalUI

extension StudioState {
  mutating func handle(_ key: Key, in mixer: Mixer) -> [Effect] {
    if mixer.picker != nil { return pick(key, mixer) }
    var mixer = mixer
    let rows = mixer.rows
    let place = rows.firstIndex(of: mixer.row) ?? 0
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control):
      overlay = nil
      return []
    case (.enter, _): return finish(mixer)
    case (.up, []), (.tab, .shift): mixer.row = rows[(place + rows.count - 1) % rows.count]
    case (.down, []), (.tab, []): mixer.row = rows[(place + 1) % rows.count]
    case (.character("p"), []): return beginPicking(mixer)
    case _ where mixer.row == .hex:
      var editor = mixer.hex
      guard editor.handle(key) else { return [] }
      mixer.type(editor)
    case (.character(" "), []) where mixer.row == .derive,
      (.left, _) where mixer.row == .derive, (.right, _) where mixer.row == .derive:
      mixer.derives.toggle()
    case (.left, let modifiers), (.character("h"), let modifiers): mixer.slide(-1, modifiers)
    case (.right, let modifiers), (.character("l"), let modifiers): mixer.slide(1, modifiers)
    case (.character("k"), []): mixer.row = rows[(place + rows.count - 1) % rows.count]
    case (.character("j"), []): mixer.row = rows[(place + 1) % rows.count]
    case (.home, []): mixer.set(mixer.moved(mixer.row, to: 0))
    case (.end, []): mixer.set(mixer.moved(mixer.row, to: 1))
    default: return []
    }
    overlay = .mixer(mixer)
    return []
  }

  /// Takes the mixed colour: one line of the journal.
  mutating func finish(_ mixer: Mixer) -> [Effect] {
    guard mixer.isHexValid else {
      tell(
        .warning, Phrase("A colour is written as #rrggbb", "色は #rrggbb の形で入力してください"))
      return []
    }
    overlay = nil
    let entry = mixer.entry
    switch mixer.purpose {
    case .change(let old, let tone):
      guard entry != old else { return [] }
      return edit(
        [.changeEntry(old.name, to: entry)],
        named: Phrase(
          "\(old.name), \(tone.title.english): \(old[tone].hex) to \(entry[tone].hex)",
          "\(old.name) \(tone.title.japanese): \(old[tone].hex) → \(entry[tone].hex)"))
    case .add(_, let regions):
      guard var palette = settledColours?.palette, let drawing else { return [] }
      let added = palette.entries[palette.add(entry)]
      palettePane.selected = added.name
      var edits: [Edit] = [.addEntry(added)]
      if !regions.isEmpty { edits.append(.colour(drawing.id, regions, entry: added.name)) }
      return edit(
        edits,
        named: regions.isEmpty
          ? Phrase("add the colour \(added.name)", "色を加える: \(added.name)")
          : Phrase("paint with the new colour \(added.name)", "新しい色で塗る: \(added.name)"))
    }
  }

  mutating func point(_ pointer: Pointer, in mixer: Mixer) -> [Effect] {
    var mixer = mixer
    switch (pointer.kind, pointer.target) {
    case (.press(.left), .slider(.mixer(let row), let share)?),
      (.drag(.left), .slider(.mixer(let row), let share)?):
      if pointer.kind == .drag(.left), heldSlider != .mixer(row) { return [] }
      heldSlider = .mixer(row)
      mixer.row = row
      mixer.set(mixer.moved(row, to: share))
    case (.press(.left), .mixerRow(let row)?):
      mixer.row = row
      if row == .derive { mixer.derives.toggle() }
    case (.press(.left), .pickFromReference?): return beginPicking(mixer)
    case (.release, _):
      heldSlider = nil
      return []
    case (let kind, .canvas(.reference, let point)?) where mixer.picker != nil:
      return pick(kind, at: point, mixer)
    default: return []
    }
    overlay = .mixer(mixer)
    return []
  }
}

extension Mixer {
  /// A step of a slider: a hundredth of its way, or a tenth.
  fileprivate mutating func slide(_ direction: Double, _ modifiers: Key.Modifiers) {
    let step = modifiers.isEmpty ? 0.01 : 0.1
    set(moved(row, to: share(of: row) + direction * step))
  }
}
