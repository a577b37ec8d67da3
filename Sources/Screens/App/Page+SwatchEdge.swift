import Raster
import TerminalUI

/// Swatches that are seen on any pane.
///
/// A dark colour on a dark pane, or white on a light one, is no patch but a hole: it gets an edge on both sides.
extension Page {
  /// Draws an edge within a swatch where its colour is too near to the pane's; with colours only.
  mutating func edge(_ box: Box, of colour: RGBA) {
    let ground = RGBA(theme[.text].background) ?? .black
    guard hasColours, box.width > 1, colour.contrast(to: ground) < Self.leastContrast else {
      return
    }
    let style = CellStyle(theme[.muted].foreground, on: CellColor(colour.r, colour.g, colour.b))
    let (left, right) = glyphs == .ascii ? ("[", "]") : ("▏", "▕")
    for y in box.y..<box.maxY {
      frame.surface.write(left, at: Point(box.x, y), style)
      frame.surface.write(right, at: Point(box.maxX - 1, y), style)
    }
  }

  /// 1 is none; what a colour needs to be seen as a patch by itself.
  private static let leastContrast = 1.4
}
