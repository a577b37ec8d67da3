import Coloring
import Raster
import Studio
import TerminalUI

extension Page {
  /// The colours to choose from for the selected regions.
  mutating func chooser(_ chooser: Chooser, _ state: StudioState, in box: Box) {
    let count = chooser.targets.count
    let inside = panel(
      box, Phrase("Colour", "色")(language),
      note: Phrase("\(count) \(count == 1 ? "region" : "regions")", "\(count) 領域")(language),
      isFocused: true)
    let prompt = write("> ", at: Point(inside.x, inside.y), .accent)
    fill(Box(x: prompt, y: inside.y, width: inside.maxX - prompt, height: 1), .input)
    write(chooser.filter.text, at: Point(prompt, inside.y), .input, before: inside.maxX)
    frame.cursor = Point(
      min(
        inside.maxX - 1,
        prompt + chooser.filter.text.prefix(chooser.filter.cursor).terminalColumns),
      inside.y)
    scope(chooser, state, in: Box(x: inside.x, y: inside.y + 1, width: inside.width, height: 1))
    let choices = chooser.choices
    let rows = inside.height - 4
    guard rows > 0 else { return }
    let top = max(0, min(chooser.selected - rows / 2, choices.count - rows))
    let shown = top..<min(choices.count, top + rows)
    for (row, index) in shown.enumerated() {
      choice(
        choices[index], index, chooser, state,
        in: Box(x: inside.x, y: inside.y + 3 + row, width: inside.width, height: 1))
    }
    frame.surface.drawScrollBar(
      showing: shown, of: choices.count,
      in: Box(x: box.maxX - 1, y: inside.y + 3, width: 1, height: rows),
      thumb: theme[.borderFocused], track: theme[.border], linework: linework)
    let keys =
      chooser.part == nil
      ? Phrase("Enter paints  Esc leaves", "Enter 塗る  Esc やめる")
      : Phrase("Enter paints  Tab all of it  Esc", "Enter 塗る  Tab 範囲  Esc")
    write(
      keys(language),
      at: Point(inside.x + 1, inside.maxY - 1), .muted, before: inside.maxX)
  }

  /// Whether the regions or their whole part are painted.
  private mutating func scope(_ chooser: Chooser, _ state: StudioState, in line: Box) {
    hit(line, .wholePart)
    let part = heading(chooser.part, state)
    let own = Phrase("selected", "選択領域")(language)
    let whole =
      chooser.part == nil
      ? "" : Phrase("all of \(part)", "\(part)すべて")(language) + " \(chooser.wholePart.count)"
    let marks = chooser.isForWholePart ? ("○", "●") : ("●", "○")
    var x = write(
      "\(marks.0) \(own)", at: Point(line.x + 1, line.y),
      chooser.isForWholePart ? .muted : .strong, before: line.maxX)
    guard !whole.isEmpty else { return }
    x = write(
      "  \(marks.1) \(whole)", at: Point(x, line.y), chooser.isForWholePart ? .strong : .muted,
      before: line.maxX)
  }

  private mutating func choice(
    _ choice: Chooser.Choice, _ index: Int, _ chooser: Chooser, _ state: StudioState, in line: Box
  ) {
    let isSelected = index == chooser.selected
    let role: Role = isSelected ? .selection : .text
    if isSelected { fill(line, role) }
    hit(line, .menuItem(index))
    write(isSelected ? "▸" : " ", at: Point(line.x, line.y), role)
    switch choice {
    case .entry(let entry):
      let isOwn = chooser.own.contains(entry)
      let entry = chooser.palette.entries[entry]
      for tone in Tone.allCases {
        let box = Box(x: line.x + 1 + 2 * tone.rawValue, y: line.y, width: 2, height: 1)
        if hasColours { swatch(entry[tone], in: box) }
      }
      let part =
        isOwn
        ? entry.part.map { heading($0, state) } ?? ""
        : Phrase("other character", "他キャラ")(language)
      let note = hasColours ? part : entry.base.hex
      let end = line.maxX - note.terminalColumns - 1
      write(
        Phrase(colour: entry.name)(language), at: Point(line.x + 8, line.y), role,
        before: end - 1)
      write(note, at: Point(end, line.y), isSelected ? role : .muted, before: line.maxX)
    case .new:
      let title =
        chooser.typed.map { Phrase("a new colour: \($0.hex)", "新しい色: \($0.hex)") }
        ?? Phrase("mix a new colour …", "新しい色を作る…")
      write(title(language), at: Point(line.x + 8, line.y), role, before: line.maxX)
    case .automatic:
      write(
        Phrase("the match's colour", "対応の色に戻す")(language), at: Point(line.x + 8, line.y),
        role, before: line.maxX)
    }
  }
}
