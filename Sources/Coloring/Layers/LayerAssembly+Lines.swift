internal import Raster
internal import Regions

extension LayerAssembly {
  /// The ink, multiplied: in its own colour, or in half of the fill beside it.
  func lineLayer(rows: Range<Int>, work: Work) throws(Cancelled) -> Layer? {
    let fills =
      lines == .tint
      ? [RGBA?.none] + flats.flats.map { flat in flat.entry.map { flats.palette.entries[$0].base } }
      : []
    let reach = Int(lineArt.strokeWidth.rounded(.up)) + 2
    return try layer("line art", rows: rows, blend: .multiply, work: work) { y, row in
      let start = y * map.width
      let darkness = lineArt.darkness.elements.span
      let strokes = lineArt.strokes.elements.span
      for x in row.indices {
        let alpha =
          aliased
          ? (strokes[start + x] == .ink ? 255 : 0) : ink.opacities[Int(darkness[start + x])]
        guard alpha > 0 else { continue }
        let fill = fills.isEmpty ? nil : self.fill(nearest: Point(x, y), fills, reach: reach)
        row[x] =
          fill.map { RGBA($0.r / 2, $0.g / 2, $0.b / 2, alpha) }
          ?? RGBA(ink.colour.r, ink.colour.g, ink.colour.b, alpha)
      }
    }
  }

  /// The fill at a pixel, or the first met on a star of eight rays around it; nil where there is none.
  private func fill(nearest point: Point, _ fills: [RGBA?], reach: Int) -> RGBA? {
    let labels = map.labels.elements.span
    if let here = fills[Int(labels[point.y * map.width + point.x])] { return here }
    for distance in 1...reach {
      for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
        let x = point.x + dx * distance
        let y = point.y + dy * distance
        guard map.labels.contains(x, y) else { continue }
        if let there = fills[Int(labels[y * map.width + x])] { return there }
      }
    }
    return nil
  }

  /// The trace lines as drawn, lifted off the paper; a pixel around them for their soft edges.
  func traceLayer(of drawing: Image, rows: Range<Int>, work: Work) throws(Cancelled) -> Layer? {
    try layer("trace lines", rows: rows, blend: .multiply, work: work) { y, row in
      let width = map.width
      let strokes = lineArt.strokes.elements.span
      let pixels = drawing.elements.span
      for x in row.indices {
        let index = y * width + x
        let isTrace = strokes[index] != .paper && strokes[index] != .ink
        let isBeside =
          !aliased && strokes[index] == .paper
          && isTraceAround(x, y, strokes, width: width, height: map.height)
        guard isTrace || isBeside else { continue }
        let lifted = pixels[index].evened(on: ink.paper).liftedOffWhite
        row[x] = aliased ? RGBA(lifted.r, lifted.g, lifted.b, 255) : lifted
      }
    }
  }

  private func isTraceAround(_ x: Int, _ y: Int, _ strokes: Span<Stroke>, width: Int, height: Int)
    -> Bool
  {
    for j in max(0, y - 1)...min(height - 1, y + 1) {
      for i in max(0, x - 1)...min(width - 1, x + 1) {
        let stroke = strokes[j * width + i]
        if stroke != .paper && stroke != .ink { return true }
      }
    }
    return false
  }
}

extension RGBA {
  /// The thinnest paint that, laid over white, looks like this colour.
  fileprivate var liftedOffWhite: RGBA {
    func onWhite(_ channel: UInt8) -> Int { 255 - Int(a) * (255 - Int(channel)) / 255 }
    let white = [onWhite(r), onWhite(g), onWhite(b)]
    let alpha = 255 - (white.min() ?? 255)
    guard alpha > 0 else { return .clear }
    let paint = white.map { UInt8(max(0, 255 - (255 - $0) * 255 / alpha)) }
    return RGBA(paint[0], paint[1], paint[2], UInt8(alpha))
  }
}
