import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// Beside the result: its layers, to be clicked, and what is known of it.
  mutating func resultPanel(_ state: StudioState, _ analysis: Analysis, in box: Box) {
    let inside = panel(box, state.drawing?.title ?? "", isFocused: false)
    var y = inside.y
    for toggle in toggles(state) {
      let line = Box(x: inside.x, y: y, width: inside.width, height: 1)
      var x = write(toggle.key, at: Point(line.x + 1, y), .accent)
      x = write(toggle.isOn ? " ✓ " : "   ", at: Point(x, y), .success)
      write(toggle.title, at: Point(x, y), toggle.isOn ? .text : .muted, before: line.maxX)
      hit(line, .command(.result(toggle.command)))
      y += 1
    }
    y += 1
    for fact in facts(state, analysis) {
      guard y < inside.maxY else { return }
      write([fact], at: Point(inside.x + 1, y), before: inside.maxX)
      y += 1
    }
    renders(
      state, in: Box(x: inside.x, y: y + 1, width: inside.width, height: inside.maxY - y - 1))
  }

  /// The same in two lines under the result.
  mutating func resultLines(_ state: StudioState, _ analysis: Analysis, in box: Box) {
    fill(box, .text)
    var x = box.x + 1
    for toggle in toggles(state) {
      let start = x
      x = write(toggle.key, at: Point(x, box.y), .accent, before: box.maxX)
      x = write(toggle.isOn ? "✓" : "·", at: Point(x, box.y), .success, before: box.maxX)
      x = write(
        toggle.title, at: Point(x, box.y), toggle.isOn ? .text : .muted, before: box.maxX)
      hit(
        Box(x: start, y: box.y, width: x - start, height: 1), .command(.result(toggle.command)))
      x += 2
    }
    write(
      facts(state, analysis), at: Point(box.x + 1, box.y + 1), before: box.maxX, between: " · ")
  }

  private struct Toggle {
    let command: ResultCommand
    let title: String
    let isOn: Bool
    var key: String
  }

  private func toggles(_ state: StudioState) -> [Toggle] {
    let layers: [(ResultCommand, LayerSelection, Phrase)] = [
      (.lines, .lines, Phrase("lines", "線画")),
      (.shadows, .shadows, Phrase("shadows", "影")),
      (.highlights, .highlights, Phrase("highlights", "ハイライト")),
      (.flats, .flats, Phrase("flats", "下塗り")),
    ]
    var toggles = layers.map { command, layer, name in
      Toggle(
        command: command, title: name(language), isOn: !state.result.hidden.contains(layer),
        key: Command.result(command).keys[0].name)
    }
    toggles.append(
      Toggle(
        command: .background,
        title: Phrase("ground: ", "背景: ")(language)
          + state.result.background.title(language),
        isOn: state.result.background != .none, key: Command.result(.background).keys[0].name))
    return toggles
  }

  private func facts(_ state: StudioState, _ analysis: Analysis) -> [Fact] {
    let map = analysis.result.map
    let figure = map.regions.filter { !$0.isBackground }.count
    var facts = [
      Fact("\(map.width)×\(map.height)"),
      Fact(Phrase("\(figure) regions", "\(figure) 領域")(language)),
    ]
    let doubtful = state.doubtful.count
    facts.append(
      doubtful == 0
        ? Fact("✓ " + Phrase("none doubtful", "要確認なし")(language), .success)
        : Fact("? " + Phrase("\(doubtful) doubtful", "要確認 \(doubtful)")(language), .doubtful))
    if let progress = state.engine.analysing, progress.order.drawing == analysis.order.drawing {
      let percent = Int(progress.share * 100)
      facts.append(Fact("… " + Phrase("colouring", "彩色中")(language) + " \(percent) %", .accent))
    } else if !state.isAnalysisFresh {
      facts.append(Fact("! " + Phrase("out of date", "未更新")(language), .warning))
    }
    if state.shownResult?.order != state.wantedResult {
      facts.append(Fact("… " + Phrase("composing", "合成中")(language), .accent))
    }
    if let render = renderFact(state) { facts.append(render) }
    return facts
  }

  private func renderFact(_ state: StudioState) -> Fact? {
    guard let drawing = state.drawing else { return nil }
    switch state.renderState(of: drawing.id) {
    case .none, .cancelled: return nil
    case .queued: return Fact("○ " + Phrase("queued", "レンダー待ち")(language))
    case .running(let share):
      return Fact(
        "▸ " + Phrase("rendering", "レンダー中")(language) + " \(Int(share * 100)) %", .accent)
    case .done: return Fact("✓ " + Phrase("rendered", "レンダー済み")(language), .success)
    case .stale:
      return Fact(Sign.stale.glyph + " " + Phrase("stale", "レンダー後に変更")(language), .warning)
    case .interrupted:
      return Fact(
        Sign.interrupted.glyph + " " + Phrase("interrupted", "レンダー中断")(language), .error)
    case .failed:
      return Fact("✗ " + Phrase("not rendered", "レンダー失敗")(language), .error)
    }
  }
}

extension ColoringSettings.Background {
  var title: Phrase {
    switch self {
    case .none: Phrase("none", "なし")
    case .reference: Phrase("reference's", "色見本と同じ")
    case .colour(.white): Phrase("white", "白")
    case .colour(.black): Phrase("black", "黒")
    case .colour(let colour):
      colour.r == colour.g && colour.g == colour.b
        ? Phrase("grey", "灰") : Phrase(same: colour.hex)
    }
  }
}
