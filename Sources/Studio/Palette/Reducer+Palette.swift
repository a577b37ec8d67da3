internal import Coloring
internal import Projects
internal import Raster
public import Regions
internal import TerminalUI

extension StudioState {
  /// Whether the pane is on the screen.
  public var isPaletteShown: Bool {
    palettePane.isOpen && screen.showsDrawing && analysis != nil
  }

  /// Whether colours are worked on: the pane, the mixer or the list of colours is on the screen.
  public var areColoursShown: Bool {
    switch overlay {
    case .chooser, .mixer: true
    default: isPaletteShown
    }
  }

  /// Whether the keys are the pane's.
  public var hasPaletteKeys: Bool { isPaletteShown && palettePane.hasFocus }

  /// Opens the pane and goes into it, to the colour of the selected region; from inside, closes it.
  ///
  /// A pane that was open keeps its selection, since a colour may be chosen first and the regions to paint after.
  mutating func togglePalette() {
    let isLeaving = hasPaletteKeys
    if !isPaletteShown, let name = selectedColour { palettePane.selected = name }
    palettePane.isOpen = !isLeaving
    palettePane.hasFocus = !isLeaving
  }

  /// The name of the colour that the selected region of the drawing has.
  private var selectedColour: String? {
    guard let current = settledColours, let map = analysis?.result.map,
      let label = colourTargets.first.flatMap(map.resolve),
      let entry = current.entries[label]
    else { return nil }
    return current.palette.entries[entry].name
  }

  /// The entry selected in the pane.
  var paneEntry: PaletteEntry? {
    guard let current = settledColours, let index = selectedEntry(in: current) else { return nil }
    return current.palette.entries[index]
  }

  mutating func moveTone(by step: Int) {
    palettePane.tone = Tone(rawValue: palettePane.tone.rawValue + step) ?? palettePane.tone
  }

  mutating func chooseColour() {
    if let current = settledColours { choose(from: current) }
  }

  mutating func mixNewEntry() {
    let start = paneEntry
    overlay = .mixer(
      Mixer(.add(part: start?.part, regions: []), from: start?.base ?? RGBA(128, 128, 128)))
  }

  mutating func mixEntry() {
    guard let entry = paneEntry else { return }
    overlay = .mixer(
      Mixer(
        .change(entry, palettePane.tone), from: entry[palettePane.tone],
        keeping: tonesSetByHand(entry)))
  }

  /// Selects a colour; a second click changes it.
  mutating func click(_ name: String, _ tone: Tone) -> [Effect] {
    let isSecond =
      palettePane.hasFocus && palettePane.selected == name && palettePane.tone == tone
    palettePane.hasFocus = true
    palettePane.selected = name
    palettePane.tone = tone
    return isSecond ? perform(.palette(.change)) : []
  }

  mutating func deriveTones() -> [Effect] {
    guard let entry = paneEntry else { return [] }
    let shown = Phrase(colour: entry.name).japanese
    let derived = PaletteEntry(name: entry.name, part: entry.part, base: entry.base)
    if derived == entry {
      tell(.warning, Phrase("They are derived already", "すでに基本色から作られています"))
      return []
    }
    let effects = edit(
      [.changeEntry(entry.name, to: derived)],
      named: Phrase("derive shadow and highlight of \(entry.name)", "影とハイライトを作る: \(shown)"))
    if !effects.isEmpty {
      tell(
        .done,
        Phrase(
          "Shadow and highlight of \(entry.name) come from its base now; u takes it back",
          "\(shown) の影とハイライトを基本色から作りました。u で戻せます"))
    }
    return effects
  }

  mutating func removeEntry() -> [Effect] {
    guard let entry = paneEntry else { return [] }
    let shown = Phrase(colour: entry.name).japanese
    let settled = settledColours
    let index = settled?.palette.index(named: entry.name)
    let regions = settled?.entries.count { index != nil && $0 == index } ?? 0
    let effects = edit(
      [.removeEntry(entry.name)],
      named: Phrase("remove the colour \(entry.name)", "色を取り除く: \(shown)"))
    if !effects.isEmpty {
      tell(
        .done,
        Phrase(
          "Removed \(entry.name): \(regions.counted("region")) here take the nearest colour; u brings it back",
          "\(shown) を取り除きました。\(regions) 領域は最も近い色になります。u で戻せます"))
    }
    return effects
  }

