import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// The subject, what is left to do in it, and on the right what the engine is at.
  mutating func heading(
    _ state: StudioState, _ subject: PartsSubject, _ parts: RegionParts, in line: Box
  ) {
    guard line.height > 0 else { return }
    var end = line.maxX - 1
    if let progress = state.engine.analysing, progress.isShown(at: state.now) {
      let text = working(progress, at: state.now)
      end -= text.terminalColumns
      write(text, at: Point(end, line.y), .accent, before: line.maxX)
      end -= 1
    }
    var x = line.x + 1
    if let reference = subject.reference {
      let count = state.analysis?.order.references.count ?? 1
      let which = count > 1 ? " \(reference + 1)/\(count)" : ""
      x = write(
        Phrase("Reference", "色見本")(language) + which + " ", at: Point(x, line.y), .accent,
        before: end)
    }
    x = write(subject.picture.title, at: Point(x, line.y), .title, before: end)
    for (text, role) in facts(state, subject, parts) {
      guard x + 3 + text.terminalColumns <= end else { return }
      x = write(" · ", at: Point(x, line.y), .border)
      x = write(text, at: Point(x, line.y), role)
    }
  }

  /// In the order of their weight: what has no room is left out from the end.
  private func facts(
    _ state: StudioState, _ subject: PartsSubject, _ parts: RegionParts
  ) -> [(String, Role)] {
    var facts: [(Phrase, Role)] = []
    let marked = state.markedLabels.count
    if marked > 0 {
      facts.append((Phrase("\(marked) marked", "印 \(marked)"), .marked))
    }
    if state.desk.marks.isRanging { facts.append((Phrase("range", "範囲選択中"), .marked)) }
    let unlabelled = parts.unlabelled
    facts.append(
      unlabelled > 0
        ? (Phrase("\(unlabelled) unlabelled", "未設定 \(unlabelled)"), .warning)
        : (Phrase("all labelled", "すべて設定済み"), .success))
    let doubtful = state.doubtful.count
    if subject.reference == nil && doubtful > 0 {
      facts.append((Phrase("\(doubtful) doubtful", "要確認 \(doubtful)"), .doubtful))
    }
    let spots = state.spotsToFill
    if subject.reference == nil && spots > 0 {
      facts.append(
        (Phrase("\(spots.counted("spot")) to fill", "塗り残し・極小 \(spots)"), .doubtful))
    }
    let count = subject.map.regions.count { !$0.isBackground }
    facts.append((Phrase("\(count) regions", "\(count) 領域"), .muted))
    if !state.parts.spreads {
      facts.append((Phrase("labels stay put", "広げない"), .muted))
    }
    return facts.map { ($0(language), $1) }
  }

  /// The engine's work: a turning mark, the stage, how far, and how long it will take.
  func working(_ progress: AnalysisProgress, at now: Int) -> String {
    let marks = Array(glyphs == .ascii ? "|/-\\" : "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")
    let mark = marks[progress.turn(at: now) % marks.count]
    let left = progress.secondsLeft(at: now).map {
      Phrase(", \($0) s left", "、残り \($0) 秒")(language)
    }
    let percent = Int((progress.share * 100).rounded(.down))
    return "\(mark) \(progress.stage.phrase(language)) \(percent) %\(left ?? "")"
  }
}
