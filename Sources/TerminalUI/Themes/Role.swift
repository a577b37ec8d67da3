/// The purpose of a text or an area; a theme says how each looks.
public enum Role: String, CaseIterable, Sendable {
  /// The ground everything stands on, and plain text on it.
  case text
  case muted
  case strong
  case accent
  /// A list's or pane's heading.
  case title
  case border
  /// The border of the pane that has the keys.
  case borderFocused = "border-focused"
  case selection
  /// The selected line of a pane that has not the keys.
  case selectionUnfocused = "selection-unfocused"
  case marked
  case footer
  case footerKey = "footer-key"
  case tab
  case tabActive = "tab-active"
  case disabled
  case success
  case warning
  case error
  case doubtful
  case pinned
  case unlabelled
  case dialog
  case dialogBorder = "dialog-border"
  case input
  /// The part of a text that a filter found.
  case found
  /// Behind pictures, and the two shades of the board that shows transparency.
  case canvas
  case boardLight = "board-light"
  case boardDark = "board-dark"
  /// The outline of the selected region, of those that are marked, and of the counterpart.
  case outline
  case outlineMarked = "outline-marked"
  case counterpart
  /// The number of a candidate, on the picture.
  case number
  /// A gap that was closed, one that was rejected.
  case closing
  case opened
}
