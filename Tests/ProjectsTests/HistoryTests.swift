import Foundation
import Projects
import Testing

@Suite struct HistoryTests {
  /// The obviously correct twin: what counts is a list, and the state is made anew from all of it.
  private struct Naive {
    var active: [[Edit]] = []
    var undone: [[Edit]] = []

    var state: ProjectState {
      var history = History(pictures: RandomEdits.pictures)
      for edits in active { _ = history.record(edits, title: "", time: 0) }
      return history.state
    }
  }

  @Test(arguments: 0..<6) func undoAndRedoAreAReplayOfWhatCounts(seed: UInt64) {
    var random = RandomEdits(seed: seed)
    var naive = Naive()
    var history = History(pictures: RandomEdits.pictures)
    // Up and down over several checkpoints.
    for step in 0..<1500 {
      if random.chance((step / 400).isMultiple(of: 2) ? 0.1 : 0.6) {
        if history.undo(time: 0) != nil { naive.undone.append(naive.active.removeLast()) }
      } else if random.chance(0.3) {
        if history.redo(time: 0) != nil { naive.active.append(naive.undone.removeLast()) }
      } else {
        let edits = (0..<(random.chance(0.2) ? 3 : 1)).map { _ in random.next() }
        _ = history.record(edits, title: "edit \(step)", time: step)
        naive.active.append(edits)
        naive.undone = []
      }
      if step.isMultiple(of: 97) { #expect(history.state == naive.state, "step \(step)") }
    }
    #expect(history.state == naive.state)
  }

  @Test(arguments: 0..<3) func theLinesAloneMakeTheSameHistory(seed: UInt64) throws {
    var random = RandomEdits(seed: seed)
    var history = History(pictures: RandomEdits.pictures)
    for step in 0..<400 {
      if random.chance(0.2) {
        _ = history.undo(time: step)
      } else if random.chance(0.2) {
        _ = history.redo(time: step)
      } else {
        _ = history.record([random.next()], title: "edit \(step)", time: step)
      }
    }
    let replayed = try History(pictures: RandomEdits.pictures, lines: history.lines)
    #expect(replayed.state == history.state)
    #expect(replayed.undoTitle == history.undoTitle)
    #expect(replayed.redoTitle == history.redoTitle)
  }

  @Test func whatMadeTheProjectIsNotUndone() throws {
    var history = History(pictures: RandomEdits.pictures)
    let ids = RandomEdits.pictures.map(\.id)
    let founding = history.record([.add(ids)], title: "new", time: 0, isFounding: true)
    _ = history.record([.gap("a", pixels: 3)], title: "gap 3", time: 0)
    #expect(history.undo(time: 0) != nil)
    #expect(history.undo(time: 0) == nil && history.undoTitle == nil)
    #expect(!history.state.drawings.isEmpty)
    // It says so in the journal, too.
    let read = try JSONDecoder().decode(JournalLine.self, from: JSONEncoder().encode(founding))
    #expect(read == founding && read.isFounding)
    var replayed = try History(pictures: RandomEdits.pictures, lines: [read])
    #expect(replayed.undo(time: 0) == nil)
  }

  @Test func undoAndRedoSayWhatTheyWouldDo() {
    var history = History(pictures: RandomEdits.pictures)
    #expect(history.undo(time: 0) == nil)
    _ = history.record([.gap("a", pixels: 3)], title: "gap 3", time: 0)
    _ = history.record([.gap("a", pixels: 4)], title: "gap 4", time: 0)
    #expect(history.undoTitle == "gap 4")
    #expect(history.undo(time: 1)?.content == .undo(2))
    #expect(history.undoTitle == "gap 3")
    #expect(history.redoTitle == "gap 4")
    #expect(history.state.gaps == ["a": 3])
    #expect(history.redo(time: 2)?.content == .redo(2))
    #expect(history.state.gaps == ["a": 4])
  }

  @Test func aNewEditEndsRedo() {
    var history = History()
    _ = history.record([], title: "one", time: 0)
    _ = history.undo(time: 0)
    _ = history.record([], title: "two", time: 0)
    #expect(history.redoTitle == nil)
    #expect(history.redo(time: 0) == nil)
  }

  @Test func linesThatCannotFollowAreRefused() {
    func line(_ number: Int, _ content: JournalLine.Content) -> JournalLine {
      JournalLine(number: number, time: 0, title: "", content: content)
    }
    func problem(_ lines: JournalLine...) -> HistoryError? {
      do {
        _ = try History(pictures: [], lines: lines)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(line(2, .edits([]))) == HistoryError(line: 1, problem: .number(2)))
    #expect(problem(line(1, .undo(1))) == HistoryError(line: 1, problem: .undo(1)))
    #expect(
      problem(line(1, .edits([])), line(2, .edits([])), line(3, .undo(1)))
        == HistoryError(line: 3, problem: .undo(1)))
    #expect(
      problem(line(1, .edits([])), line(2, .redo(1))) == HistoryError(line: 2, problem: .redo(1)))
  }
}
