import Coloring
import Raster
import Studio
import TerminalUI

extension Page {
  /// The facts beside the pictures, where the screen is wide: one below the other.
  mutating func matchFactsPane(_ scene: MatchScene, in box: Box) {
    let (x, end) = (box.x + 1, box.maxX - 1)
    var y = box.y
    func list(_ facts: [Fact]) {
      for fact in facts {
        write([fact], at: Point(x, y), before: end)
        y += 1
      }
      y += 1
    }
    if scene.asksForPlace {
      guard let place = scene.place else { return list(nothingSelected(scene)) }
      list(partAndPaint(place, scene))
      list(matchedCounts(scene))
      list([doubtfulPlaces(scene)])
      return
    }
    guard let match = scene.selected else {
      list(nothingSelected(scene))
      return list(legend())
    }
    let marks = marked(scene)
    if !scene.marked.isEmpty { list(marks.count + marks.meaning) }
    list([standing(match), parts(match, scene)] + paint(match, scene))
    if scene.isPinning { list(choice(match, scene)) }
    let reasons = scene.isPinning ? scene.candidate?.reasons ?? [:] : match.reasons
    if reasons.isEmpty {
      let lines = noReasons(match, scene)(language).wrapped(toColumns: max(2, end - x))
      list(lines.map { Fact($0) })
    } else {
      for reason in Reason.allCases {
        reasonRow(reason, reasons[reason] ?? 0, row: y, from: x, before: end)
        y += 1
      }
      y += 1
    }
    candidateTable(match, scene, in: Box(x: x, y: y, width: end - x, height: box.maxY - y))
  }

  private mutating func reasonRow(
    _ reason: Reason, _ score: Double, row: Int, from x: Int, before end: Int
  ) {
    write(reason.word(language), at: Point(x, row), .muted)
    scoreBar(score, at: Point(x + 11, row), width: max(0, end - x - 15))
    let number = whole(score)
    write(number, at: Point(end - number.count, row), .text)
  }

  /// A candidate a line: number, paint, score, and a small column for each reason.
  private mutating func candidateTable(_ match: Correspondence, _ scene: MatchScene, in box: Box) {
    guard box.height >= 2 else { return }
    if match.candidates.isEmpty { return noCandidates(at: Point(box.x, box.y), before: box.maxX) }
    let columns = box.maxX - 2 * Reason.allCases.count
    let heading = Phrase("Candidates", "候補")(language)
    let x = write(heading, at: Point(box.x, box.y), .muted)
    if let lead = lead(match) {
      write(" · " + lead, at: Point(x, box.y), .muted, before: columns - 1)
    }
    for (place, reason) in Reason.allCases.enumerated() {
      let initial = String(reason.word(language).prefix(1))
      write(initial, at: Point(columns + 2 * place, box.y), .muted)
    }
    for (index, candidate) in match.candidates.prefix(box.height - 1).enumerated() {
      let row = box.y + 1 + index
      let score = whole(candidate.score)
      let start = columns - 2 - score.terminalColumns
      let x = candidateMark(index, candidate, match, scene, at: Point(box.x, row))
      let after = swatch(color(candidate, scene), at: Point(x + 1, row), before: box.maxX)
      write(" \(name(candidate, scene))", at: Point(after, row), .text, before: start - 1)
      write(score, at: Point(start, row), .text)
      for (place, reason) in Reason.allCases.enumerated() {
        let level = level(candidate.reasons[reason] ?? 0)
        write(level, at: Point(columns + 2 * place, row), .accent)
      }
      hit(
        Box(x: box.x, y: row, width: box.width, height: 1),
        .command(.match(MatchCommand.candidates[index])))
    }
  }

  /// A score as a block of its height; a digit where there are no blocks.
  private func level(_ score: Double) -> String {
    let steps = glyphs == .ascii ? Array("0123456789") : Array("▁▂▃▄▅▆▇█")
    let step = Int((min(1, max(0, score)) * Double(steps.count)).rounded(.down))
    return String(steps[min(steps.count - 1, step)])
  }
}