  mutating func moveEntry(_ distance: Int) {
    guard let current = settledColours else { return }
    let order = paletteList(current).order
    guard let now = selectedEntry(in: current).flatMap({ order.firstIndex(of: $0) }) else { return }
    let index = max(0, min(order.count - 1, now + distance))
    palettePane.selected = current.palette.entries[order[index]].name
  }

  /// The regions that a colour is for.
  ///
  /// Those that are marked, or the selected one, which is all that the result shows; nowhere a reference's, which is
  /// painted already.
  public var colourTargets: [RegionName] {
    if screen == .result { return region.map { [RegionName(inside: $0.inside)] } ?? [] }
    guard let subject = markSubject, subject.reference == nil else { return [] }
    return chosenLabels.map(subject.map.name(of:))
  }

  /// Gives regions of the drawing an entry, or with nil the colour of their match.
  mutating func paint(_ regions: [RegionName], with entry: String?) -> [Effect] {
    guard let drawing, !regions.isEmpty else { return [] }
    let count = regions.count == 1 ? "" : " (\(regions.count))"
    let name =
      entry.map { Phrase("paint with \($0)\(count)", "塗る: \($0)\(count)") }
      ?? Phrase("back to the match's colour\(count)", "対応の色に戻す\(count)")
    let effects = edit([.colour(drawing.id, regions, entry: entry)], named: name)
    if !effects.isEmpty {
      let painted = regions.count.counted("region")
      tell(
        .done,
        entry.map {
          Phrase(
            "Painted \(painted) with \($0); u takes it back",
            "\(regions.count) 領域を \($0) で塗りました。u で戻せます")
        }
          ?? Phrase(
            "\(painted) back to the match's colour; u takes it back",
            "\(regions.count) 領域を対応の色に戻しました。u で戻せます"))
    }
    return effects
  }

  mutating func renameEntry(_ name: String, to other: String) -> [Effect] {
    guard other != name, let palette = settledColours?.palette,
      let index = palette.index(named: name)
    else { return [] }
    var entry = palette.entries[index]
    entry.name = other
    palettePane.follow(name, to: other)
    return edit(
      [.changeEntry(name, to: entry)],
      named: Phrase("rename \(name) to \(other)", "色の名前: \(name) → \(other)"))
  }

  /// Takes in a palette from a file: entries of known names are changed, the others added. A colour without a name of
  /// its own changes none, and is added where there is none of it yet.
  mutating func take(_ read: Palette, from file: String) -> [Effect] {
    closeWaitingPrompt(.readPalette)
    guard let palette = settledColours?.palette else { return [] }
    var all = palette
    let edits = read.entries.compactMap { entry -> Edit? in
      var entry = entry
      guard entry.isNamed else {
        if all.entries.contains(where: { $0.base == entry.base }) { return nil }
        entry.isNamed = true
        return .addEntry(all.entries[all.add(entry)])
      }
      // Another project's own parts mean nothing here.
      entry.part = entry.part.flatMap(part)?.id
      guard let index = palette.index(named: entry.name) else { return .addEntry(entry) }
      entry.part = entry.part ?? palette.entries[index].part
      return entry == palette.entries[index] ? nil : .changeEntry(entry.name, to: entry)
    }
    guard !edits.isEmpty else {
      tell(.done, Phrase("\(file) has the same colours", "\(file) は同じ色です"))
      return []
    }
    let added = edits.count { if case .addEntry = $0 { true } else { false } }
    let name = Phrase(
      "read \(file): \((edits.count - added).counted("colour")) changed, \(added) added",
      "\(file) の読み込み: \(edits.count - added) 色を変更、\(added) 色を追加")
    let effects = edit(edits, named: name)
    if !effects.isEmpty {
      tell(
        .done, Phrase("Done: \(name.english); u takes it back", "完了: \(name.japanese)。u で戻せます"))
    }
    return effects
  }
}
