/// The ways through a list, by the keys that they have in every list.
enum ListMove {
  case up, down, pageUp, pageDown, first, last

  var keys: [String] {
    switch self {
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .pageUp: ["ctrl-u", "pgup"]
    case .pageDown: ["ctrl-d", "pgdn"]
    case .first: ["g", "home"]
    case .last: ["G", "end"]
    }
  }

  var title: Phrase {
    switch self {
    case .up: Phrase("Up", "上へ")
    case .down: Phrase("Down", "下へ")
    case .pageUp: Phrase("A page up", "1ページ上へ")
    case .pageDown: Phrase("A page down", "1ページ下へ")
    case .first: Phrase("To the first", "先頭へ")
    case .last: Phrase("To the last", "末尾へ")
    }
  }

  /// The lines it goes down; beyond either end of any list for the first and the last.
  var lines: Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -10
    case .pageDown: 10
    case .first: -(1 << 40)
    case .last: 1 << 40
    }
  }
}

extension CommandRow {
  /// A way through a list.
  ///
  /// - Parameter go: takes so many lines down.
  init(
    _ move: ListMove, title: Phrase? = nil, family: Phrase? = nil,
    unless obstacle: @escaping @Sendable (StudioState) -> Phrase? = { _ in nil },
    goes go: @escaping @Sendable (inout StudioState, _ lines: Int) -> Void
  ) {
    self.init(
      move.keys, title ?? move.title, family: family, unless: obstacle,
      does: { go(&$0, move.lines) })
  }
}
