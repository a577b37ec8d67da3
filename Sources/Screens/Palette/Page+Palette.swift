import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

/// The room that the palette takes.
enum PaletteShape {
  static let width = 36
  /// From this width on the screen makes room for it; below, it lies over the screen.
  static let leastWidth = 76
}

extension Page {
  /// The rest of a screen beside the palette.
  func roomBesidePalette(_ state: StudioState, in body: Box) -> Box {
    guard state.areColoursShown, body.width >= PaletteShape.leastWidth else { return body }
    return Box(
      x: body.x, y: body.y, width: body.width - PaletteShape.width, height: body.height)
  }

  /// The drawing's colours while the palette is on the screen.
  func seenColours(_ state: StudioState) -> CurrentColours? {
    state.areColoursShown ? state.currentColours : nil
  }

  /// The pane itself, or the mixer or the list of colours in its place, at the right of the screen.
  mutating func palette(_ state: StudioState, in body: Box) {
    guard state.areColoursShown, let colours = state.currentColours else { return }
    let width = min(PaletteShape.width, body.width)
    let box = Box(x: body.maxX - width, y: body.y, width: width, height: body.height)
    switch state.overlay {
    case .chooser(let chooser): self.chooser(chooser, state, in: box)
    case .mixer(let mixer): self.mixer(mixer, state, in: box)
    default: entries(colours, state, in: box)
    }
  }

  private enum Line {
    case heading(String)
    case entry(Int)
    /// Above the colours of other characters.
    case others(Int, isOpen: Bool)
  }

  private mutating func entries(_ colours: CurrentColours, _ state: StudioState, in box: Box) {
    let palette = colours.palette
    let inside = panel(
      box, Phrase("Palette", "パレット")(language), note: "\(colours.own.count)",
      isFocused: state.hasPaletteKeys)
    hit(box, .palette)
    guard let selected = state.selectedEntry(in: colours) else {
      return note(
        Phrase("No colours yet: a adds one.", "色がありません。a で加えます。"),
        in: inside)
    }
    let lines = lines(of: state.paletteList(colours), state)
    let rows = max(1, inside.height - 4)
    let place =
      lines.firstIndex { if case .entry(selected) = $0 { true } else { false } } ?? 0
    let top = max(0, min(place - rows / 2, lines.count - rows))
    let shown = top..<min(lines.count, top + rows)
    let uses = state.uses(of: colours)
    for (row, line) in lines[shown].enumerated() {
      let y = inside.y + row
      switch line {
      case .heading(let title):
        write(title, at: Point(inside.x + 1, y), .title, before: inside.maxX)
      case .others(let count, let isOpen):
        others(count, isOpen, in: Box(x: inside.x, y: y, width: inside.width, height: 1))
      case .entry(let index):
        entry(
          palette.entries[index], uses[index], isSelected: index == selected, state,
          in: Box(x: inside.x, y: y, width: inside.width, height: 1))
      }
    }
    frame.surface.drawScrollBar(
      showing: shown, of: lines.count,
      in: Box(x: box.maxX - 1, y: inside.y, width: 1, height: rows),
      thumb: theme[.borderFocused], track: theme[.border], linework: linework)
    details(
      palette.entries[selected], uses[selected], state,
      in: Box(x: inside.x, y: inside.y + rows, width: inside.width, height: inside.height - rows))
  }

  private func lines(of list: PaletteList, _ state: StudioState) -> [Line] {
    func lines(_ groups: [PaletteGroup]) -> [Line] {
      groups.flatMap { group in
        [Line.heading(heading(group.part, state))] + group.entries.map(Line.entry)
      }
    }
    if list.others.isEmpty { return lines(list.own) }
    return lines(list.own) + [.others(list.othersCount, isOpen: list.showsOthers)]
      + (list.showsOthers ? lines(list.others) : [])
  }

  /// The heading that folds the colours of other characters away.
  private mutating func others(_ count: Int, _ isOpen: Bool, in line: Box) {
    hit(line, .command(.palette(.others)))
    let key = "o"
    let end = line.maxX - key.count
    write(
      "\(isOpen ? "▾" : "▸") " + Phrase("other characters", "他のキャラクター")(language) + " (\(count))",
      at: Point(line.x + 1, line.y), .title, before: end - 1)
    write(key, at: Point(end, line.y), .accent)
  }

