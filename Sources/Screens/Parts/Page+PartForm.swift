import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// The four fields of a part, and how it will look.
  mutating func partForm(_ form: PartForm, in inner: Box) {
    let labels: [(PartForm.Row, Phrase)] = [
      (.name, Phrase("English name", "英語名")), (.japanese, Phrase("Japanese name", "日本語名")),
      (.letter, Phrase("letter", "文字")), (.hex, Phrase("colour #rrggbb", "色 #rrggbb")),
    ]
    let start = inner.x + 17
    for (index, (row, name)) in labels.enumerated() {
      let y = inner.y + index
      guard y < inner.maxY else { return }
      let isOn = row == form.row
      let x = write(isOn ? "▸ " : "  ", at: Point(inner.x, y), .dialogBorder)
      write(name(language), at: Point(x, y), .dialog, before: start)
      let box = Box(x: start, y: y, width: max(1, inner.maxX - start), height: 1)
      fill(box, .input)
      hit(box, .partRow(row))
      write(form.text(row), at: Point(start, y), .input, before: box.maxX)
      guard isOn, let editor = form.fields[row] else { continue }
      frame.cursor = Point(
        min(box.maxX - 1, start + editor.text.prefix(editor.cursor).terminalColumns), y)
    }
    if inner.height > 5, RGBA(hex: form.text(.hex)) != nil {
      let part = Part(
        id: "", name: "", japanese: "", letter: form.text(.letter), hex: form.text(.hex))
      if form.text(.letter).count == 1 { swatch(part, at: Point(start, inner.y + 5)) }
    }
    let y = inner.maxY - 1
    if let complaint = form.complaint {
      write(complaint(language), at: Point(inner.x, y), .error, before: inner.maxX)
    } else {
      write(
        Phrase("Enter saves   Tab next field   Esc leaves", "Enter 決定   Tab 次の欄   Esc やめる")(
          language), at: Point(inner.x, y), .dialogBorder, before: inner.maxX)
    }
  }
}
