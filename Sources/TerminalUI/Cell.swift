/// A colour of a cell: sRGB, or whatever the terminal's own default is.
public struct CellColor: Hashable, Sendable, BitwiseCopyable {
  /// `0x01rrggbb`; 0 is the terminal's default.
  private let bits: UInt32

  private init(bits: UInt32) { self.bits = bits }

  public init(_ r: UInt8, _ g: UInt8, _ b: UInt8) {
    bits = 0x0100_0000 | UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
  }

  /// The terminal's own foreground or background.
  public static let terminal = CellColor(bits: 0)

  /// Its channels; nil for the terminal's default.
  public var rgb: (r: UInt8, g: UInt8, b: UInt8)? {
    bits == 0
      ? nil
      : (
        UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
        UInt8(truncatingIfNeeded: bits)
      )
  }
}

/// The style that a cell's character is drawn with.
public struct CellStyle: Hashable, Sendable, BitwiseCopyable {
  public struct Attributes: OptionSet, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  public var foreground: CellColor
  public var background: CellColor
  public var attributes: Attributes

  public init(
    _ foreground: CellColor = .terminal, on background: CellColor = .terminal,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// One place of the screen: a character and how it is drawn.
///
/// A wide character stands in the left of its two cells; the right one holds `Cell.covered`.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// A printable character of one or two columns; 0 in the right half of a wide one.
  public var scalar: UInt32
  public var style: CellStyle

  public init(_ scalar: Unicode.Scalar = " ", _ style: CellStyle = CellStyle()) {
    self.scalar = scalar.value
    self.style = style
  }

  /// The right half of the wide character to its left.
  public static func covered(_ style: CellStyle) -> Cell {
    var cell = Cell(" ", style)
    cell.scalar = 0
    return cell
  }

  public var isCovered: Bool { scalar == 0 }
}
