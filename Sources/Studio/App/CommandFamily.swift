import TerminalUI

/// Commands that differ in a digit or a direction only: the help says them in one line.
struct CommandFamily {
  let title: Phrase
  let members: [Command]

  static let all: [CommandFamily] = [
    CommandFamily(
      Phrase("Label with the part of the bank that has the digit", "その数字のパーツにする"),
      LabelCommand.digits.map(Command.label)),
    CommandFamily(
      Phrase("Pin to the candidate of that number", "その番号の候補に固定"),
      MatchCommand.candidates.map(Command.match)),
    CommandFamily(
      Phrase("To the region on that side", "その方向の領域へ"),
      [.left, .down, .up, .right].map(Command.parts)),
    CommandFamily(
      Phrase("To the region on that side", "その方向の領域へ"),
      [.left, .down, .up, .right].map(Command.match)),
    CommandFamily(
      Phrase("Pan", "表示位置を移動"), [.panLeft, .panDown, .panUp, .panRight].map(Command.parts)),
    CommandFamily(
      Phrase("Pan", "表示位置を移動"), [.panLeft, .panDown, .panUp, .panRight].map(Command.match)),
    CommandFamily(
      Phrase("Pan", "表示位置を移動"), [.panLeft, .panDown, .panUp, .panRight].map(Command.result)),
    CommandFamily(
      Phrase("Move in the lists", "一覧の中を移動"),
      [.left, .down, .up, .right].map(Command.pictures)),
    CommandFamily(
      Phrase("Move in the list", "一覧の中を移動"), [.down, .up].map(Command.renderList)),
    CommandFamily(
      Phrase("Move among the colours", "色の間を移動"),
      [.left, .down, .up, .right].map(Command.palette)),
    CommandFamily(
      Phrase("Move the cursor", "カーソルを移動"), [.left, .down, .up, .right].map(Command.cutting)),
    CommandFamily(
      Phrase("Move the cursor eight steps at once", "カーソルを8倍速く移動"),
      [.farLeft, .farDown, .farUp, .farRight].map(Command.cutting)),
  ]

  private init(_ title: Phrase, _ members: [Command]) {
    (self.title, self.members) = (title, members)
  }

  static func family(of command: Command) -> CommandFamily? {
    all.first { $0.members.contains(command) }
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
