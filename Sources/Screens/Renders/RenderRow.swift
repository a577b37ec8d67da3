import Studio

/// The columns of the list of renders and their places, by its width: what a narrow list has no room for is beside it.
struct RenderRow {
  enum Kind: Hashable {
    case number, drawing, state, share, elapsed, left
    /// The time that is left, or where nothing is, how long it took.
    case time
    /// Its stage, or why it stands still.
    case note
  }

  struct Column {
    let kind: Kind
    let start: Int
    let end: Int

    var isRight: Bool { [.number, .elapsed, .left, .time].contains(kind) }

    var title: Phrase {
      switch kind {
      case .number: Phrase(same: "#")
      case .drawing: Phrase("drawing", "線画")
      case .state: Phrase("state", "状態")
      case .share: Phrase("done", "進捗")
      case .elapsed, .time: Phrase("time", "時間")
      case .left: Phrase("left", "残り")
      case .note: Phrase(same: "")
      }
    }
  }

  /// Cells of "100 %" and the blank before it.
  static let percent = 6
  private static let longestTitle = 28
  private static let shortestNote = 12

  let columns: [Column]
  /// Cells of the bar; 0 for none.
  let bar: Int

  /// - Parameters:
  ///   - width: of the list, in cells.
  ///   - newest: the largest number.
  init(width: Int, newest: Int, _ language: Language) {
    let isWide = width >= 60
    bar = isWide ? 8 : width >= 46 ? 5 : 0
    let lead = 2
    var fixed: [(Kind, Int)] = [
      (.number, max(2, "\(newest)".count)), (.state, language == .japanese ? 10 : 13),
      (.share, bar + RenderRow.percent),
    ]
    fixed += isWide ? [(.elapsed, 6), (.left, 6)] : [(.time, 6)]
    let free = width - lead - fixed.reduce(0) { $0 + $1.1 + 1 }
    let title =
      free - RenderRow.longestTitle > RenderRow.shortestNote ? RenderRow.longestTitle : free
    fixed.insert((.drawing, max(1, title)), at: 1)
    if title < free { fixed.append((.note, free - title - 1)) }
    var x = lead
    columns = fixed.map { kind, cells in
      defer { x += cells + 1 }
      return Column(kind: kind, start: x, end: min(width, x + cells))
    }
  }
}
