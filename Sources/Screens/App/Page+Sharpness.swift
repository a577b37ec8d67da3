import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// The same picture in each sharpness side by side: whoever sees boxes or question marks in one does not take it.
  mutating func sharpness(_ selected: Int, _ state: StudioState, over body: Box) {
    let title = Phrase(
      "Which is sharp, without boxes or question marks?", "どれがきれいに見えますか (四角や?が出ないもの)")
    let inner = dialog(title(language), width: 108, height: min(30, body.height), over: body)
    let all = StudioState.sharpnesses
    let width = inner.width / all.count
    for (index, glyphs) in all.enumerated() {
      let box = Box(
        x: inner.x + index * width, y: inner.y, width: width - 1, height: inner.height - 2)
      sharpnessPicture(glyphs, state, in: box)
      let text = "\(index + 1) \(glyphs.phrase(language))"
      let isChosen = index == selected
      write(
        (isChosen ? Sign.selected.glyph : " ") + " " + text,
        at: Point(box.x, inner.maxY - 2), isChosen ? .selection : .dialog, before: box.maxX)
      hit(
        Box(x: box.x, y: inner.y, width: box.width, height: inner.height - 1),
        .key(Key(.character(Character("\(index + 1)")))))
    }
    write(
      Phrase("Enter or a digit takes one; Esc leaves it as it is", "Enter か数字で決定、Esc でそのまま")(
        language), at: Point(inner.x, inner.maxY - 1), .dialogBorder, before: inner.maxX)
  }

  private mutating func sharpnessPicture(_ glyphs: GlyphSet, _ state: StudioState, in box: Box) {
    guard box.width > 0, box.height > 0 else { return }
    let shelf = state.pictures.shelf.thumbnails
    let pictures = state.listed(.reference) + state.listed(.drawing)
    guard let picture = pictures.first(where: { shelf[$0.id] != nil }),
      let image = shelf[picture.id]
    else { return }
    var look = look
    look.glyphs = glyphs
    // The upper half: a face tells most.
    let upper = image.upperHalf
    let surface = PictureView(.picture(Pyramid(upper))).surface(
      columns: box.width, rows: box.height, look: look, work: Work(threads: 1))
    frame.surface.draw(surface, at: Point(box.x, box.y))
  }
}

extension Plane where Element == RGBA {
  fileprivate var upperHalf: Image {
    let rows = Swift.max(1, height / 2)
    return Image(width: width, height: rows, elements: Array(elements[0..<rows * width]))
  }
}
