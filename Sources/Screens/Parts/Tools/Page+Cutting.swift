import Raster
import Studio
import TerminalUI

extension Page {
  /// The line drawn so far, and whether its ends meet the drawing's lines.
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
          "Draw with the mouse, or go with the arrows; Space sets corners, twice it cuts.",
          "マウスで線を引くか、矢印キーで移動して Space で角を置きます (2回で確定)。")
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
    let crossed = isCut ? state.crossedCount : 0
    if crossed > 0 {
      x = write(
        Phrase(
          "✓ goes through \(crossed.counted("region"))", "✓ \(crossed) 個の領域を横切る")(language),
        at: Point(x, first.y), .success, before: inner.maxX)
      x += 2
    }
    // Open ends do no harm to a line that cuts something between them.
    let isHarmless = crossed > 0
    x = end(
      Phrase("start", "始点"), ends.start, isHarmless, at: Point(x, first.y), before: inner.maxX)
    end(
      Phrase("end", "終点"), ends.end, isHarmless, at: Point(x + 2, first.y), before: inner.maxX)
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
    _ name: Phrase, _ isOnLine: Bool, _ isHarmless: Bool, at place: Point, before end: Int
  ) -> Int {
    if isHarmless {
      if isOnLine { return place.x }
      let text = Phrase("\(name.english) on open paper", "\(name.japanese)は紙の上")
      return write(text(language), at: place, .muted, before: end)
    }
    let text =
      isOnLine
      ? Phrase("✓ \(name.english) on a line", "✓ \(name.japanese)は線の上")
      : Phrase("✗ \(name.english) on open paper", "✗ \(name.japanese)は紙の上")
    return write(text(language), at: place, isOnLine ? .success : .warning, before: end)
  }
}
