public import TerminalUI

// Everything the artist can do has a name. Keys, the help, the command palette, the footer and the mouse all
// lead to a `Command`; the reducer knows nothing else. Each screen has sets of its own, in files of its
// own, a row a command: the key map is made from these and from nothing else.

/// Some commands that belong together, each by its lasting name.
public protocol CommandSet: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The context that the keys of its commands work in.
  static var context: Context { get }
  /// The heading of the help that its commands stand under.
  static var purpose: Purpose { get }

  var row: CommandRow { get }

  /// The obstacle that stands against every command of the set, before its own is asked for.
  static func obstacle(in state: StudioState) -> Phrase?
}

extension CommandSet {
  public static func obstacle(in state: StudioState) -> Phrase? { nil }
}

/// A command as one row: its keys, its words, what stands against it, and what it does.
public struct CommandRow: Sendable {
  /// By `Key.name`; the first is the one that is shown. None: reached by name only.
  let keys: [String]
  /// As the help and the command palette name it; a verb first.
  let title: Phrase
  /// A word for the footer; nil keeps it out of there.
  let hint: Phrase?
  /// The title that the help gives to all commands of its context that have the same: they differ in a digit or a direction only.
  let family: Phrase?
  /// The context that its keys work in and the heading it stands under, where they are not those of its set.
  let context: Context?
  let purpose: Purpose?
  /// Whether it ends what is being done, and changes nothing.
  let isWayOut: Bool
  let obstacle: @Sendable (StudioState) -> Phrase?
  let action: @Sendable (inout StudioState) -> [Effect]

  /// - Parameters:
  ///   - obstacle: why it cannot be done now; nil where it can.
  ///   - action: does it, where nothing stands against it.
  init(
    _ keys: [String], _ title: Phrase, hint: Phrase? = nil, family: Phrase? = nil,
    in context: Context? = nil, purpose: Purpose? = nil, isWayOut: Bool = false,
    unless obstacle: @escaping @Sendable (StudioState) -> Phrase? = { _ in nil },
    asks action: @escaping @Sendable (inout StudioState) -> [Effect]
  ) {
    self.keys = keys
    self.title = title
    self.hint = hint
    self.family = family
    self.context = context
    self.purpose = purpose
    self.isWayOut = isWayOut
    self.obstacle = obstacle
    self.action = action
  }

  /// The same for a command that changes the state and asks for nothing.
  init(
    _ keys: [String], _ title: Phrase, hint: Phrase? = nil, family: Phrase? = nil,
    in context: Context? = nil, purpose: Purpose? = nil, isWayOut: Bool = false,
    unless obstacle: @escaping @Sendable (StudioState) -> Phrase? = { _ in nil },
    does change: @escaping @Sendable (inout StudioState) -> Void
  ) {
    self.init(
      keys, title, hint: hint, family: family, in: context, purpose: purpose, isWayOut: isWayOut,
      unless: obstacle,
      asks: {
        change(&$0)
        return []
      })
  }
}

/// A named action of the artist.
public struct Command: Hashable, Sendable {
  /// Its lasting name, as `:` takes it: `pictures.rename`.
  public let name: String
  /// The context that its keys work in.
  public let context: Context
  /// The heading of the help that it stands under.
  public let purpose: Purpose
  private let row: CommandRow
  private let commonObstacle: @Sendable (StudioState) -> Phrase?

  public init<Set: CommandSet>(_ member: Set) {
    row = member.row
    context = row.context ?? Set.context
    purpose = row.purpose ?? Set.purpose
    commonObstacle = { Set.obstacle(in: $0) }
    name = "\(context.name).\(member.rawValue)"
  }

  public static func == (a: Command, b: Command) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every command, in the order that `:` lists them.
  public static let all: [Command] = {
    func members<Set: CommandSet>(of set: Set.Type) -> [Command] {
      set.allCases.map { Command($0) }
    }
    let everywhere: [any CommandSet.Type] = [
      GlobalCommand.self, VisitCommand.self, PaletteCommand.self, SpreadCommand.self,
    ]
    return (everywhere + Screen.all.flatMap(\.commands)).flatMap { members(of: $0) }
  }()

  /// As the help and the command palette name it; a verb first.
  public var title: Phrase { row.title }
  /// A word for the footer; nil keeps it out of there.
  public var hint: Phrase? { row.hint }
  /// The title that the help gives to it and its likes together.
  var family: Phrase? { row.family }
  /// Whether it ends what is being done, and changes nothing.
  var isWayOut: Bool { row.isWayOut }

  /// The first is the one that is shown. None: reached by name only.
  public var keys: [Key] {
    row.keys.map { name in
      guard let key = Key(name) else { preconditionFailure("\(self.name) has no key '\(name)'") }
      return key
    }
  }

  /// Why it cannot be done now; nil where it can.
  func obstacle(in state: StudioState) -> Phrase? { commonObstacle(state) ?? row.obstacle(state) }

  /// Does it, where nothing stands against it.
  func perform(in state: inout StudioState) -> [Effect] { row.action(&state) }
}
