internal import TerminalUI

/// A setting in which keys work, such as a screen. A screen's own keys go before the global ones.
public struct Context: Sendable {
  public let name: String
  /// The heading of its commands in the help.
  public let title: Phrase
  /// Whether it holds only while something is being done, and not for a whole screen.
  var isPassing = false

  static let global = Context(name: "global", title: Phrase("Everywhere", "共通"))
}

extension Context: Hashable {
  public static func == (a: Context, b: Context) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
