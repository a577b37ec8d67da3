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
  /// The heading of the help that it stands under.
  var purpose: Purpose { get }

  /// Why it cannot be done now; nil where it can.
  func obstacle(in state: StudioState) -> Phrase?

  /// Does it, where nothing stands against it.
  func perform(in state: inout StudioState) -> [Effect]
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
public struct Command: Hashable, Sendable {
  let member: any CommandSet
  /// Its lasting name, as `:` takes it: `pictures.rename`.
  public let name: String

  public init(_ member: some CommandSet) {
    self.member = member
    name = "\(member.context.rawValue).\(member.rawValue)"
  }

  public static func == (a: Command, b: Command) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every set of commands, in the order that `:` lists them.
  private static let sets: [any CommandSet.Type] = [
    GlobalCommand.self, PicturesCommand.self, PartsCommand.self, MarkCommand.self,
    MatchCommand.self, MatchMarkCommand.self, ReferenceCommand.self, PinningCommand.self,
    LabelCommand.self, PaletteCommand.self, OwnPartsCommand.self, ResultCommand.self,
    RenderListCommand.self, QueueCommand.self, ToolCommand.self, GapsCommand.self,
    CuttingCommand.self, SpotsCommand.self,
  ]

  public static let all: [Command] = {
    func members<Set: CommandSet>(of set: Set.Type) -> [Command] {
      set.allCases.map { Command($0) }
    }
    return sets.flatMap { members(of: $0) }
  }()

  public var context: Context { member.context }
  public var title: Phrase { member.title }
  public var hint: Phrase? { member.hint }
  public var purpose: Purpose { member.purpose }
  public var keys: [Key] {
    member.keys.map { name in
      guard let key = Key(name) else { preconditionFailure("\(self.name) has no key '\(name)'") }
      return key
    }
  }
}
