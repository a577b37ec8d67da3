import Raster

/// The chances of each place of a drawing to be of each part: what a network sees, on grids coarser than pixels.
public struct SeenParts: Sendable, Equatable {
  /// Square cells over a part of the picture.
  public struct Grid: Sendable, Equatable {
    let left: Int
    let top: Int
    let width: Int
    let height: Int
    /// The side of a cell in pixels: cell `(i, j)` has its middle at pixel `(left + (i + ½) · cell − ½, …)`.
    let cell: Double
    /// `[height, width, parts]`, 0…1.
    let chances: [Float]

    public init(
      left: Int = 0, top: Int = 0, width: Int, height: Int, cell: Double, chances: [Float]
    ) {
      self.left = left
      self.top = top
      self.width = width
      self.height = height
      self.cell = cell
      self.chances = chances
    }

    /// A place in pixels as one in cells.
    fileprivate func place(x: Double, y: Double) -> (x: Double, y: Double) {
      ((x - Double(left) + 0.5) / cell - 0.5, (y - Double(top) + 0.5) / cell - 0.5)
    }

    fileprivate func holds(x: Double, y: Double) -> Bool {
      let (column, row) = place(x: x, y: y)
      return x >= Double(left) && y >= Double(top) && column < Double(width) - 0.5
        && row < Double(height) - 0.5
    }
  }

  /// The number of parts, in the order of `Part.standard`; the first is the ground.
  let parts: Int
  /// The whole picture's, then finer ones over what was looked at more closely.
  let grids: [Grid]

  /// - Precondition: there is a grid, and each has as many chances as its cells have.
  public init(parts: Int, grids: [Grid]) {
    precondition(
      !grids.isEmpty
        && grids.allSatisfy { $0.chances.count == $0.width * $0.height * parts && parts > 0 },
      "chances of \(parts) parts for each cell")
    self.parts = parts
    self.grids = grids
  }

  /// Writes the chances at a place in pixels, between the middles of four cells of the finest grid there, to `parts` of
  /// `chances` from `first` on.
  public func write(chancesAtX x: Double, y: Double, to chances: inout [Float], from first: Int) {
    let grid = grids.last { $0.holds(x: x, y: y) } ?? grids[0]
    let place = grid.place(x: x, y: y)
    let (column, row) = (
      AxisSample(place.x, of: grid.width), AxisSample(place.y, of: grid.height)
    )
    let span = grid.chances.span
    let above = (row.lower * grid.width + column.lower) * parts
    let below = (row.upper * grid.width + column.lower) * parts
    let step = (column.upper - column.lower) * parts
    for part in 0..<parts {
      let top = span[above + part] * (1 - column.share) + span[above + step + part] * column.share
      let bottom =
        span[below + part] * (1 - column.share) + span[below + step + part] * column.share
      chances[first + part] = top * (1 - row.share) + bottom * row.share
    }
  }
}
