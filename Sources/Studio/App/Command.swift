public import TerminalUI

// Everything the artist can do has a name. Keys, the help, the command palette, the footer and the mouse all
// lead to a `Command`; the reducer knows nothing else. Each screen has a set of its own, in a file of its
// own, with the keys beside the titles: the key map is made from these and from nothing else.

/// The properties that a set of commands gives each of its commands.
public protocol CommandSet: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Where its keys work.
  var context: Context { get }
  /// As the help and the command palette name it; a verb first.
  var title: Phrase { get }
  /// A word for the footer; nil keeps it out of there.
  var hint: Phrase? { get }
  /// By `Key.name`; the first is the one that is shown. None: reached by name only.
  var keys: [String] { get }
}

/// Where a key works. A screen's own keys go before the global ones.
public enum Context: String, Sendable, CaseIterable {
  case global
  case pictures
  case parts
  case match
  /// While the reference has the keys.
  case reference
  /// While the counterpart of a region is chosen.
  case pinning
  case palette
  case result
  case renders
  /// While a cut is drawn.
  case cutting
  /// The list of gaps.
  case gaps
  /// The list of unpainted and tiny regions.
  case spots
}

/// A named action of the artist.
public enum Command: Hashable, Sendable {
  case global(GlobalCommand)
  case pictures(PicturesCommand)
  case parts(PartsCommand)
  case mark(MarkCommand)
  case label(LabelCommand)
  case match(MatchCommand)
  case matchMark(MatchMarkCommand)
  case reference(ReferenceCommand)
  case pinning(PinningCommand)
  case palette(PaletteCommand)
  case ownParts(OwnPartsCommand)
  case result(ResultCommand)
  case queue(QueueCommand)
  case renderList(RenderListCommand)
  case tool(ToolCommand)
  case gaps(GapsCommand)
  case cutting(CuttingCommand)
  case spots(SpotsCommand)

  public static let all: [Command] =
    GlobalCommand.allCases.map(Command.global) + PicturesCommand.allCases.map(Command.pictures)
    + PartsCommand.allCases.map(Command.parts) + MarkCommand.allCases.map(Command.mark)
    + MatchCommand.allCases.map(Command.match)
    + MatchMarkCommand.allCases.map(Command.matchMark)
    + ReferenceCommand.allCases.map(Command.reference)
    + PinningCommand.allCases.map(Command.pinning)
    + LabelCommand.allCases.map(Command.label) + PaletteCommand.allCases.map(Command.palette)
    + OwnPartsCommand.allCases.map(Command.ownParts)
    + ResultCommand.allCases.map(Command.result)
    + RenderListCommand.allCases.map(Command.renderList)
    + QueueCommand.allCases.map(Command.queue) + ToolCommand.allCases.map(Command.tool)
    + GapsCommand.allCases.map(Command.gaps)
    + CuttingCommand.allCases.map(Command.cutting) + SpotsCommand.allCases.map(Command.spots)

  private var member: any CommandSet {
    switch self {
    case .global(let command): command
    case .pictures(let command): command
    case .parts(let command): command
    case .mark(let command): command
    case .label(let command): command
    case .match(let command): command
    case .matchMark(let command): command
    case .reference(let command): command
    case .pinning(let command): command
    case .palette(let command): command
    case .ownParts(let command): command
    case .result(let command): command
    case .queue(let command): command
    case .renderList(let command): command
    case .tool(let command): command
    case .gaps(let command): command
    case .cutting(let command): command
    case .spots(let command): command
    }
  }

  /// Its lasting name, as `:` takes it: `pictures.rename`.
  public var name: String { "\(context.rawValue).\(member.rawValue)" }
  public var context: Context { member.context }
  public var title: Phrase { member.title }
  public var hint: Phrase? { member.hint }
  public var keys: [Key] {
    member.keys.map { name in
      guard let key = Key(name) else { preconditionFailure("\(self.name) has no key '\(name)'") }
      return key
    }
  }
}
