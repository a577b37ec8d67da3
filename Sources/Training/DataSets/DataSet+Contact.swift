internal import Raster

extension DataSet {
  /// Some of the drawings, evenly spread, each as colours, lines and parts side by side.
  ///
  /// - Throws: as `colour`.
  func contactSheet() throws -> Image {
    let shown = min(count, 60)
    let tiles = try (0..<shown).flatMap { place in
      let index = place * count / shown
      return try SheetKind.allCases.map { kind in
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
