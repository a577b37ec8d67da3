import TerminalUI
import Testing

@testable import Studio

@Suite("The key map")
struct KeyMapTests {
  @Test("No key means two things in one context")
  func unambiguous() {
    for (context, commands) in Dictionary(grouping: Command.all, by: \.context) {
      var seen: [Key: Command] = [:]
      for command in commands {
        for key in command.keys {
          let other = seen.updateValue(command, forKey: key)
          #expect(other == nil, "\(context.name), \(key.name): \(command.name) and \(other!.name)")
        }
      }
    }
  }

  @Test("Every screen has a key of its own, and a command that goes there")
  func screens() throws {
    for screen in Screen.all {
      #expect(Command.visit(screen).keys.count == 1, "\(screen.name)")
      var state = try Squares.studio()
      _ = reduce(&state, .perform(.visit(screen)))
      #expect(state.screen == screen)
    }
    #expect(Set(Screen.all.map(\.key)).count == Screen.all.count)
  }

  @Test("Every command has a name of its own, a title in both languages, and keys that exist")
  func named() {
    let all = Command.all
    #expect(Set(all.map(\.name)).count == all.count)
    for command in all {
      #expect(!command.title.english.isEmpty && !command.title.japanese.isEmpty)
      _ = command.keys
    }
  }

  @Test("A screen's key goes before the global one")
  func precedence() {
    let map = KeyMap.standard
    #expect(map.command(for: Key("f1")!, in: [.pictures, .global]) == .global(.help))
    #expect(map.command(for: Key("enter")!, in: [.pictures, .global]) == .pictures(.open))
    #expect(map.command(for: Key("enter")!, in: [.global]) == nil)
  }
}
