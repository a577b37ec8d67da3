import Coloring
import Raster
import Studio
import TerminalUI

extension Page {
  /// The number of rows that the facts take below the pictures.
  func factsHeight(in body: Box) -> Int { body.height < 12 ? 1 : body.height < 16 ? 2 : 3 }

  /// The facts known of the selected match, in a few lines below the pictures.
  mutating func matchFacts(_ scene: MatchScene, in box: Box) {
    let x = box.x + 1
    let end = box.maxX - 1
    func line(_ number: Int) -> Point? {
      number < box.height ? Point(x, box.y + number) : nil
    }
    if scene.asksForPlace {
      guard let place = scene.place else {
        write(nothingSelected(scene), at: Point(x, box.y), before: end)
        return
      }
      write(partAndPaint(place, scene), at: Point(x, box.y), before: end)
      if let line = line(1) { write(matchedCounts(scene), at: line, before: end) }
      if let line = line(2) { write([doubtfulPlaces(scene)], at: line, before: end) }
      return
    }
    guard let match = scene.selected else {
      write(nothingSelected(scene), at: Point(x, box.y), before: end)
      if let line = line(1) { write(legend(), at: line, before: end) }
      return
    }
    let facts =
      scene.isPinning
      ? choice(match, scene)
      : [standing(match), parts(match, scene)] + paint(match, scene)
    let marks = marked(scene)
    write(
      marks.count + facts + (scene.isPinning ? [] : marks.meaning), at: Point(x, box.y), before: end
    )
    if let line = line(1) {
      let reasons = scene.isPinning ? scene.candidate?.reasons ?? [:] : match.reasons
      if reasons.isEmpty {
        write([Fact(noReasons(match, scene)(language))], at: line, before: end)
      } else {
        reasonLine(reasons, row: line.y, from: x, before: end)
      }
    }
    if let line = line(2) { candidateLine(match, scene, row: line.y, from: x, before: end) }
  }

  /// The scores of the reasons side by side: in columns with bars, or where these do not fit, as many numbers as do.
  private mutating func reasonLine(
    _ reasons: [Reason: Double], row: Int, from x: Int, before end: Int
  ) {
    let share = (end - x) / Reason.allCases.count
    let widest = Reason.allCases.map { $0.word(language).terminalColumns }.max() ?? 0
    let bar = min(16, share - widest - 7)
    var start = x
    for reason in Reason.allCases {
      let score = reasons[reason] ?? 0
      let word = reason.word(language) + " "
      guard start + word.terminalColumns + whole(score).count <= end else { return }
      var after = write(word, at: Point(start, row), .muted)
      if bar >= 2 {
        let bar = min(16, start + share - after - 5)
        scoreBar(score, at: Point(after, row), width: bar)
        after += bar + 1
      }
      after = write(whole(score), at: Point(after, row), .text)
      start = bar >= 2 ? start + share : after + 2
    }
  }

  /// The number of candidates that fit into their line, the best first.
  func candidatesListed(_ match: Correspondence, _ scene: MatchScene, columns: Int) -> Int {
    var used = 0
    for (index, candidate) in match.candidates.enumerated() {
      used += 6 + name(candidate, scene).terminalColumns + whole(candidate.score).count
      if used > columns { return index }
      used += 2
    }
    return match.candidates.count
  }

  /// The candidates in one line, as many as fit; a click pins.
  private mutating func candidateLine(
    _ match: Correspondence, _ scene: MatchScene, row: Int, from x: Int, before end: Int
  ) {
    if match.candidates.isEmpty { return noCandidates(at: Point(x, row), before: end) }
    var x = x
    let count = candidatesListed(match, scene, columns: end - x)
    for (index, candidate) in match.candidates.prefix(count).enumerated() {
      let name = self.name(candidate, scene)
      let score = whole(candidate.score)
      let start = x
      x = candidateMark(index, candidate, match, scene, at: Point(x, row))
      x = swatch(color(candidate, scene), at: Point(x, row), before: end)
      x = write(" \(name)", at: Point(x, row), .text, before: end)
      x = write(" \(score)", at: Point(x, row), .muted, before: end)
      hit(
        Box(x: start, y: row, width: x - start, height: 1),
        .command(.match(MatchCommand.candidates[index])))
      x += 2
    }
    if let lead = lead(match), x + lead.terminalColumns <= end {
      write(lead, at: Point(x, row), .muted)
    }
  }
}
