internal import Raster
internal import Regions

extension LayerAssembly {
  /// The ink: in its own colour, or in half of the fill beside it; multiplied, but for a layer of lines in colour.
  func lineLayer(rows: Range<Int>, work: Work) throws(Cancelled) -> Layer? {
    let fills =
      lines == .tint
      ? flats.flats.mapValues { flat in flat.entry.map { flats.palette.entries[$0].base } } : nil
    let reach = Int(lineArt.strokeWidth.rounded(.up)) + 2
    // Where coloured pixels keep their own, the others are black.
    let lineColour = ink.own == nil ? ink.colour : .black
    let opacities = ink.own == nil ? ink.opacities : Array(0...255)
    let own = lines == .tint ? nil : ink.own
    let blend = own != nil && ink.hides ? BlendMode.normal : .multiply
    return try layer("line art", rows: rows, blend: blend, work: work) { y, row in
      let start = y * map.width
      let darkness = lineArt.darkness.elements.span
      let strokes = lineArt.strokes.elements.span
      for x in row.indices {
        let alpha =
          aliased
          ? (strokes[start + x] == .ink ? 255 : 0) : opacities[Int(darkness[start + x])]
        guard alpha > 0 else { continue }
        let fill = fills.flatMap { self.fill(nearest: Point(x, y), $0, reach: reach) }
        row[x] =
          fill.map { RGBA($0.r / 2, $0.g / 2, $0.b / 2, alpha) }
          ?? RGBA(lineColour.r, lineColour.g, lineColour.b, alpha)
      }
      own?.forEach(inRow: y) { x, paint in
        if !aliased {
          row[x] = paint
        } else if strokes[start + x] == .ink {
          row[x] = RGBA(paint.r, paint.g, paint.b, 255)
        }
      }
    }
  }

  /// The fill at a pixel, or the first met on a star of eight rays around it; nil where there is none.
  private func fill(nearest point: Point, _ fills: RegionTable<RGBA?>, reach: Int) -> RGBA? {
    let labels = map.labels.elements.span
    if let here = fills[labels[point.y * map.width + point.x], ofNone: nil] { return here }
    for distance in 1...reach {
      for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
        let x = point.x + dx * distance
        let y = point.y + dy * distance
        guard map.labels.contains(x, y) else { continue }
        if let there = fills[labels[y * map.width + x], ofNone: nil] { return there }
      }
    }
    return nil
  }

  /// The trace lines as drawn, lifted off the paper; a pixel around them for their soft edges. They are multiplied, but for those of a
  /// layer of lines.
  func traceLayer(rows: Range<Int>, work: Work) throws(Cancelled) -> Layer? {
    let blend = ink.hides ? BlendMode.normal : .multiply
    return try layer("trace lines", rows: rows, blend: blend, work: work) { y, row in
      let strokes = lineArt.strokes.elements.span
      ink.traces.forEach(inRow: y) { x, paint in
        if aliased {
          guard strokes[y * map.width + x] != .paper else { return }
          row[x] = RGBA(paint.r, paint.g, paint.b, 255)
        } else {
          row[x] = paint
        }
      }
    }
  }
}
