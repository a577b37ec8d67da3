public import Projects
public import TerminalUI

/// A few words on a picture's state, and how they look.
public struct StateChip: Hashable, Sendable {
  /// In signs, as narrow columns want it: "?9/92 * ■".
  public var signs: Phrase
  /// The same in words, one by one; none where there is nothing to say.
  public var phrases: [Phrase]
  public var role: Role

  init(_ phrase: Phrase, signs: Phrase? = nil, _ role: Role) {
    self.signs = signs ?? phrase
    phrases = [phrase]
    self.role = role
  }

  /// Says nothing.
  fileprivate init() {
    signs = Phrase(same: "")
    phrases = []
    role = .muted
  }

  /// The words in a line: "9 doubtful · changed · rendered".
  public var words: Phrase {
    Phrase(
      phrases.map(\.english).joined(separator: " · "),
      phrases.map(\.japanese).joined(separator: "・"))
  }

  /// Puts more behind it.
  fileprivate mutating func append(_ phrase: Phrase, sign: String) {
    phrases.append(phrase)
    signs.english += " \(sign)"
    signs.japanese += " \(sign)"
  }
}

extension StudioState {
  /// A picture's state in a few words: how much of it is in doubt, or what it lacks.
  public func chip(of picture: Picture) -> StateChip {
    if pictures.shelf.failures[picture.id] != nil {
      return StateChip(Phrase("unreadable", "読込不可"), .error)
    }
    guard picture.kind == .drawing, let project = desk.project else {
      return StateChip()
    }
    guard let order = AnalysisOrder(picture.id, in: project.state) else {
      return StateChip(Phrase("no reference", "色見本なし"), .warning)
    }
    if let analysing = engine.analysing, analysing.order == order {
      return StateChip(Phrase(same: "\(Int(analysing.share * 100)) %"), .accent)
    }
    var chip: StateChip
    if let facts = engine.facts[picture.id] {
      let regions = facts.counts.regions
      let doubtful = doubtfulCount(of: picture.id) ?? facts.counts.doubtful
      chip =
        doubtful == 0
        ? StateChip(
          Phrase("sure", "確か"), signs: Phrase(same: "\(Sign.certain.glyph)\(regions)"), .success)
        : StateChip(
          Phrase("\(doubtful) doubtful", "要確認 \(doubtful)"),
          signs: Phrase(same: "\(Sign.doubtful.glyph)\(doubtful)/\(regions)"), .doubtful)
      if facts.order != order {
        chip.append(Phrase("changed", "修正あり"), sign: Sign.changed.glyph)
      }
    } else {
      chip = StateChip(Phrase("new", "未処理"), .muted)
    }
    let render = renderState(of: picture.id)
    if var word = render.word {
      if render.isUnderWay, isRenderStale(of: picture.id) {
        word.english += " (stale)"
        word.japanese += " (その後に変更)"
      }
      chip.append(word, sign: renderMark(of: picture.id))
    }
    return chip
  }
}
