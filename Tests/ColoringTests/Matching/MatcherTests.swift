import Raster
import Regions
import Synchronization
import Testing

@testable import Coloring

/// A figure: hair `h` around a face `f` with two eyes, a dress `d` with a belt `b`, a skirt, two legs.
private let rows = [
  "................",
  "......hhhh......",
  ".....hhhhhh.....",
  ".....hffffh.....",
  ".....hfeEfh.....",
  ".....hffffh.....",
  "......ffff......",
  "....dddddddd....",
  "....dddddddd....",
  "....bbbbbbbb....",
  "...gggggggggg...",
  "..gggggggggggg..",
  ".....l....L.....",
  ".....l....L.....",
  "................",
]
private let figure = Letters(rows)

@Suite struct MatcherTests {
  private let work = Work(threads: 1)

  @Test func aDrawingMatchesItself() throws {
    let descriptors = try figure.descriptors()
    let matching = try Matcher.match(drawing: descriptors, references: [descriptors], work: work)
    for match in matching.matches {
      #expect(match.chosen?.label == match.label)
      #expect(match.origin == .automatic)
      #expect(match.confidence > 0.5)
    }
  }

  @Test func correctionsWinAndThoseWithoutAPlaceAreListed() throws {
    let descriptors = try figure.descriptors()
    let nowhere = RegionName(inside: Point(10_000, 0))
    let pin = Pin(region: figure.name("b"), reference: 0, counterpart: figure.name("h"))
    let lost = Pin(region: nowhere, reference: 0, counterpart: figure.name("h"))
    let stray = Pin(region: figure.name("h"), reference: 1, counterpart: figure.name("h"))
    let matching = try Matcher.match(
      drawing: descriptors, references: [descriptors], pins: [pin, lost, stray],
      unlinks: [figure.name("d"), nowhere], work: work)
    let belt = matching.matches[figure.label["b"]!]
    #expect(belt.origin == .pinned && belt.chosen?.label == figure.label["h"])
    let dress = matching.matches[figure.label["d"]!]
    #expect(dress.origin == .unlinked && dress.chosen == nil)
    #expect(matching.orphanedPins == [lost, stray])
    #expect(matching.orphanedUnlinks == [nowhere])
  }

  /// The letter of the counterpart of the first region of each letter; `-` for none.
  private func counterparts(of drawing: Letters, in reference: Letters, pins: [Pin] = []) throws
    -> [Character: Character]
  {
    let matching = try Matcher.match(
      drawing: drawing.descriptors(), references: [reference.descriptors()], pins: pins, work: work)
    return drawing.label.mapValues { label in
      matching.matches[label].chosen.map { reference.letter[$0.label]! } ?? "-"
    }
  }

  @Test func aMirroredFigureMatches() throws {
    // Asymmetric, so that the mirrored pose is the better one: a long sleeve on one side only.
    var sided = rows.map(Array.init)
    for (y, x) in [(7, 2), (7, 3), (8, 2), (8, 3), (9, 1), (9, 2), (10, 1)] { sided[y][x] = "s" }
    let mirrored = Letters(sided.map { String($0.reversed()) })
    for (letter, other) in try counterparts(of: mirrored, in: Letters(sided.map { String($0) })) {
      // A figure has an eye on each side; which is which nobody can say.
      #expect(letter.lowercased() == other.lowercased())
    }
  }

  @Test func aScaledFigureMatches() throws {
    let small = Letters(rows, scale: 2)
    for (letter, other) in try counterparts(of: small, in: Letters(rows, scale: 4)) {
      #expect(letter == other)
    }
  }

