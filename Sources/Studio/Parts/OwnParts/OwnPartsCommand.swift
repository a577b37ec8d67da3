/// The commands for the project's own parts. They have no keys: `:` finds them by name.
public enum OwnPartsCommand: String, CommandSet {
  case add = "add-part"
  case change = "change-part"
  case remove = "remove-part"

  public static let context = Context.global
  public static let purpose = Purpose.label

  public static func obstacle(in state: StudioState) -> Phrase? {
    state.noProject ?? state.readOnlyObstacle
  }

  public var row: CommandRow {
    switch self {
    case .add:
      CommandRow(
        [], Phrase("Add a part of your own", "独自のパーツを加える"),
        does: { $0.overlay = .partForm(PartForm(beside: $0.allParts)) })
    case .change:
      CommandRow(
        [], Phrase("Change a part of your own: name, letter, colour", "独自のパーツの名前・文字・色を変える"),
        unless: \.noOwnPart, does: { $0.overlay = .menu($0.ownParts(.changedPart)) })
    case .remove:
      CommandRow(
        [], Phrase("Remove a part of your own", "独自のパーツを取り除く"), unless: \.noOwnPart,
        does: { $0.overlay = .menu($0.ownParts(.removedPart)) })
    }
  }
}

extension Command {
  public static func ownParts(_ command: OwnPartsCommand) -> Command { Command(command) }
}
