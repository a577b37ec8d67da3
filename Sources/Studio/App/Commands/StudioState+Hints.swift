public import TerminalUI

/// A key and what it does now, as the footer offers it.
public struct Hint: Hashable, Sendable {
  public let key: Key
  public let label: Phrase
  /// Why it would do nothing now.
  public let obstacle: Phrase?
  /// The meaning of a click on it.
  public let target: Target
}

extension StudioState {
  /// The hints of the footer, most useful first. The one that leads to everything else stands first, so that it is always in the
  /// same place and never without room; what cannot be done now stands behind what can.
  public var hints: [Hint] {
    if let overlay { return overlay.hints }
    var own = Command.all.filter { $0.context == contexts.first && $0.hint != nil }
    if contexts.first == .result || contexts.first == .renders { own.insert(.queue(.start), at: 0) }
    let always: [Command] = [.global(.help), .global(.commands)]
    let ends: [Command] = [.global(.undo), .global(.redo), .global(.quit)]
    // A passing context has few keys, and all of them are wanted: after the one that it is for, the way out.
    if let first = contexts.first, first.isPassing {
      if let index = own.firstIndex(where: \.isWayOut) {
        own.insert(own.remove(at: index), at: min(1, own.count))
      }
      return (always + own + ends).compactMap(hint)
    }
    var possible = own.filter { obstacle(to: $0) == nil }
    // It can be done only where regions were marked, for it as a rule; not with what a label has spread to.
    if !desk.marks.areSpent, let index = possible.firstIndex(of: .label(.join)) {
      possible.insert(possible.remove(at: index), at: 0)
    }
    // Whoever has labelled may not know that it can be taught.
    if let index = possible.firstIndex(of: .label(.teach)) {
      possible.insert(possible.remove(at: index), at: min(2, index))
    }
    // The last edit can be taken back: the key for that must not fall off the end.
    if obstacle(to: ends[0]) == nil { possible.insert(ends[0], at: min(3, possible.count)) }
    // A pane that is seen and has not the keys is gone to by its own.
    if isPaletteShown { possible.insert(.global(.palette), at: min(2, possible.count)) }
    let impossible = own.filter { obstacle(to: $0) != nil }
    let last = ends.filter { !possible.contains($0) }
    return (always + possible + impossible + last).compactMap(hint)
  }

  private func hint(_ command: Command) -> Hint? {
    let key = command.keys.first { KeyMap.standard.command(for: $0, in: contexts) == command }
    guard let key, let label = command.hint else { return nil }
    return Hint(key: key, label: label, obstacle: obstacle(to: command), target: .command(command))
  }
}

extension Overlay {
  /// The keys of what lies over the screen; the screen's own do nothing meanwhile.
  fileprivate var hints: [Hint] {
    func hint(_ name: String, _ label: Phrase) -> Hint? {
      Key(name).map { Hint(key: $0, label: label, obstacle: nil, target: .key($0)) }
    }
    let cancel = hint("esc", Phrase("cancel", "やめる"))
    let hints: [Hint?] =
      switch self {
      case .menu(let menu):
        switch menu.kind {
        case .themes: [hint("enter", Phrase("keep", "決定")), cancel]
        case .entryPart, .setting: [hint("enter", Phrase("give", "決定")), cancel]
        case .settings: [hint("enter", Phrase("change", "変える")), cancel]
        case .changedPart: [hint("enter", Phrase("change", "変える")), cancel]
        case .removedPart: [hint("enter", Phrase("remove", "取り除く")), cancel]
        case .help, .commands:
          [hint("enter", Phrase("run", "実行")), hint("esc", Phrase("close", "閉じる"))]
        }
      case .prompt(let prompt):
        [
          hint("enter", Phrase("done", "決定")),
          prompt.kind.endings == nil ? nil : hint("tab", Phrase("complete", "補完")), cancel,
        ]
      case .confirmation: [hint("n", Phrase("no", "いいえ")), hint("y", Phrase("yes", "はい"))]
      case .log, .renderLog:
        [
          hint("k", Phrase("older", "前へ")), hint("j", Phrase("newer", "次へ")),
          hint("esc", Phrase("close", "閉じる")),
        ]
      case .references:
        [hint("space", Phrase("mark", "選ぶ")), hint("enter", Phrase("assign", "割り当て")), cancel]
      case .chooser(let chooser):
        [
          hint("f1", Phrase("help", "ヘルプ")), hint("enter", Phrase("paint", "塗る")), cancel,
          chooser.part == nil ? nil : hint("tab", Phrase("all of the part", "パーツすべて")),
        ]
      case .mixer(let mixer) where mixer.picker != nil:
        [
          hint("f1", Phrase("help", "ヘルプ")), hint("enter", Phrase("take", "拾う")),
          hint("esc", Phrase("back", "戻る")), hint("z", Phrase("zoom", "拡大")),
        ]
      case .mixer:
        [
          hint("f1", Phrase("help", "ヘルプ")), hint("enter", Phrase("take", "決定")), cancel,
          hint("tab", Phrase("next line", "次の行")), hint("p", Phrase("pick", "色見本から拾う")),
        ]
      case .sharpness:
        [
          hint("enter", Phrase("take", "決定")), hint("l", Phrase("next", "次")),
          hint("esc", Phrase("as it is", "そのまま")),
        ]
      case .partForm:
        [
          hint("enter", Phrase("done", "決定")), hint("tab", Phrase("next line", "次の行")), cancel,
        ]
      }
    return hints.compactMap(\.self)
  }
}
