public import Raster

/// A mouse event, at a cell of the screen.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case press(Button)
    case drag(Button)
    case release(Button)
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }
  public enum Button: Hashable, Sendable { case left, middle, right }

  public var kind: Kind
  /// Column and row, from 0.
  public var cell: Point
  public var modifiers: Key.Modifiers

  public init(_ kind: Kind, at cell: Point, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.cell = cell
    self.modifiers = modifiers
  }
}

/// An event from the terminal.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Pasted text, whole: never keys.
  case paste(String)
  /// Whether the terminal's window has the focus now.
  case focus(Bool)
  /// The size is another one, or what the terminal can show: ask again for both, and show again.
  case resized
  /// The terminal is gone; nothing more will come.
  case hangUp
}
