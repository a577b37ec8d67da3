import TerminalUI

/// Commands that differ in a digit or a direction only: the help says them in one line.
struct CommandFamily {
  let title: Phrase
  let members: [Command]

  /// The family that a command belongs to; nil where it stands alone.
  init?(of command: Command) {
    guard let title = command.family else { return nil }
    self.title = title
    members = Command.all.filter { $0.context == command.context && $0.family == title }
  }

  /// The keys of all members, as people say them: `hjkl arrows`, `1-9 0`.
  ///
  /// - Parameter keys: of each member, in the members' order.
  static func spelled(_ keys: [Key]) -> String {
    var names = keys.map(\.name)
    for (members, together) in spellings where members.allSatisfy(names.contains) {
      let place = names.firstIndex { members.contains($0) } ?? names.endIndex
      names.removeAll { members.contains($0) }
      names.insert(together, at: min(place, names.count))
    }
    return names.joined(separator: " ")
  }

  private static let spellings: [([String], String)] = [
    (["h", "j", "k", "l"], "hjkl"), (["H", "J", "K", "L"], "HJKL"),
    (["left", "down", "up", "right"], "arrows"),
    (["ctrl-left", "ctrl-down", "ctrl-up", "ctrl-right"], "ctrl-arrows"),
    (["shift-left", "shift-down", "shift-up", "shift-right"], "shift-arrows"),
    ((1...9).map(String.init), "1-9"),
  ]
}