  @Test func aBustMatchesAFullFigure() throws {
    let bust = Letters(Array(rows.prefix(9)), scale: 4)
    for (letter, other) in try counterparts(of: bust, in: figure) { #expect(letter == other) }
  }

  @Test func movedPartsMatch() throws {
    var moved = rows
    moved[12] = "....l.....L....."
    moved[13] = "....l.....L....."
    for (letter, other) in try counterparts(of: Letters(moved), in: figure) {
      #expect(letter == other)
    }
  }

  @Test func severalRegionsShareOneCounterpart() throws {
    var folded = rows
    folded[10] = "...ggggpqqqqq..."
    folded[11] = "..gggggpqqqqqq.."
    let found = try counterparts(of: Letters(folded), in: figure)
    #expect(found["g"] == "g" && found["p"] == "g" && found["q"] == "g")
  }

  @Test func whatTheReferenceDoesNotShowStaysUnmatched() throws {
    // A prop far to the side.
    let armed = rows.enumerated().map { y, row in
      row + (5...8 ~= y ? "........xx." : "...........")
    }
    let drawing = Letters(armed)
    let matching = try Matcher.match(
      drawing: drawing.descriptors(), references: [figure.descriptors()], work: work)
    let prop = matching.matches[drawing.label["x"]!]
    #expect(prop.origin == .unmatched && prop.chosen == nil && prop.confidence == 0)
  }

  @Test func aPinChangesItsRegionAndNoOther() throws {
    let reference = Letters(["aa......", "abcdefgh", "ijklmnop"], scale: 5)
    let pin = Pin(region: reference.name("c"), reference: 0, counterpart: reference.name("d"))
    let before = try counterparts(of: reference, in: reference)
    var after = try counterparts(of: reference, in: reference, pins: [pin])
    #expect(after["c"] == "d")
    after["c"] = before["c"]
    #expect(after == before)
  }

  @Test func aPinDragsTheLightAlong() throws {
    let reference = Letters(["aa......", "abcdefgh", "ijklmnop"], scale: 5)
    let descriptors = try reference.descriptors()
    let pin = Pin(region: reference.name("c"), reference: 0, counterpart: reference.name("d"))
    let plain = try Matcher.match(drawing: descriptors, references: [descriptors], work: work)
    let pinned = try Matcher.match(
      drawing: descriptors, references: [descriptors], pins: [pin], work: work)
    #expect(plain.alignments[0].nodes != pinned.alignments[0].nodes)
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    let drawing = try Letters(rows, scale: 4).descriptors()
    let reference = try figure.descriptors()
    let alone = try Matcher.match(
      drawing: drawing, references: [reference], work: Work(threads: 1))
    let together = try Matcher.match(
      drawing: drawing, references: [reference], work: Work(threads: 3))
    #expect(alone.matches == together.matches)
    #expect(alone.alignments[0].nodes == together.alignments[0].nodes)
  }

  @Test func ofTwoReferencesTheBetterFittingServes() throws {
    let other = Letters(["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"], scale: 5)
    let matching = try Matcher.match(
      drawing: figure.descriptors(), references: [other.descriptors(), figure.descriptors()],
      work: work)
    let chosen = matching.matches.filter { $0.chosen != nil }
    #expect(chosen.count > matching.matches.count / 2)
    for match in chosen {
      #expect(match.chosen?.reference == 1)
      #expect(match.candidates.count <= Matcher.candidateLimit)
    }
  }

  /// Asked `questions` times, the caller gives up; little more may be asked then.
  @Test(arguments: [0, 1, 50, 200, 800]) func aCallerWhoGivesUpGetsNoResult(questions: Int) throws {
    let descriptors = try figure.descriptors()
    let asked = Mutex(0)
    let work = Work(
      threads: 2,
      isCancelled: {
        asked.withLock {
          $0 += 1
          return $0 > questions
        }
      })
    #expect(throws: Cancelled.self) {
      try Matcher.match(drawing: descriptors, references: [descriptors], work: work)
    }
    #expect(asked.withLock { $0 } < questions + 100)
  }

  /// What takes long between two questions cannot be stopped.
  @Test func aSearchAsksManyTimesInEachTrial() throws {
    let descriptors = try figure.descriptors()
    let asked = Mutex(0)
    let work = Work(
      threads: 1,
      isCancelled: {
        asked.withLock { $0 += 1 }
        return false
      })
    _ = try PoseSearch.poses(from: descriptors.view, to: descriptors.view, work: work)
    #expect(asked.withLock { $0 } > 8 * PoseSearch.trials(.whole).count)
  }
}
