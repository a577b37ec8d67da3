/// Why there is no terminal to draw on: a sentence without a full stop.
public struct TerminalError: Error, Hashable, CustomStringConvertible {
  public let description: String
}
