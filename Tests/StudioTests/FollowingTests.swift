import DrawnStudios
import Foundation
import Projects
import Synchronization
import TestSupport
import Testing

@testable import Studio

/// A second studio on a project, which may only read it.
@Suite("Following who holds a project") struct FollowingTests {
  private func rename(_ title: String, in history: inout History) -> JournalLine {
    history.record([.rename("cut 01", title: title)], title: "rename to \(title)", time: 0)
  }

  @Test("What the holder does is seen and told, as saved, and leads to nothing but looking")
  func shown() throws {
    var state = studio(refusal: "It is open elsewhere.")
    var history = try #require(state.desk.project?.history)
    _ = rename("dawn", in: &history)
    var effects = reduce(&state, .followed(history))
    #expect(state.desk.project?.state["cut 01"]?.title == "dawn")
    #expect(state.desk.project?.isSaved == true && effects.appended.isEmpty)
    #expect(state.notice?.text.english == "Done by its holder: rename to dawn")
    for title in ["noon", "dusk"] { _ = rename(title, in: &history) }
    effects = reduce(&state, .followed(history))
    #expect(state.notice?.text.english == "2 edits by its holder, the last: rename to dusk")
    #expect(effects.isEmpty)
  }

  @Test("What the holder's engine counts is shown, whichever comes first: the counts or the edits")
  func counts() throws {
    for countsFirst in [true, false] {
      var state = studio(refusal: "It is open elsewhere.")
      var history = try #require(state.desk.project?.history)
      _ = history.record([.gap("cut 01", pixels: 9)], title: "gap", time: 0)
      let order = try #require(AnalysisOrder("cut 01", in: history.state))
      let counts = DrawingCounts(key: order.key, regions: 41, doubtful: 3)
      if countsFirst { _ = reduce(&state, .counted(["cut 01": counts])) }
      _ = reduce(&state, .followed(history))
      if !countsFirst { _ = reduce(&state, .counted(["cut 01": counts])) }
      let picture = try #require(state.desk.project?.state["cut 01"])
      #expect(state.chip(of: picture).signs.english == "?3/41")
    }
  }

  @Test("A drawing that the holder removes is no longer selected, and an open one is coloured anew")
  func removed() throws {
    var state = studio(refusal: "It is open elsewhere.")
    var history = try #require(state.desk.project?.history)
    state.press("enter")
    let old = state.engine.analysing?.order
    _ = history.record([.gap("cut 01", pixels: 9)], title: "gap", time: 0)
    let effects = reduce(&state, .followed(history))
    #expect(effects.contains { if case .analyse = $0 { true } else { false } })
    #expect(state.engine.analysing?.order != old)
    _ = history.record([.remove(["cut 01"])], title: "remove", time: 0)
    _ = reduce(&state, .followed(history))
    #expect(state.drawing?.id != "cut 01")
  }

  @Test("Once it is free, an edit is told so, and how to open it")
  func free() throws {
    let held = "is open elsewhere (aki on atelier, process 7); close it there first."
    var state = studio(refusal: held)
    #expect(
      state.readOnlyObstacle?.english
        == "Read-only. hana: is open elsewhere (aki on atelier, process 7); close it there first.")
    _ = reduce(&state, .projectFree)
    #expect(state.readOnlyObstacle?.english.contains("is free now: F10 opens it") == true)
  }

  @Test("What matters less is said where nothing else is, and else in the log")
  func noted() {
    var state = studio()
    state.tell(.done, Phrase(same: "imported"))
    _ = reduce(&state, .noted(.warning, Phrase(same: "no preferences")))
    #expect(state.notice?.text.english == "imported")
    #expect(state.log.last?.text.english == "no preferences")
    state.notice = nil
    _ = reduce(&state, .noted(.warning, Phrase(same: "no preferences")))
    #expect(state.notice?.text.english == "no preferences")
  }

  @Test("A paste goes into the text of a menu")
  func menuPaste() {
    var state = studio()
    state.press(":")
    _ = reduce(&state, .paste("undo"))
    guard case .menu(let menu)? = state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(menu.filter.text == "undo")
    #expect(menu.matching.count < menu.items.count)
  }

  @Test("Who holds the project takes nothing from outside")
  func holder() throws {
    var state = studio()
    var history = try #require(state.desk.project?.history)
    _ = rename("dawn", in: &history)
    _ = reduce(&state, .followed(history))
    #expect(state.desk.project?.state["cut 01"]?.title == "cut 01")
  }

  @Test("The journal is looked at together with the lock, and its freedom told once")
  func whoHoldsIt() throws {
    let temporary = TemporaryFolder()
    let home = temporary / "hana.nurie"
    try Project.create(at: home)
    var writer = try Project(opening: home)
    let reader = try Project(opening: home)
    #expect(OpenProject(reader).holderName?.english == LockHolder.own().name)
    writer.record([.rename("cut 01", title: "dawn")], title: "rename", time: 0)
    writer.writer?.journal.finish()
    let told = Mutex<[Action]>([])
    let post = { @Sendable (action: Action) in told.withLock { $0.append(action) } }
    _ = HolderWatch(reader, watch: LockWatch(), post: post).end()
    var actions = told.withLock { $0 }
    guard case .followed(let history)? = actions.first, actions.count == 1 else {
      Issue.record("\(actions)")
      return
    }
    #expect(history.lines == writer.history.lines)
    try writer.close()
    _ = HolderWatch(reader, watch: LockWatch(), post: post).end()
    actions = told.withLock { $0 }
    #expect(actions.contains { if case .projectFree = $0 { true } else { false } })
  }
}
