internal import Raster

extension DataSet {
  /// The number of drawings on a contact sheet, and of sheets that they are taken from: reading one takes time.
  private static let (shown, read) = (60, 4)

  /// Some of the drawings, evenly spread over a few sheets, each as colours, lines and parts side by side.
  ///
  /// - Throws: as `colour`.
  func contactSheet() throws -> Image {
    let own = description.triplesPerSheet
    let sheets = (count + own - 1) / own
    let read = min(Self.read, sheets)
    let indices = (0..<read).flatMap { place -> [Int] in
      let first = place * sheets / read * own
      let tiles = min(own, count - first)
      let shown = min(tiles, Self.shown / read)
      return (0..<shown).map { first + $0 * tiles / shown }
    }
    let tiles = try indices.flatMap { index in
      try SheetKind.allCases.map { kind in
        Image(width: size, height: size, elements: try tile(index, kind))
      }
    }
    let small = size <= 128 ? tiles : tiles.map { $0.halved(to: 128) }
    return TileSheet(size: min(size, 128), columns: 18, count: tiles.count)
      .plane(small, paper: .white)
  }
}

extension Image {
  /// Every so-many-th pixel: small enough to look at.
  fileprivate func halved(to side: Int) -> Image {
    let step = width / side
    var result = Image(width: side, height: side, repeating: .white)
    for y in 0..<side {
      for x in 0..<side { result[x, y] = self[x * step, y * step] }
    }
    return result
  }
}
