import ImageFormats
import Projects
import Raster
import Renders
import Studio
import TerminalUI

extension Page {
  /// The selected render: its picture, which sharpens as it goes, and what is known of it.
  mutating func renderSight(_ state: StudioState, in box: Box, cache: ViewCache) {
    guard let render = state.selectedRender else {
      panel(box, "", isFocused: false)
      return
    }
    let inside = panel(box, "#\(render.number) \(title(of: render, state))", isFocused: false)
    let lines = lines(of: render, state, columns: inside.width - 2)
    let height = min(lines.count + (render.isUnderWay ? 1 : 0), max(0, inside.height - 4))
    let room = Box(x: inside.x, y: inside.y, width: inside.width, height: inside.height - height)
    renderPicture(render, state, in: room, cache: cache)
    facts(
      lines, share: render,
      in: Box(x: inside.x + 1, y: room.maxY, width: inside.width - 2, height: height))
  }

  /// The same without the picture, under the list.
  mutating func renderFacts(_ render: Render, _ state: StudioState, in box: Box) {
    let inside = panel(box, "#\(render.number) \(title(of: render, state))", isFocused: false)
    facts(
      lines(of: render, state, columns: inside.width - 2), share: render,
      in: Box(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: inside.height))
  }

  private struct PictureKey: Hashable {
    let number: Int
    let version: Int
    let box: Box
    let look: PictureLook
  }

  private mutating func renderPicture(
    _ render: Render, _ state: StudioState, in box: Box, cache: ViewCache
  ) {
    guard box.width > 0, box.height > 0 else { return }
    guard let sight = state.renderSight, let picture = sight.picture else {
      // Until there is something of it, the drawing.
      guard let drawing = state.desk.project?.state[render.job.drawing] else {
        return empty(Phrase("Its drawing was removed.", "線画はプロジェクトから外されました。"), in: box)
      }
      return thumbnail(drawing, state, in: box, pane: "render", cache: cache)
    }
    let key = PictureKey(
      number: render.number, version: sight.version, box: box, look: look)
    let surface = cache.surface(of: "render", key) {
      PictureView(.picture(Pyramid(picture))).surface(
        columns: box.width, rows: box.height, look: look, work: Work(threads: 1))
    }
    frame.surface.draw(surface, at: Point(box.x, box.y))
  }

  private struct FactLine {
    var text: String
    var role: Role
  }

  /// The facts known of a render, the most important first, in lines that fit.
  private func lines(of render: Render, _ state: StudioState, columns: Int) -> [FactLine] {
    let standing = RenderStanding(render, isStale: state.isStale(render))
    var lines: [FactLine] = []
    func add(_ text: String, _ role: Role) {
      for line in text.wrapped(toColumns: columns).prefix(3) {
        lines.append(FactLine(text: line, role: role))
      }
    }
    let why = standing.why.map { ": " + $0(language) } ?? ""
    add("\(standing.sign.glyph) \(standing.word(language))\(why)", standing.role)
    if let advice = standing.advice { add(advice(language), .accent) }
    if render.isUnderWay {
      add((render.progress?.stage?.phrase ?? Phrase("starting", "開始中"))(language), .text)
    }
    let times = [
      render.elapsed(at: state.wallTime).map { seconds in
        Phrase("\(Self.duration(seconds)) worked", "作業 \(Self.duration(seconds))")(language)
      },
      render.remaining(at: state.wallTime).map { seconds in
        Phrase("\(Self.duration(seconds)) left", "残り \(Self.duration(seconds))")(language)
      },
    ].compactMap(\.self)
    if !times.isEmpty { add(times.joined(separator: " · "), .muted) }
    let what = [
      render.state == .done
        ? (render.layers ?? render.result).split(separator: "/").suffix(3).joined(separator: "/")
        : render.job.layers.map { "png + \($0.ending)" } ?? "png",
      render.attempt > 1
        ? Phrase("attempt \(render.attempt)", "\(render.attempt) 回目")(language) : nil,
      render.isUnderWay ? render.worker?.description : nil,
    ].compactMap(\.self)
    lines.append(FactLine(text: what.joined(separator: " · "), role: .muted))
    if render.state != .done, let line = state.renderSight?.lastLogLine {
      // Without its time, which leaves no room for the words.
      let words = line.split(separator: " ", maxSplits: 1).last ?? ""
      lines.append(
        FactLine(text: Phrase("log: ", "ログ: ")(language) + words, role: .muted))
    }
    return lines
  }

  /// - Parameter share: of which a bar is drawn under the first line while it is under way.
  private mutating func facts(_ lines: [FactLine], share render: Render, in box: Box) {
    var y = box.y
    for (index, line) in lines.enumerated() where y < box.maxY {
      write(line.text, at: Point(box.x, y), line.role, before: box.maxX)
      y += 1
      guard index == 0, render.isUnderWay, let progress = render.progress, y < box.maxY else {
        continue
      }
      let percent = " \(Int(progress.overall * 100)) %"
      let width = max(0, box.width - percent.terminalColumns)
      frame.surface.drawProgress(
        progress.overall, in: Box(x: box.x, y: y, width: width, height: 1), theme[.accent],
        linework: linework)
      write(percent, at: Point(box.x + width, y), .accent)
      y += 1
    }
  }
}