  private mutating func entry(
    _ entry: PaletteEntry, _ use: EntryUse, isSelected: Bool, _ state: StudioState, in line: Box
  ) {
    let isFocused = isSelected && state.hasPaletteKeys
    let role: Role = isSelected ? (isFocused ? .selection : .selectionUnfocused) : .text
    if isSelected { fill(line, role) }
    hit(line, .entry(entry.name, .base))
    write(isSelected ? "▸" : " ", at: Point(line.x, line.y), role)
    for tone in Tone.allCases {
      let box = Box(x: line.x + 1 + 4 * tone.rawValue, y: line.y, width: 3, height: 1)
      swatch(
        entry[tone], in: box, mark: isFocused && tone == state.palettePane.tone,
        letter: tone.letter)
      hit(box, .entry(entry.name, tone))
    }
    let count = use.regions == 0 ? "" : "\(use.regions)"
    write(
      Phrase(colour: entry.name)(language), at: Point(line.x + 13, line.y),
      isSelected || use.regions > 0 ? role : .muted, before: line.maxX - count.count - 1)
    write(count, at: Point(line.maxX - count.count, line.y), isSelected ? role : .muted)
  }

  /// The selected colour in numbers, and how much it is used.
  private mutating func details(
    _ entry: PaletteEntry, _ use: EntryUse, _ state: StudioState, in box: Box
  ) {
    let tone = state.palettePane.tone
    let y = box.maxY - 3
    guard box.height >= 3 else { return }
    var x = box.x + 1
    for other in Tone.allCases {
      let start = x
      x = write(
        other.title(language), at: Point(x, y), other == tone ? .strong : .muted,
        before: box.maxX)
      hit(Box(x: start, y: y, width: x - start, height: 1), .entry(entry.name, other))
      x += 1
    }
    let hex = entry[tone].hex
    write(hex, at: Point(max(x, box.maxX - hex.count), y), .strong, before: box.maxX)
    let mixed = Mixer(.change(entry, tone), from: entry[tone])
    write(
      Phrase(
        "light \(mixed.value(of: .lightness))%  chroma \(mixed.value(of: .chroma))%  hue \(mixed.value(of: .hue))\(degree)",
        "明度 \(mixed.value(of: .lightness))%  彩度 \(mixed.value(of: .chroma))%  色相 \(mixed.value(of: .hue))\(degree)"
      )(language),
      at: Point(box.x + 1, y + 1), .muted, before: box.maxX)
    write(
      Phrase(
        "\(use.regions) here, \(use.drawings) of \(use.seen.counted("drawing")) seen",
        "\(use.regions) 領域、既読 \(use.seen) 枚中 \(use.drawings) 枚")(language),
      at: Point(box.x + 1, y + 2), .muted, before: box.maxX)
  }

  /// A patch of colour; a letter in it where the terminal has no colours.
  mutating func swatch(_ colour: RGBA, in box: Box, mark: Bool = false, letter: String = " ") {
    let ground = CellColor(colour.r, colour.g, colour.b)
    let isLight = MixedColour(colour).lightness > 0.6
    let ink = isLight ? CellColor(0, 0, 0) : CellColor(255, 255, 255)
    if hasColours {
      frame.surface.fill(box, CellStyle(ink, on: ground))
      edge(box, of: colour)
      guard mark else { return }
      let sign = glyphs == .ascii ? "*" : "●"
      frame.surface.write(
        sign, at: Point(box.x + box.width / 2, box.y), CellStyle(ink, on: ground, .bold))
    } else {
      write(mark ? "[\(letter)]" : " \(letter) ", at: Point(box.x, box.y), .text)
    }
  }

  /// After an angle.
  var degree: String { glyphs == .ascii ? "" : "°" }

  var hasColours: Bool { look.colors > .mono }

  func heading(_ part: String?, _ state: StudioState) -> String {
    guard let part else { return Phrase("no part yet", "パーツ未設定")(language) }
    return state.name(of: part)(language)
  }

  /// A few words in a pane that has nothing else to show.
  mutating func note(_ text: Phrase, in box: Box) {
    frame.surface.write(
      text(language),
      wrappedIn: Box(x: box.x + 1, y: box.y, width: max(2, box.width - 2), height: box.height),
      theme[.muted])
  }
}

extension CurrentColours {
  /// Puts the flats in the place of other colours, `[label]`; letters stay.
  func paint(_ paints: inout [MaskPicture.Paint]) {
    for label in entries.labels where Int(label) < paints.count {
      paints[Int(label)].color = base(of: label) ?? .white
      paints[Int(label)].isHatched = false
    }
  }
}

extension Tone {
  fileprivate var letter: String {
    switch self {
    case .base: "b"
    case .shadow: "s"
    case .highlight: "h"
    }
  }
}
