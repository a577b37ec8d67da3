/// The characters that borders, bars and scroll bars are made of.
public struct Linework: Sendable {
  let horizontal: Unicode.Scalar
  let vertical: Unicode.Scalar
  /// Top left, top right, bottom left, bottom right.
  let corners: [Unicode.Scalar]
  /// Before and after a title in a border.
  let titleEnds: (Character, Character)
  /// A bar's cell by how much of it is filled: empty first, full last.
  let fillings: [Unicode.Scalar]
  /// After a title that is cut short.
  let ellipsis: Character
  let scrollTrack: Unicode.Scalar
  let scrollThumb: Unicode.Scalar

  public static let rounded = Linework(
    horizontal: "─", vertical: "│", corners: ["╭", "╮", "╰", "╯"], titleEnds: ("╴", "╶"),
    fillings: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], ellipsis: "…", scrollTrack: "│",
    scrollThumb: "┃")

  public static let ascii = Linework(
    horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"], titleEnds: (" ", " "),
    fillings: [".", "#"], ellipsis: "~", scrollTrack: "|", scrollThumb: "#")

  /// The lines that a terminal can show.
  public init(_ glyphs: GlyphSet) { self = glyphs == .ascii ? .ascii : .rounded }

  private init(
    horizontal: Unicode.Scalar, vertical: Unicode.Scalar, corners: [Unicode.Scalar],
    titleEnds: (Character, Character), fillings: [Unicode.Scalar], ellipsis: Character,
    scrollTrack: Unicode.Scalar, scrollThumb: Unicode.Scalar
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.corners = corners
    self.titleEnds = titleEnds
    self.fillings = fillings
    self.ellipsis = ellipsis
    self.scrollTrack = scrollTrack
    self.scrollThumb = scrollThumb
  }
}
