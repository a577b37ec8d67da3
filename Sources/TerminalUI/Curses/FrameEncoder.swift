import Raster

/// Turns surfaces into the bytes that make a terminal show them, given what it shows already.
///
/// ncurses finds the difference within a row; rows that did not change are not handed to it. A row costs one
/// call. Where the table of colour pairs is full, it starts anew and all rows are put again, without
/// clearing the screen.
struct FrameEncoder: ~Copyable {
  private let screen: CursesScreen
  private var codes: ColorCodes
  private var pairs: ColorPairs
  private var glyphs: GlyphSet
  private var exact: Set<CellColor>
  /// The surface that the terminal shows once all bytes are out; nil where that is not known.
  private var shown: Surface?
  private var shownCursor: Point?
  private(set) var columns: Int
  private(set) var rows: Int

  init?(
    _ terminfo: Terminfo, columns: Int, rows: Int, capabilities: Capabilities,
    exact: Set<CellColor>
  ) {
    guard let screen = CursesScreen(terminfo, columns: columns, rows: rows) else { return nil }
    pairs = ColorPairs(limit: screen.pairLimit)
    self.screen = screen
    self.columns = columns
    self.rows = rows
    self.exact = exact
    glyphs = capabilities.glyphs
    codes = ColorCodes(capabilities.colors, exact: exact)
  }

  /// The bytes that show `surface`, whose top left corner is the screen's; none where it is shown already.
  mutating func encode(_ surface: Surface, cursor: Point?) -> [UInt8] {
    let cursor = cursor.flatMap { isInside($0) ? $0 : nil }
    if surface == shown && cursor == shownCursor { return [] }
    let changed = (0..<rows).filter { !isShown(row: $0, of: surface) }
    if !put(changed, of: surface) {
      screen.forgetPairs()
      pairs.forgetAll()
      // All pairs of one screen fit: there are more pairs than cells, or what does not fit is colourless.
      _ = put(Array(0..<rows), of: surface)
    }
    screen.putCursor(cursor.map { ($0.x, $0.y) })
    shown = surface
    shownCursor = cursor
    return screen.encode()
  }

  /// From here on nothing on the terminal is relied upon but that its cursor is hidden.
  mutating func repaint() {
    screen.repaint()
    screen.putCursor(nil)
    shown = nil
  }

  mutating func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    (self.columns, self.rows) = (columns, rows)
    shown = nil
  }

  mutating func use(_ capabilities: Capabilities) {
    glyphs = capabilities.glyphs
    codes = ColorCodes(capabilities.colors, exact: exact)
    shown = nil
  }

  /// Colours that are never rounded: the theme's.
  mutating func keepExact(_ colors: Set<CellColor>) {
    guard colors != exact else { return }
    exact = colors
    codes = ColorCodes(codes.depth, exact: colors)
    shown = nil
  }

  private func isInside(_ point: Point) -> Bool {
    Box(x: 0, y: 0, width: columns, height: rows).contains(point)
  }

  private func isShown(row y: Int, of surface: Surface) -> Bool {
    guard let shown, shown.width == surface.width, y < shown.height, y < surface.height else {
      return false
    }
    let range = y * surface.width..<(y + 1) * surface.width
    return shown.cells[range] == surface.cells[range]
  }

  /// - Returns: false where pairs ran out.
  private mutating func put(_ changed: [Int], of surface: Surface) -> Bool {
    var row: [CursesScreen.Code] = []
    row.reserveCapacity(columns)
    for y in changed {
      row.removeAll(keepingCapacity: true)
      var style: CellStyle?
      var code = CursesScreen.Code(scalar: 0x20, pair: 0, attributes: [])
      for x in 0..<columns {
        let cell = surface[x, y]
        if cell.style != style {
          guard let pair = pair(cell.style) else { return false }
          (code.pair, code.attributes) = (UInt32(pair), attributes(cell.style))
          style = cell.style
        }
        code.scalar = glyphs == .ascii ? AsciiGlyphs.scalar(cell.scalar) : cell.scalar
        row.append(code)
      }
      screen.put(row, y: y)
    }
    return true
  }

  /// The number of a style's pair of colours; nil where all are taken.
  private mutating func pair(_ style: CellStyle) -> Int? {
    let (foreground, background) = codes.pair(style)
    switch pairs.number(foreground, background) {
    case .known(let number): return number
    case .full: return nil
    case .new(let number):
      // Refused where the terminal has no colours of its own to go back to.
      let isDefined = screen.definePair(number, foreground: foreground, background: background)
      return isDefined ? number : 0
    }
  }

  /// Without colours, what is lighter behind than in front is drawn in reverse, as a selection is.
  private func attributes(_ style: CellStyle) -> CellStyle.Attributes {
    guard codes.depth == .mono, let front = style.foreground.rgb, let back = style.background.rgb
    else { return style.attributes }
    let isReversed = luma(back) > luma(front)
    return isReversed ? style.attributes.symmetricDifference(.reverse) : style.attributes
  }

  private func luma(_ color: (r: UInt8, g: UInt8, b: UInt8)) -> Int {
    2 * Int(color.r) + 5 * Int(color.g) + Int(color.b)
  }
}
