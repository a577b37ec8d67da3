internal import Raster
internal import Regions

// Shadows multiply and highlights screen, each in the colour that takes the entry's base to its shadow or
// highlight at full strength; a pixel's alpha is the amount. So in every program a pixel lies on the
// way from base to shadow or highlight. A channel of a shadow that is lighter than its base's cannot
// be multiplied there and stays at the base's (screened highlights likewise).

/// The shading of a range of rows, from which each part's layers are made.
struct PartShading: Sendable {
  private let assembly: LayerAssembly
  private let rows: Range<Int>
  /// Light and dark in steps of alpha, −255…255.
  private let steps: Plane<Int16>
  /// The paint of each region in shadow and in light; `[0]` is unused.
  private let shadows: [RGBA]
  private let highlights: [RGBA]

  init(_ assembly: LayerAssembly, rows: Range<Int>, work: Work) throws(Cancelled) {
    self.assembly = assembly
    self.rows = rows
    let entries = assembly.flats.palette.entries
    func paints(_ paint: (PaletteEntry) -> RGBA) -> [RGBA] {
      [.clear]
        + assembly.flats.flats.map { flat in flat.entry.map { paint(entries[$0]) } ?? .clear }
    }
    shadows = paints { $0.base.multiplier(to: $0.shadow) }
    highlights = paints { $0.base.screen(to: $0.highlight) }
    var steps = Plane<Int16>(width: assembly.map.width, height: rows.count, repeating: 0)
    try work.forEachRow(of: &steps) { y, row in
      let start = (rows.lowerBound + y) * row.count
      var amounts = [Float](repeating: 0, count: row.count)
      var span = amounts.mutableSpan
      assembly.shading.fill(
        &span, y: rows.lowerBound + y,
        labels: assembly.map.labels.elements.span.extracting(start..<start + row.count))
      for x in row.indices {
        row[x] =
          assembly.aliased
          ? (abs(span[x]) < 0.5 ? 0 : span[x] < 0 ? -255 : 255) : Int16((span[x] * 255).rounded())
      }
    }
    self.steps = steps
  }

  /// A part's layers "shadows" and "highlights", as far as they show something.
  ///
  /// - Parameters:
  ///   - group: which of the assembly's groups of flats.
  ///   - name: the group's.
  ///   - chosen: only those of the two that are in it.
  func layers(of group: Int, name: String, chosen: LayerSelection, work: Work) throws(Cancelled)
    -> [Layer]
  {
    try [
      chosen.contains(.shadows)
        ? layer(
          "\(name) shadows", of: group, blend: .multiply, paints: shadows, sign: -1, work: work)
        : nil,
      chosen.contains(.highlights)
        ? layer(
          "\(name) highlights", of: group, blend: .screen, paints: highlights, sign: 1, work: work)
        : nil,
    ].compactMap { $0 }
  }

  private func layer(
    _ name: String, of group: Int, blend: BlendMode, paints: [RGBA], sign: Int16, work: Work
  ) throws(Cancelled) -> Layer? {
    let left = assembly.groups.boxes[group].x
    return try assembly.layer(
      name, rows: rows, in: assembly.groups.boxes[group], blend: blend, work: work
    ) { y, row in
      let labels = assembly.map.labels.elements.span
      let steps = steps.elements.span
      let start = y * assembly.map.width + left
      let first = (y - rows.lowerBound) * assembly.map.width + left
      for x in row.indices {
        let alpha = steps[first + x] * sign
        guard alpha > 0 else { continue }
        let label = Int(labels[start + x])
        guard assembly.groups.groups[label] == group else { continue }
        let paint = paints[label]
        row[x] = RGBA(paint.r, paint.g, paint.b, UInt8(alpha))
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
