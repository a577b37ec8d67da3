public import Raster

/// A place where surfaces are shown and events come from: a terminal, or a recording for tests.
///
/// One thread uses it; only `wake()` may be called from others.
public protocol Backend: AnyObject {
  /// Columns and rows now.
  var size: (columns: Int, rows: Int) { get }
  var capabilities: Capabilities { get }

  /// Shows `surface` and puts the cursor at `cursor` (hidden where nil).
  ///
  /// Never blocks. While the terminal has not taken the bytes of the frame before, nothing is done.
  ///
  /// - Returns: whether the frame was taken; if not, show the newest state again after the next
  ///   `events(timeout:)`.
  func show(_ surface: Surface, cursor: Point?) -> Bool

  /// Waits until something comes, `wake()` is called, a pending frame has gone out, or the time is over.
  ///
  /// - Parameter timeout: milliseconds; nil waits without an end.
  /// - Returns: what came, in order; empty after a wake-up or at the end of the time.
  func events(timeout: Int?) -> [TerminalEvent]

  /// Ends a wait in `events(timeout:)`; from any thread.
  func wake()

  /// Colours to show as they are, the theme's; all others are a picture's, which may be rounded.
  func keepExact(_ colors: Set<CellColor>)

  /// Whether the mouse is nurie's; if not, dragging selects text as the terminal does.
  func captureMouse(_ isOn: Bool)

  /// Draws everything anew at the next `show`.
  func repaint()

  /// Gives the terminal back to the shell and stops the process, as Ctrl-Z does; returns after `fg`.
  func suspend()

  /// Puts text into the clipboard of the user's own machine (OSC 52).
  ///
  /// - Returns: false where it is too long or the terminal cannot.
  func copy(_ text: String) -> Bool

  /// Rings the terminal's bell.
  ///
  /// - Parameter note: shown by the desktop where the terminal can (OSC 9), through tmux too where that lets it pass.
  func ring(_ note: String?)

  /// Gives the terminal back to the shell for good.
  func close()
}
