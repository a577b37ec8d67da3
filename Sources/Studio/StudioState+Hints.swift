extension StudioState {
  /// What the footer offers, most useful first: the keys of the screen, then those that work everywhere.
  public var hints: [Command] {
    switch overlay {
    // They say their keys themselves.
    case .chooser, .mixer: return []
    default: break
    }
    var own = Command.all.filter { $0.context == contexts.first && $0.hint != nil }
    if contexts.first == .render { own.insert(.queue(.start), at: 0) }
    let global: [Command] = [
      .global(.help), .global(.commands), .global(.undo), .global(.redo), .global(.quit),
    ]
    return Array(own.prefix(6)) + global
  }
}
