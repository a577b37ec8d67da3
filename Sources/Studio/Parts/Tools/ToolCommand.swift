/// Taking up the tools that work on regions.
public enum ToolCommand: String, CommandSet {
  case gaps, cut, spots

  public var context: Context { .parts }

  public var title: Phrase {
    switch self {
    case .gaps: Phrase("List the gaps that were closed", "閉じた隙間の一覧")
    case .cut: Phrase("Cut a region along a line or around a loop", "線や囲みで領域を切り分ける")
    case .spots: Phrase("List what is unpainted or tiny", "塗り残し・小さな領域の一覧")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .gaps: Phrase("gaps", "隙間")
    case .cut: Phrase("cut", "切り分け")
    case .spots: Phrase("unpainted", "塗り残し")
    }
  }

  public var keys: [String] {
    switch self {
    case .gaps: ["o"]
    case .cut: ["C"]
    case .spots: ["O"]
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
    if command == .spots && spots.isEmpty {
      return Phrase("Nothing is unpainted or tiny", "塗り残しも小さな領域もありません")
    }
    return nil
  }

  mutating func perform(_ command: ToolCommand) -> [Effect] {
    switch command {
    case .gaps: listGaps()
    case .cut: startCut()
    case .spots: listSpots()
    }
    return []
  }
}

extension ToolCommand {
  public var purpose: Purpose { .shape }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func tool(_ command: ToolCommand) -> Command { Command(command) }
}
