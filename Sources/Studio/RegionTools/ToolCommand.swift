/// Taking up the tools that work on regions.
public enum ToolCommand: String, CommandSet {
  case gaps

  public var context: Context { .masks }

  public var title: Phrase {
    switch self {
    case .gaps: Phrase("List the gaps that were closed", "閉じた隙間の一覧")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .gaps: Phrase("gaps", "隙間")
    }
  }

  public var keys: [String] {
    switch self {
    case .gaps: ["o"]
    }
  }
}

extension StudioState {
  func obstacle(to command: ToolCommand) -> Phrase? {
    if drawing == nil { return Phrase("No drawing is selected", "線画が選ばれていません") }
    if analysis == nil { return analysisObstacle }
    if isReferenceShown {
      return Phrase("The reference is shown; go back to the drawing first", "参照を表示中です。先に線画に戻ってください")
    }
    return nil
  }

  mutating func perform(_ command: ToolCommand) -> [Effect] {
    switch command {
    case .gaps: listGaps()
    }
    return []
  }
}
