import Raster
import Studio
import TerminalUI

extension Page {
  /// Shows a picture in a box, where the mouse reaches it; drawn anew only when `key`, the viewport, the box or the
  /// theme has changed.
  ///
  /// - Parameters:
  ///   - view: shows `viewport`, or what is the same in a picture of another size.
  ///   - key: stands for everything that `view` is made from but its viewport.
  mutating func picture(
    _ view: (Page) -> PictureView, key: some Hashable & Sendable, viewport: Viewport,
    as name: CanvasName, in box: Box, cache: ViewCache
  ) {
    guard box.width > 0, box.height > 0 else { return }
    let look = look
    let whole = CanvasKey(
      key: AnyHashable(key), viewport: viewport, box: box, look: look)
    let surface = cache.surface(of: "\(name)", whole) {
      var view = view(self)
      if view.content.size == (viewport.width, viewport.height) { view.viewport = viewport }
      // Two threads: the budget of a frame is counted on two cores.
      return view.surface(
        columns: box.width, rows: box.height, look: look, work: Work(threads: 2))
    }
    frame.surface.draw(surface, at: Point(box.x, box.y))
    frame.hits.append(
      Hit(
        box: box,
        canvas: Hit.Canvas(
          name: name, view: ViewFrame(viewport, columns: box.width, rows: box.height))))
  }
}

private struct CanvasKey: Hashable {
  let key: AnyHashable
  let viewport: Viewport
  let box: Box
  let look: PictureLook
}
