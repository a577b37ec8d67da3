/// The commands for the project's own parts. They have no keys: `:` finds them by name.
public enum OwnPartsCommand: String, CommandSet {
  case add = "add-part"
  case change = "change-part"
  case remove = "remove-part"

  public var context: Context { .global }

  public var title: Phrase {
    switch self {
    case .add: Phrase("Add a part of your own", "独自のパーツを加える")
    case .change:
      Phrase("Change a part of your own: name, letter, colour", "独自のパーツの名前・文字・色を変える")
    case .remove: Phrase("Remove a part of your own", "独自のパーツを取り除く")
    }
  }

  public var hint: Phrase? { nil }
  public var keys: [String] { [] }
}

extension OwnPartsCommand {
  public var purpose: Purpose { .label }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func ownParts(_ command: OwnPartsCommand) -> Command { Command(command) }
}
