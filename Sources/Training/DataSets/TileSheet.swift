internal import Raster

/// Square tiles side by side on one picture, row by row from the top left.
struct TileSheet {
  /// The tiles' side in pixels.
  let size: Int
  let columns: Int
  let count: Int

  /// - Precondition: `count` is at least 1.
  init(size: Int, columns: Int, count: Int) {
    precondition(count >= 1, "a sheet of no tiles")
    self.size = size
    self.columns = min(columns, count)
    self.count = count
  }

  var width: Int { columns * size }
  var height: Int { (count + columns - 1) / columns * size }

  /// The sheet of tiles, `paper` where there are none.
  func plane<Element>(_ tiles: [Plane<Element>], paper: Element) -> Plane<Element> {
    precondition(tiles.count == count, "\(tiles.count) tiles on a sheet of \(count)")
    var elements = [Element](repeating: paper, count: width * height)
    for (index, tile) in tiles.enumerated() {
      for y in 0..<size {
        let at = start(of: index) + y * width
        elements.replaceSubrange(
          at..<at + size, with: tile.elements[y * size..<(y + 1) * size])
      }
    }
    return Plane(width: width, height: height, elements: elements)
  }

  /// The values of a tile, `[size, size]`.
  func tile<Element>(_ index: Int, of sheet: Plane<Element>) -> [Element] {
    precondition(index < count, "tile \(index) of \(count)")
    return (0..<size).flatMap { y in
      let at = start(of: index) + y * width
      return sheet.elements[at..<at + size]
    }
  }

  private func start(of tile: Int) -> Int {
    tile / columns * size * width + tile % columns * size
  }
}
