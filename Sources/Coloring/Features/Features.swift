internal import Raster
internal import Regions

/// The features at each place of a picture: on a grid over the whole, coarser than its pixels, and on finer ones over what was
/// looked at more closely.
struct Features: Sendable, Equatable {
  /// Square cells over a part of the picture.
  struct Grid: Sendable, Equatable {
    /// Its left upper corner in pixels.
    let left: Int
    let top: Int
    /// Columns and rows; at least 1.
    let width: Int
    let height: Int
    /// The side of a cell in pixels: cell `(i, j)` has its middle at pixel `(left + (i + ½) · cell − ½, …)`.
    let cell: Double

    fileprivate var count: Int { width * height }

    /// The cell that a pixel lies in; nil beyond the grid.
    fileprivate func cell(atX x: Int, y: Int) -> Int? {
      let column = Int((Double(x - left) + 0.5) / cell)
      let row = Int((Double(y - top) + 0.5) / cell)
      guard x >= left, y >= top, column < width, row < height else { return nil }
      return row * width + column
    }
  }

  /// The share of the parts in how alike two cells are: the rest is that of what else the network sees.
  static let partsShare: Float = 0.5

  /// The whole picture's, then those that were looked at more closely. Cells are numbered through all of them.
  let grids: [Grid]
  /// The number of values of each cell.
  let channels: Int
  /// The number of channels, the last ones, that stand for parts, in the order of `Part.standard`: the square roots of their
  /// chances, times that of `partsShare`. 0 where nobody tells parts.
  let parts: Int
  /// `[cells, channels]`.
  let values: [Float]
  /// The chance of each cell of the whole picture to be ground, 0…1; nil where nobody says.
  let ground: [Float]?

  /// - Precondition: there are as many values as cells have.
  init(grids: [Grid], channels: Int, parts: Int = 0, values: [Float], ground: [Float]? = nil) {
    let cells = grids.reduce(0) { $0 + $1.count }
    precondition(
      !grids.isEmpty && values.count == cells * channels,
      "\(values.count) values for \(cells) cells of \(channels)")
    self.grids = grids
    self.channels = channels
    self.parts = parts
    self.values = values
    self.ground = ground
  }

  /// The chances of the ground, for the division of the drawing.
  var groundChances: GroundChances? {
    ground.map {
      GroundChances(width: grids[0].width, height: grids[0].height, cell: grids[0].cell, values: $0)
    }
  }

  /// The chances of the parts, for the division of the drawing; nil where nobody tells parts.
  ///
  /// - Complexity: O(cells · parts).
  var seenParts: SeenParts? {
    guard parts > 0 else { return nil }
    var first = channels - parts
    return SeenParts(
      parts: parts,
      grids: grids.map { grid in
        var chances: [Float] = []
        chances.reserveCapacity(grid.count * parts)
        for _ in 0..<grid.count {
          for part in 0..<parts {
            chances.append(values[first + part] * values[first + part] / Self.partsShare)
          }
          first += channels
        }
        return SeenParts.Grid(
          left: grid.left, top: grid.top, width: grid.width, height: grid.height, cell: grid.cell,
          chances: chances)
      })
  }

  var cells: Int { grids.reduce(0) { $0 + $1.count } }

  /// The number of the finest cell that a pixel lies in; the nearest of the whole picture's beyond its edge.
  func cell(atX x: Int, y: Int) -> Int {
    var first = cells
    for grid in grids.reversed() {
      first -= grid.count
      if let own = grid.cell(atX: x, y: y) { return first + own }
    }
    let whole = grids[0]
    let column = min(whole.width - 1, max(0, Int((Double(x) + 0.5) / whole.cell)))
    let row = min(whole.height - 1, max(0, Int((Double(y) + 0.5) / whole.cell)))
    return row * whole.width + column
  }

  /// The cells under a region, in the order of their numbers, each with the number of its pixels that were looked at: about `most`,
  /// evenly spread, and at least one.
  func cells(under region: Region, in map: RegionMap, most: Int) -> [(cell: Int, pixels: Float)] {
    let step = max(1, Int((Double(region.area) / Double(most)).squareRoot()))
    var counts: [Int: Float] = [:]
    for y in stride(from: region.box.y, to: region.box.maxY, by: step) {
      for x in stride(from: region.box.x, to: region.box.maxX, by: step)
      where map.labels.elements[y * map.width + x] == region.label {
        counts[cell(atX: x, y: y), default: 0] += 1
      }
    }
    if counts.isEmpty { counts[cell(atX: region.inside.x, y: region.inside.y)] = 1 }
    return counts.sorted { $0.key < $1.key }.map { (cell: $0.key, pixels: $0.value) }
  }

  /// The square of a cell, by its number: its left upper corner in pixels, and its side.
  func square(ofCell number: Int) -> (left: Double, top: Double, side: Double) {
    var own = number
    var index = 0
    while own >= grids[index].count {
      own -= grids[index].count
      index += 1
    }
    let grid = grids[index]
    return (
      Double(grid.left) + Double(own % grid.width) * grid.cell,
      Double(grid.top) + Double(own / grid.width) * grid.cell, grid.cell
    )
  }

  /// The pixel at the middle of a cell, by its number.
  func pixel(ofCell number: Int) -> SIMD2<Float> {
    let (left, top, side) = square(ofCell: number)
    return SIMD2(Float(left + side / 2 - 0.5), Float(top + side / 2 - 0.5))
  }
}

extension Features: Storable {
  init(_ known: Features?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    grids = try bytes.pass(known, \.grids)
    channels = try bytes.pass(known, \.channels)
    parts = try bytes.pass(known, \.parts)
    values = try bytes.pass(value: known?.values.map(\.bitPattern)).map(Float.init(bitPattern:))
    ground = try bytes.pass(value: known.map { $0.ground?.map(\.bitPattern) })?.map(
      Float.init(bitPattern:))
    guard !grids.isEmpty, channels >= 1, (0...channels).contains(parts),
      ground?.count ?? grids[0].count == grids[0].count,
      grids.allSatisfy({ $0.width >= 1 && $0.height >= 1 && $0.cell > 0 }),
      values.count == cells * channels
    else { throw BrokenBytes() }
  }
}

extension Features.Grid: Storable {
  init(_ known: Self?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    left = try bytes.pass(known, \.left)
    top = try bytes.pass(known, \.top)
    width = try bytes.pass(known, \.width)
    height = try bytes.pass(known, \.height)
    cell = try bytes.pass(known, \.cell)
  }
}
