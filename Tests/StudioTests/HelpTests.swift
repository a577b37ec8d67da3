import DrawnStudios
import TerminalUI
import Testing

@testable import Studio

@Suite("The help and the footer")
struct HelpTests {
  private func help(_ state: StudioState) -> [MenuItem] { state.helpMenu().items }

  @Test("Ten digits and four arrows are one line each, and none of their keys is left out")
  func families() throws {
    let state = try StudioState.coloured(on: .parts)
    let items = help(state)
    let digits = items.filter { $0.searchable.contains("label with part") }
    #expect(digits.map(\.detail) == ["1-9 0"])
    let arrows = items.filter { $0.title.english == "To the region on that side" }
    #expect(arrows.map(\.detail) == ["hjkl arrows"])
    #expect(items.contains { $0.detail == "ctrl-arrows" })
  }

  @Test("Every key that works is in the help", arguments: Screen.all)
  func complete(screen: Screen) throws {
    let state = try StudioState.coloured(on: screen)
    let items = help(state)
    var working = 0
    for command in Command.all where state.contexts.contains(command.context) {
      let works = command.keys.contains {
        KeyMap.standard.command(for: $0, in: state.contexts) == command
      }
      guard works else { continue }
      working += 1
      let isThere = items.contains { item in
        item.choice == .command(command)
          || item.choice == .family && item.searchable.contains(command.title.english.lowercased())
      }
      #expect(isThere, "\(command.name)")
    }
    #expect(working > 20)
  }

  @Test("It is grouped by what one wants to do, each heading once")
  func groups() throws {
    let groups = help(try StudioState.coloured(on: .parts)).map(\.group.english)
    var headings: [String] = []
    for group in groups where headings.last != group { headings.append(group) }
    #expect(headings.first == "Say what a region is")
    #expect(headings.last == "What the signs mean")
    #expect(Set(headings).count == headings.count)
  }

  @Test(
    "What is being done stands first, and a key it has for itself is not listed with its other meaning"
  )
  func tools() throws {
    var state = try StudioState.coloured(on: .parts)
    state.press("C")
    let items = help(state)
    #expect(items.first?.group.english == "Drawing a cut")
    #expect(items.filter { $0.detail.split(separator: " ").contains("u") }.count == 1)
  }

  @Test("Every sign is explained, and choosing one changes nothing")
  func signs() throws {
    var state = try StudioState.coloured(on: .parts)
    #expect(
      help(state).filter { if case .sign = $0.choice { true } else { false } }.count
        == Sign.allCases.count)
    state.press("? d o u b t f u l space w o r t h enter")
    #expect(state.overlay != nil)
  }

  @Test("A line of several keys says which to press")
  func several() throws {
    var state = try StudioState.coloured(on: .parts)
    state.press("l ? 1 - 9 enter")
    #expect(state.overlay == nil)
    #expect(state.notice?.text.english.hasSuffix(": 1-9 0") == true)
  }

  @Test(
    "The footer begins with the help and the commands, and keeps undo near once there is something to undo"
  )
  func footer() throws {
    var state = try StudioState.coloured(on: .parts)
    #expect(state.hints.prefix(2).map(\.key.name) == ["?", ":"])
    state.press("l 2")
    #expect(state.hints.prefix(6).contains { $0.target == .command(.global(.undo)) })
    // What cannot be done follows what can, before redo and quit.
    let own = state.hints.dropLast(2)
    let firstImpossible = try #require(own.firstIndex { $0.obstacle != nil })
    #expect(own[firstImpossible...].allSatisfy { $0.obstacle != nil })
  }

  @Test("While a menu is open the footer shows its keys, and a click on one is that key")
  func overlayHints() throws {
    var state = try StudioState.coloured(on: .parts)
    state.press("?")
    #expect(state.hints.map(\.label.english) == ["run", "close"])
    let close = try #require(state.hints.last)
    _ = reduce(&state, .pointer(Pointer(.press(.left), on: close.target)))
    #expect(state.overlay == nil)
  }
}

@Suite("A key right after Escape")
struct EscapeTests {
  @Test("is Escape and the key, where it means nothing with Alt")
  func split() throws {
    var state = try StudioState.coloured(on: .parts)
    state.press("? alt-:")
    guard case .menu(let menu)? = state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(menu.kind == .commands)
  }

  @Test("takes a word away from a line being typed")
  func word() {
    var state = studio()
    state.press("/ c u t space o alt-backspace")
    guard case .prompt(let prompt)? = state.overlay else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.editor.text == "cut ")
  }

  @Test("is not what a sequence calls Alt itself")
  func explicit() {
    var state = studio()
    state.press("/ alt-up")
    #expect(state.overlay != nil)
  }
}
