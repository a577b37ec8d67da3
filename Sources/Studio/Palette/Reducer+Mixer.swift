internal import Coloring
internal import Projects
internal import Raster
internal import Regions
internal import TerminalUI

extension StudioState {
  mutating func handle(_ key: Key, in mixer: Mixer) -> [Effect] {
    if key.code == .function(1) || key.code == .character("?") {
      showHelp(over: .mixer(mixer))
      return []
    }
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
      guard mixer.type(key) else { return [] }
    // A digit or # begins a value, wherever the artist is.
    case (.character(let letter), let modifiers)
    where modifiers.subtracting(.shift).isEmpty && letter.beginsHex:
      mixer.row = .hex
      guard mixer.type(key) else { return [] }
    case (.character(" "), []) where mixer.row == .derive,
      (.left, _) where mixer.row == .derive, (.right, _) where mixer.row == .derive:
      mixer.derives.toggle()
    case (.left, let modifiers): mixer.slide(modifiers.isEmpty ? -1 : -10)
    case (.right, let modifiers): mixer.slide(modifiers.isEmpty ? 1 : 10)
    case (.character("h"), []): mixer.slide(-1)
    case (.character("l"), []): mixer.slide(1)
    case (.character("H"), _), (.pageDown, []): mixer.slide(-10)
    case (.character("L"), _), (.pageUp, []): mixer.slide(10)
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
    case .change(let old, let tone): return entry == old ? [] : change(old, tone, to: entry)
    case .add(_, let regions): return add(entry, for: regions)
    }
  }

  /// Changes a colour everywhere; a name that only described it follows.
  private mutating func change(_ old: PaletteEntry, _ tone: Tone, to new: PaletteEntry) -> [Effect]
  {
    guard let current = settledColours else { return [] }
    var new = new
    if new.base != old.base, old.isNamedAfterBase {
      new.name = current.palette.name(describing: new.base, inPlaceOf: old.name)
    }
    let (regions, drawings) = reach(of: old.name, in: current)
    let effects = edit(
      [.changeEntry(old.name, to: new)],
      named: Phrase(
        "\(old.name), \(tone.title.english): \(old[tone].hex) to \(new[tone].hex)",
        "\(old.name) \(tone.title.japanese): \(old[tone].hex) → \(new[tone].hex)"))
    if effects.isEmpty { return [] }
    palettePane.follow(old.name, to: new.name)
    let name = new.name == old.name ? old.name : "\(old.name) → \(new.name)"
    // Of drawings that the engine has not seen nobody knows.
    let isAll = palettePane.uses.count >= desk.project?.state.drawings.count ?? 0
    let seen = isAll ? Phrase(same: "") : Phrase(" seen so far", "見た範囲で ")
    tell(
      .done,
      Phrase(
        "\(name), \(tone.title.english) \(new[tone].hex): \(regions.counted("region")) in \(drawings.counted("drawing"))\(seen.english); u takes it back",
        "\(name)、\(tone.title.japanese) \(new[tone].hex): \(seen.japanese)\(drawings) 枚の \(regions) 領域。u で戻せます"
      ))
    return effects
  }

  /// Adds a colour, and gives it to regions of the drawing.
  private mutating func add(_ entry: PaletteEntry, for regions: [RegionName]) -> [Effect] {
    guard let current = settledColours, let drawing else { return [] }
    var palette = current.palette
    // A colour that is there already is not made twice.
    if let known = palette.entries.indices.first(where: {
      current.own.contains($0) && palette.entries[$0].base == entry.base
    }) {
      let name = palette.entries[known].name
      palettePane.selected = name
      if !regions.isEmpty { return paint(regions, with: name) }
      tell(
        .done,
        Phrase(
          "The palette has that colour: \(name)", "その色はすでにあります: \(Phrase(colour: name).japanese)"))
      return []
    }
    let added = palette.entries[palette.add(entry)]
    let shown = Phrase(colour: added.name).japanese
    palettePane.selected = added.name
    var edits: [Edit] = [.addEntry(added)]
    if !regions.isEmpty { edits.append(.colour(drawing.id, regions, entry: added.name)) }
    let name =
      regions.isEmpty
      ? Phrase("add the colour \(added.name)", "色を加える: \(shown)")
      : Phrase("paint with the new colour \(added.name)", "新しい色で塗る: \(shown)")
    let effects = edit(edits, named: name)
    if !effects.isEmpty {
      tell(
        .done,
        regions.isEmpty
          ? Phrase("Added \(added.name); u takes it back", "\(shown) を加えました。u で戻せます")
          : Phrase(
            "Painted \(regions.count.counted("region")) with the new colour \(added.name); u takes it back",
            "\(regions.count) 領域を新しい色 \(shown) で塗りました。u で戻せます"))
    }
    return effects
  }

  mutating func point(_ pointer: Pointer, in mixer: Mixer) -> [Effect] {
    var mixer = mixer
    switch (pointer.kind, pointer.target) {
    case (.press(.left), .slider(.mixer(let row), let share)?),
      (.drag(.left), .slider(.mixer(let row), let share)?):
      if pointer.kind == .drag(.left), mouse.heldSlider != .mixer(row) { return [] }
      mouse.heldSlider = .mixer(row)
      mixer.row = row
      mixer.set(mixer.moved(row, to: share))
    case (.press(.left), .mixerRow(let row)?):
      mixer.row = row
      if row == .derive { mixer.derives.toggle() }
    case (.press(.left), .pickFromReference?): return beginPicking(mixer)
    case (.press(.left), .key(let key)?): return handle(key)
    case (.release, _):
      mouse.heldSlider = nil
      return []
    case (let kind, .canvas(.reference, let point)?) where mixer.picker != nil:
      return pick(kind, at: point, mixer)
    default: return []
    }
    overlay = .mixer(mixer)
    return []
  }
}

extension Character {
  /// Whether a hexadecimal value can begin with it.
  fileprivate var beginsHex: Bool { self == "#" || (isASCII && isHexDigit) }
}

extension Mixer {
  /// Moves a slider by so many of its units; the hue goes round.
  fileprivate mutating func slide(_ units: Double) {
    let share = share(of: row) + units * Mixer.unit(of: row)
    set(moved(row, to: row == .hue ? share - share.rounded(.down) : share))
  }
}
