import Projects
import Raster
import Studio
import TerminalUI

// Before the engine has answered there is the picture all the same, from its small copy: it can be zoomed and panned,
// and one sees what is coloured.
extension Page {
  /// The engine's work on a drawing, or why there is none: on the first line of `box`.
  mutating func progress(_ state: StudioState, for drawing: Picture, in box: Box) {
    fill(box, .text)
    let (text, role) = progress(state, for: drawing)
    write(text, at: Point(box.x + 1, box.y), role, before: box.maxX - 1)
  }

  private func progress(_ state: StudioState, for drawing: Picture) -> (String, Role) {
    if let failure = state.engine.failure, failure.order.drawing == drawing.id {
      return ("✗ \(failure.reason(language))", .error)
    }
    guard let progress = state.engine.analysing, progress.order.drawing == drawing.id else {
      let text = Phrase(
        "This drawing has no reference. F2, then i in the references, imports one.",
        "色見本がありません。F2 の色見本リストで i を押して読み込みます。")
      return (text(language), .warning)
    }
    let text = Phrase("The regions are being found", "領域を検出しています")
    return ("\(text(language)): \(working(progress, at: state.now))", .accent)
  }

  /// A picture from its small copy, where it is seen; the mouse reaches it.
  mutating func preview(
    _ picture: Picture, _ state: StudioState, as name: CanvasName, in box: Box, cache: ViewCache
  ) {
    guard let image = state.pictures.shelf.thumbnails[picture.id] else {
      let text =
        state.pictures.shelf.failures[picture.id]
        ?? Phrase("The picture is being read …", "画像を読み込んでいます…")
      return empty(text, in: box)
    }
    let viewport = state.viewport(of: picture)
    let small = Viewport(width: image.width, height: image.height)
    let scale = Double(image.width) / Double(picture.width)
    self.picture(
      { page in
        var view = PictureView(page.content(picture, image))
        view.viewport = small.zoomed(by: viewport.magnification)
          .centered(at: viewport.center * scale)
        return view
      }, key: PreviewKey(picture: picture.id), viewport: viewport, as: name, in: box, cache: cache)
  }

  private struct PreviewKey: Hashable, Sendable {
    let picture: PictureID
  }

  /// One line in the middle of a box that has nothing else to show.
  mutating func empty(_ text: Phrase, in box: Box) {
    fill(box, .canvas)
    let words = text(language)
    let x = box.x + max(1, (box.width - words.terminalColumns) / 2)
    write(words, at: Point(x, box.y + box.height / 2), .canvas, before: box.maxX - 1)
  }
}
