internal import Raster
internal import Regions

// Shadows multiply and highlights screen, each in the colour that takes the entry's base to its shadow or
// highlight at full strength; a pixel's alpha is the amount. So in every program a pixel lies on the
// way from base to shadow or highlight. A channel of a shadow that is lighter than its base's cannot
// be multiplied there and stays at the base's (screened highlights likewise).

extension LayerAssembly {
  /// The layers "shadows" and "highlights", as far as they show something.
  func shadingLayers(rows: Range<Int>, work: Work) throws(Cancelled) -> [Layer] {
    guard !shading.isEmpty else { return [] }
    let entries = flats.palette.entries
    let painted = [RGBA?](repeating: nil, count: 1)
    let shadows =
      painted
      + flats.flats.map { flat in
        flat.entry.map { entries[$0] }.map { $0.base.multiplier(to: $0.shadow) }
      }
    let highlights =
      painted
      + flats.flats.map { flat in
        flat.entry.map { entries[$0] }.map { $0.base.screen(to: $0.highlight) }
      }
    return try [
      shadingLayer("shadows", blend: .multiply, colours: shadows, sign: -1, rows: rows, work: work),
      shadingLayer(
        "highlights", blend: .screen, colours: highlights, sign: 1, rows: rows, work: work),
    ].compactMap { $0 }
  }

  private func shadingLayer(
    _ name: String, blend: BlendMode, colours: [RGBA?], sign: Float, rows: Range<Int>, work: Work
  ) throws(Cancelled) -> Layer? {
    let aliased = settings.aliased
    return try layer(name, rows: rows, blend: blend, isClipped: true, work: work) { y, row in
      let start = y * map.width
      let labels = map.labels.elements.span.extracting(start..<start + map.width)
      var amounts = [Float](repeating: 0, count: map.width)
      var span = amounts.mutableSpan
      shading.fill(&span, y: y, labels: labels)
      for x in row.indices {
        let amount = span[x] * sign
        guard amount > 0, let colour = colours[Int(labels[x])] else { continue }
        let alpha = aliased ? (amount >= 0.5 ? 255 : 0) : UInt8((amount * 255).rounded())
        if alpha > 0 { row[x] = RGBA(colour.r, colour.g, colour.b, alpha) }
      }
    }
  }
}

extension RGBA {
  /// The colour that, multiplied onto this one, gives `target`.
  fileprivate func multiplier(to target: RGBA) -> RGBA {
    func channel(_ from: UInt8, _ to: UInt8) -> UInt8 {
      from == 0 ? 255 : UInt8(min(255, (255 * Int(to) + Int(from) / 2) / Int(from)))
    }
    return RGBA(channel(r, target.r), channel(g, target.g), channel(b, target.b))
  }

  /// The colour that, screened onto this one, gives `target`.
  fileprivate func screen(to target: RGBA) -> RGBA {
    let negative = RGBA(255 - r, 255 - g, 255 - b)
    let result = negative.multiplier(to: RGBA(255 - target.r, 255 - target.g, 255 - target.b))
    return RGBA(255 - result.r, 255 - result.g, 255 - result.b)
  }
}
