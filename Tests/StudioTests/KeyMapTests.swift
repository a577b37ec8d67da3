import TerminalUI
import Testing

@testable import Studio

@Suite("The key map")
struct KeyMapTests {
  @Test("No key means two things in one context", arguments: Context.allCases)
  func unambiguous(context: Context) {
    var seen: [Key: Command] = [:]
    for command in Command.all where command.context == context {
      for key in command.keys {
        #expect(seen[key] == nil, "\(key.name): \(command.name) and \(seen[key]!.name)")
        seen[key] = command
      }
    }
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
