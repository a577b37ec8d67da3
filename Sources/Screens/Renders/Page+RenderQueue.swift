import Coloring
import Projects
import Raster
import Renders
import Studio
import TerminalUI

extension Page {
  /// The renders under way, in a few words for the footer: how many run and wait, and how long all of it takes.
  func running(_ state: StudioState) -> String? {
    let queue = state.renders.queue
    let active = queue.active
    if active.isEmpty { return nil }
    let isWide = frame.surface.width >= 120
    let running = active.count(where: \.isUnderWay)
    let standing = queue.isStopped ? queue.renders.count(where: \.isInterrupted) : 0
    let waiting = active.count - running + standing
    var words: [String] = []
    if running > 0 {
      let word = isWide ? Phrase(" running", " 実行中")(language) : ""
      words.append("\(Sign.rendering.glyph) \(running)\(word)")
    }
    if waiting > 0 {
      let word =
        queue.isStopped
        ? Phrase(" stopped", " 停止中")(language) : isWide ? Phrase(" queued", " 待機中")(language) : ""
      words.append("\(Sign.queued.glyph) \(waiting)\(word)")
    }
    guard let left = state.queueRemaining else { return words.joined(separator: " ") }
    let time = left < 60 ? "\(left) s" : Self.duration(left)
    return words.joined(separator: " ") + " · "
      + Phrase("\(time) left", "残り \(left < 60 ? "\(left) 秒" : time)")(language)
  }

  /// The renders, the newest of the drawing and all that wait or run first.
  mutating func renders(_ state: StudioState, in box: Box) {
    let all = state.renders.queue.renders
    let active = all.filter(\.isActive)
    let own = all.reversed().filter { !$0.isActive && $0.job.drawing == state.drawing?.id }
    let shown = active + own
    guard !shown.isEmpty, box.height >= 2 else { return }
    write(
      Phrase("Renders", "レンダー")(language), at: Point(box.x + 1, box.y), .title, before: box.maxX)
    var y = box.y + 1
    for render in shown where y < box.maxY {
      y = self.render(render, state, at: y, in: box)
    }
  }

  /// - Returns: the row after it.
  private mutating func render(_ render: Render, _ state: StudioState, at y: Int, in box: Box)
    -> Int
  {
    let standing = RenderStanding(render, isStale: state.isStale(render))
    let sign = standing.sign.glyph
    let word =
      standing.why
      ?? (render.state == .running
        ? render.progress?.stage?.phrase ?? Phrase("starting", "開始中") : standing.word)
    let role = standing.role
    let title = title(of: render, state)
    let time = render.elapsed(at: state.wallTime).map(Self.duration) ?? ""
    let end = box.maxX - time.terminalColumns - 1
    let x = write("\(sign) ", at: Point(box.x + 1, y), role, before: end)
    write("#\(render.number) \(title)", at: Point(x, y), .text, before: end)
    write(time, at: Point(end, y), .muted, before: box.maxX)
    guard render.state == .running, let progress = render.progress, y + 1 < box.maxY else {
      if y + 1 < box.maxY {
        write(word(language), at: Point(x, y + 1), role, before: box.maxX)
      }
      return y + 2
    }
    var left = "\(Int(progress.overall * 100)) %"
    if let seconds = render.remaining(at: state.wallTime) {
      left += Phrase(" \(Self.duration(seconds)) left", " 残り\(Self.duration(seconds))")(language)
    }
    frame.surface.drawProgress(
      progress.overall, in: Box(x: x, y: y + 1, width: 12, height: 1), theme[.accent],
      linework: linework)
    write(left, at: Point(x + 13, y + 1), .accent, before: box.maxX)
    if y + 2 < box.maxY { write(word(language), at: Point(x, y + 2), .muted, before: box.maxX) }
    return y + 3
  }

  /// Minutes and seconds, or hours and minutes.
  static func duration(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return seconds < 3600
      ? "\(seconds / 60):\(two(seconds % 60))"
      : "\(seconds / 3600)h\(two(seconds / 60 % 60))"
  }
}
