import Coloring
import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// A colour being mixed: as it was and as it is, the field, the sliders, and what may be done.
  mutating func mixer(_ mixer: Mixer, _ state: StudioState, in box: Box) {
    let inside = panel(box, title(mixer), isFocused: true)
    var y = inside.y
    let half = (inside.width - 3) / 2
    let tall = inside.height >= 18 ? 2 : 1
    let shown = pickedColour(mixer, state) ?? mixer.rgba
    for row in 0..<tall {
      swatch(
        mixer.original, in: Box(x: inside.x + 1, y: y + row, width: half, height: 1),
        letter: mixer.original.hex)
      swatch(
        shown, in: Box(x: inside.x + 2 + half, y: y + row, width: half, height: 1),
        letter: shown.hex)
    }
    y += tall
    write(Phrase("before", "前")(language), at: Point(inside.x + 1, y), .muted)
    write(Phrase("now", "今")(language), at: Point(inside.x + 2 + half, y), .muted)
    y += 2
    if mixer.picker != nil {
      pickingHelp(mixer, state, in: Box(x: inside.x, y: y, width: inside.width, height: 8))
      return
    }
    for row in mixer.rows {
      switch row {
      case .hex: field(mixer, state, in: Box(x: inside.x, y: y, width: inside.width, height: 1))
      case .lightness, .chroma, .hue:
        track(row, mixer, state, in: Box(x: inside.x, y: y, width: inside.width, height: 1))
      case .derive:
        y += 1
        derive(mixer, in: Box(x: inside.x, y: y, width: inside.width, height: 1))
      }
      y += 1
    }
    y += 1
    let arrows = glyphs == .ascii ? "h l" : "←→"
    let own: [(String, Phrase, Target?)] =
      switch mixer.row {
      case .hex: [("0-f", Phrase("type the colour", "色を入力"), nil)]
      case .derive: [("Space", Phrase("yes or no", "切り替え"), nil)]
      default:
        [
          (arrows, Phrase("by 1", "1 ずつ"), nil),
          ("H L", Phrase("by 10", "10 ずつ"), nil),
        ]
      }
    for (key, text, target) in own + [
      ("Tab", Phrase("to the next line", "次の行へ"), nil),
      ("p", Phrase("pick from the reference", "色見本から拾う"), Target?.some(.pickFromReference)),
      ("Enter", Phrase("take the colour", "決定"), nil), ("Esc", Phrase("leave it", "やめる"), nil),
    ] {
      guard y < inside.maxY else { return }
      let x = write(key, at: Point(inside.x + 1, y), .accent)
      write(text(language), at: Point(max(x + 1, inside.x + 8), y), .muted, before: inside.maxX)
      if let target { hit(Box(x: inside.x, y: y, width: inside.width, height: 1), target) }
      y += 1
    }
  }

  private func title(_ mixer: Mixer) -> String {
    switch mixer.purpose {
    case .change(let entry, let tone):
      "\(Phrase(colour: entry.name)(language)) · \(tone.title(language))"
    case .add(_, let regions):
      regions.isEmpty
        ? Phrase("New colour", "新しい色")(language)
        : Phrase("New colour for \(regions.count)", "新しい色 (\(regions.count) 領域)")(language)
    }
  }

  private mutating func field(_ mixer: Mixer, _ state: StudioState, in line: Box) {
    let isOn = mixer.row == .hex
    hit(line, .mixerRow(.hex))
    label(Phrase("hex", "16進"), isOn: isOn, at: Point(line.x, line.y))
    let start = line.x + Self.trackStart
    let box = Box(x: start, y: line.y, width: 10, height: 1)
    fill(box, .input)
    write(
      mixer.hex.text, at: Point(start, line.y), mixer.isHexSelected ? .selection : .input,
      before: box.maxX)
    if !mixer.isHexValid {
      write("  #rrggbb", at: Point(box.maxX, line.y), .error, before: line.maxX)
    }
    if isOn {
      frame.cursor = Point(
        min(box.maxX - 1, start + mixer.hex.text.prefix(mixer.hex.cursor).terminalColumns), line.y)
    }
  }

  private static let trackStart = 8
  private static let valueWidth = 5

  /// A slider in the colours that it leads to.
  private mutating func track(_ row: Mixer.Row, _ mixer: Mixer, _ state: StudioState, in line: Box)
  {
    let isOn = mixer.row == row
    let (name, unit): (Phrase, String) =
      switch row {
      case .lightness: (Phrase("light", "明度"), "%")
      case .chroma: (Phrase("chroma", "彩度"), "%")
      default: (Phrase("hue", "色相"), degree)
      }
    let value = "\(mixer.value(of: row))\(unit)"
    label(name, isOn: isOn, at: Point(line.x, line.y))
    let box = Box(
      x: line.x + Self.trackStart, y: line.y,
      width: line.width - Self.trackStart - Self.valueWidth - 1, height: 1)
    let place = min(box.width - 1, Int(mixer.share(of: row) * Double(box.width)))
    for column in 0..<box.width {
      let colour = mixer.moved(row, to: (Double(column) + 0.5) / Double(box.width)).rgba
      let cell = Box(x: box.x + column, y: box.y, width: 1, height: 1)
      if hasColours {
        swatch(colour, in: cell, mark: column == place)
      } else {
        write(column == place ? "●" : "─", at: Point(cell.x, cell.y), .text)
      }
    }
    write(
      value, at: Point(line.maxX - value.terminalColumns, line.y), isOn ? .strong : .muted,
      before: line.maxX)
    slider(.mixer(row), along: box, in: box, held: state.mouse.heldSlider)
  }

  private mutating func derive(_ mixer: Mixer, in line: Box) {
    let isOn = mixer.row == .derive
    hit(line, .mixerRow(.derive))
    let box = mixer.derives ? "[✓] " : "[ ] "
    let what =
      switch mixer.following {
      case [.shadow]: Phrase("the shadow follows", "影も変える")
      case [.highlight]: Phrase("the highlight follows", "光も変える")
      default: Phrase("shadow, light follow", "影と光も変える")
      }
    let end = write(
      (isOn ? "▸" : " ") + box + what(language), at: Point(line.x, line.y),
      isOn ? .selection : .text, before: line.maxX - 6)
    let entry = mixer.entry
    swatch(
      entry.shadow, in: Box(x: max(end, line.maxX - 5), y: line.y, width: 2, height: 1))
    swatch(
      entry.highlight, in: Box(x: max(end, line.maxX - 5) + 3, y: line.y, width: 2, height: 1))
  }

  private mutating func label(_ name: Phrase, isOn: Bool, at place: Point) {
    let width = Self.trackStart - 1
    if isOn { fill(Box(x: place.x, y: place.y, width: width, height: 1), .selection) }
    write(
      (isOn ? "▸" : " ") + name(language), at: place, isOn ? .selection : .muted,
      before: place.x + width)
  }
}

