public import Raster

/// A rectangle of cells to draw on: the screen, or what will be a part of it.
///
/// Drawing outside is allowed and has no effect, so that a view need not fear a small terminal. Boxes and
/// points are in cells.
public struct Surface: Hashable, Sendable {
  public let width: Int
  public let height: Int
  /// `cells[y * width + x]`.
  public private(set) var cells: [Cell]

  /// Blank cells.
  ///
  /// - Precondition: neither side is negative.
  public init(width: Int, height: Int, style: CellStyle = CellStyle()) {
    precondition(width >= 0 && height >= 0, "a surface of \(width)×\(height)")
    self.width = width
    self.height = height
    cells = Array(repeating: Cell(" ", style), count: width * height)
  }

  /// Takes cells made elsewhere.
  ///
  /// - Precondition: they are as many, row by row, as the surface has.
  mutating func replaceCells(_ plane: Plane<Cell>) {
    precondition(
      plane.width == width && plane.height == height,
      "\(plane.width)×\(plane.height) cells for a surface of \(width)×\(height)")
    cells = plane.elements
  }

  public var bounds: Box { Box(x: 0, y: 0, width: width, height: height) }

  /// The cell at column `x`, row `y`; a blank outside, where writing has no effect.
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * width + x] : Cell() }
    set { if contains(x, y) { cells[y * width + x] = newValue } }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool { x >= 0 && x < width && y >= 0 && y < height }

  /// Fills a box with blanks of a style.
  public mutating func fill(_ box: Box, _ style: CellStyle) {
    for y in max(0, box.y)..<max(0, box.y, min(height, box.maxY)) {
      for x in max(0, box.x)..<max(0, box.x, min(width, box.maxX)) {
        cells[y * width + x] = Cell(" ", style)
      }
    }
  }

  /// Writes one line of text from `origin` to the right.
  ///
  /// Characters that are no text (controls, overrides) are left out: pass what comes from files through
  /// an escaping function first, so that they show. A wide character that would stand half
  /// outside becomes a blank. Marks are joined with the character before where there is one scalar for both, as in names from
  /// macOS (か and ゙ become が); else they are left out.
  ///
  /// - Parameter clip: nothing is written outside of it; nil for the whole surface.
  /// - Returns: the column after the last character.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at origin: Point, _ style: CellStyle, clip: Box? = nil
  ) -> Int {
    let clip = clip ?? bounds
    var x = origin.x
    for character in text {
      let columns = character.terminalColumns
      guard columns > 0, let scalar = character.composed else { continue }
      let isInside = clip.contains(Point(x, origin.y))
      if columns == 1 {
        if isInside { put(Cell(scalar, style), x, origin.y) }
      } else if isInside && clip.contains(Point(x + 1, origin.y)) && x + 1 < width {
        put(Cell(scalar, style), x, origin.y)
        put(.covered(style), x + 1, origin.y)
      } else {
        if isInside { put(Cell(" ", style), x, origin.y) }
        if clip.contains(Point(x + 1, origin.y)) { put(Cell(" ", style), x + 1, origin.y) }
      }
      x += columns
    }
    return x
  }

  /// Writes a cell; a wide character that it cuts in half becomes blank.
  private mutating func put(_ cell: Cell, _ x: Int, _ y: Int) {
    guard contains(x, y) else { return }
    let index = y * width + x
    if cells[index].isCovered && !cell.isCovered && x > 0 {
      cells[index - 1].scalar = Cell().scalar
    }
    if !cell.isCovered && x + 1 < width && cells[index + 1].isCovered {
      cells[index + 1].scalar = Cell().scalar
    }
    cells[index] = cell
  }

  /// Copies `other` so that its top left cell comes to lie at `origin`.
  public mutating func draw(_ other: Surface, at origin: Point, clip: Box? = nil) {
    let clip = clip ?? bounds
    for y in 0..<other.height {
      for x in 0..<other.width where clip.contains(Point(origin.x + x, origin.y + y)) {
        self[origin.x + x, origin.y + y] = other.cells[y * other.width + x]
      }
    }
  }

  /// The characters of each row, trailing blanks left out: what a test reads.
  public var lines: [String] {
    (0..<height).map { y in
      var line = String.UnicodeScalarView()
      for cell in cells[y * width..<(y + 1) * width] where !cell.isCovered {
        line.append(Unicode.Scalar(cell.scalar) ?? " ")
      }
      let text = String(line)
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }
}
