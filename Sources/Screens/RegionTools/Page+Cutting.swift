import Raster
import Studio
import TerminalUI

extension Page {
  /// What is drawn so far, and whether its ends meet the drawing's lines.
  mutating func line(_ line: LineTool, _ state: StudioState, in box: Box) {
    let isCut: Bool
    switch line.purpose {
    case .cut: isCut = true
    case .closing: isCut = false
    }
    let title = isCut ? Phrase("Cut", "切り分け") : Phrase("Close a gap by hand", "手で隙間を閉じる")
    let inner = frame.surface.drawPanel(
      box, title: title(language), note: "\(line.cursor.x), \(line.cursor.y)", isFocused: true,
      theme: theme, linework: Linework(glyphs))
    guard inner.height > 0 else { return }
    let first = Point(inner.x + 1, inner.y)
    guard let ends = state.lineEnds else {
      let advice =
        isCut
        ? Phrase(
          "Draw with the mouse, or go with the arrows and set corners with Space.",
          "マウスで線を引くか、矢印キーで移動して Space で角を置きます。")
        : Phrase(
          "Set both ends near lines: they snap to them.", "両端を線の近くに置くと、線に吸い付きます。")
      write(advice(language), at: first, .text, before: inner.maxX)
      guard inner.height > 1 else { return }
      write(
        Phrase("Capital letters go eight steps at once.", "大文字で8倍速く動きます。")(language),
        at: Point(first.x, first.y + 1), .muted, before: inner.maxX)
      return
    }
    let length = "\(Int(line.length.rounded())) px"
    let facts = Phrase(
      "\(line.corners.count) set   \(length)   ", "角 \(line.corners.count)   \(length)   ")
    var x = write(facts(language), at: first, .text, before: inner.maxX)
    x = end(Phrase("start", "始点"), ends.start, at: Point(x, first.y), before: inner.maxX)
    end(Phrase("end", "終点"), ends.end, at: Point(x + 2, first.y), before: inner.maxX)
    guard inner.height > 1, isCut else { return }
    write(
      Phrase(
        "A cut goes from line to line, or is closed to a loop with c.",
        "線から線まで引くか、c で囲みます。")(language),
      at: Point(first.x, first.y + 1), .muted, before: inner.maxX)
  }

  /// Says whether one end meets a line.
  @discardableResult
  private mutating func end(
    _ name: Phrase, _ isOnLine: Bool, at place: Point, before end: Int
  ) -> Int {
    let text =
      isOnLine
      ? Phrase("✓ \(name.english) on a line", "✓ \(name.japanese)は線の上")
      : Phrase("✗ \(name.english) on open paper", "✗ \(name.japanese)は紙の上")
    return write(text(language), at: place, isOnLine ? .success : .warning, before: end)
  }
}