// MARK: - Picking from the reference

extension Page {
  /// The colour under the cursor in the reference.
  private func pickedColour(_ mixer: Mixer, _ state: StudioState) -> RGBA? {
    guard let picker = mixer.picker, let analysis = state.analysis else { return nil }
    return analysis.references[picker.reference].plane.mean(around: picker.point)
  }

  private mutating func pickingHelp(_ mixer: Mixer, _ state: StudioState, in box: Box) {
    guard let colour = pickedColour(mixer, state) else { return }
    write(colour.hex, at: Point(box.x + 1, box.y), .strong)
    let lines: [(String, Phrase)] = [
      (glyphs == .ascii ? "hjkl" : "←↓↑→", Phrase("move", "移動")),
      ("z Z", Phrase("zoom", "拡大・縮小")), ("< >", Phrase("another reference", "別の色見本")),
      ("Enter", Phrase("take this colour", "この色を拾う")),
      ("Esc", Phrase("back to the sliders", "スライダーに戻る")),
    ]
    for (row, (key, text)) in lines.enumerated() where row + 2 < box.height {
      write(key, at: Point(box.x + 1, box.y + 2 + row), .accent)
      write(text(language), at: Point(box.x + 8, box.y + 2 + row), .muted, before: box.maxX)
    }
  }

  /// The reference with the place whose colour would be taken.
  mutating func picking(_ state: StudioState, in body: Box, cache: ViewCache) {
    guard case .mixer(let mixer)? = state.overlay, let picker = mixer.picker,
      let reference = state.pickedReference, let analysis = state.analysis
    else { return }
    let content = PictureView.Content.picture(analysis.references[picker.reference])
    let key = PickingKey(reference: analysis.order.references[picker.reference].rawValue, picker)
    picture(
      { _ in PictureView(content, overlays: [.cursor(picker.point, .outline)]) }, key: key,
      viewport: state.viewport(of: reference), as: .reference, in: body, cache: cache)
  }

  private struct PickingKey: Hashable, Sendable {
    let reference: String
    let picker: Mixer.Picker

    init(reference: String, _ picker: Mixer.Picker) {
      self.reference = reference
      self.picker = picker
    }
  }
}
