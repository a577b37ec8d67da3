internal import TerminalUI

/// A screen of the studio, as its folder describes it: where it stands among the others, which keys work on it,
/// which regions are chosen there.
public struct Screen: Sendable {
  /// Its lasting name.
  public let name: String
  public let title: Phrase
  /// The key that goes there, by `Key.name`.
  public let key: String
  /// The title of the command that goes there.
  let visit: Phrase
  /// Its sets of commands, in the order that `:` lists them.
  let commands: [any CommandSet.Type]
  /// The contexts to look keys up in, the first before the others; the global one comes after.
  let contexts: @Sendable (StudioState) -> [Context]
  /// The changes and effects of going there, beside showing it.
  var arrive: @Sendable (inout StudioState) -> [Effect] = { _ in [] }
  /// The picture whose regions are chosen and marked; none where no regions are seen.
  var subject: @Sendable (StudioState) -> PartsSubject? = { _ in nil }
  /// Whether regions of a canvas are marked by the mouse now.
  var canMark: @Sendable (StudioState, CanvasName) -> Bool = { _, _ in false }
  /// Whether it shows the selected drawing and what the engine found in it.
  var showsDrawing = true

  /// Every screen, in the order of the tabs.
  public static let all: [Screen] = [.pictures, .parts, .match, .result, .renders]
}

extension Screen: Hashable {
  public static func == (a: Screen, b: Screen) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Going to a screen: a command for each.
public struct VisitCommand: CommandSet {
  let screen: Screen

  public static let context = Context.global
  public static let purpose = Purpose.screens
  public static let allCases = Screen.all.map { VisitCommand(screen: $0) }

  public var rawValue: String { screen.name }

  public init?(rawValue: String) {
    guard let screen = Screen.all.first(where: { $0.name == rawValue }) else { return nil }
    self.screen = screen
  }

  init(screen: Screen) { self.screen = screen }

  public var row: CommandRow {
    CommandRow([screen.key], screen.visit, asks: { $0.show(screen) })
  }
}

extension Command {
  public static func visit(_ screen: Screen) -> Command { Command(VisitCommand(screen: screen)) }
}
