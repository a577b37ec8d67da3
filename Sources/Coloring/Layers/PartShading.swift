internal import Raster
internal import Regions

// Shadows multiply and highlights screen, each in the colour that takes the entry's base to its shadow or
// highlight at full strength; a pixel's alpha is the amount. So in every program a pixel lies on the
// way from base to shadow or highlight. A channel of a shadow that is lighter than its base's cannot
// be multiplied there and stays at the base's (screened highlights likewise).

/// The shading of a range of rows, from which each part's layers are made.
struct PartShading: Sendable {
  private let assembly: LayerAssembly
  private let runs: GroupRuns
  /// Light and dark in steps of alpha, −255…255.
  private let steps: Plane<Int16>
  /// The paint of each region in shadow and in light.
  private let shadows: RegionTable<RGBA>
  private let highlights: RegionTable<RGBA>

  init(_ assembly: LayerAssembly, runs: GroupRuns, work: Work) throws(Cancelled) {
    self.assembly = assembly
    self.runs = runs
    let rows = runs.rows
    let entries = assembly.flats.palette.entries
    func paints(_ paint: (PaletteEntry) -> RGBA) -> RegionTable<RGBA> {
      assembly.flats.flats.mapValues { flat in flat.entry.map { paint(entries[$0]) } ?? .clear }
    }
    shadows = paints { $0.base.multiplier(to: $0.shadow) }
    highlights = paints { $0.base.screen(to: $0.highlight) }
    steps = try Plane(
      width: assembly.map.width, height: rows.count, repeating: 0, work: work
    ) { y, row in
      let start = (rows.lowerBound + y) * row.count
      var amounts = [Float](repeating: 0, count: row.count)
      var span = amounts.mutableSpan
      assembly.shading.fill(
        &span, y: rows.lowerBound + y,
        labels: assembly.map.labels.elements.span.extracting(start..<start + row.count))
      for x in row.indices where span[x] != 0 {
        row[x] =
          assembly.aliased
          ? (abs(span[x]) < 0.5 ? 0 : span[x] < 0 ? -255 : 255) : nearest(span[x] * 255)
      }
    }
  }

  /// A part's layers "shadows" and "highlights", as far as they show something.
  ///
  /// - Parameters:
  ///   - group: which of the assembly's groups of flats.
  ///   - box: the group's.
  ///   - name: the group's.
  ///   - chosen: only those of the two that are in it.
  func layers(
    of group: Int, in box: Box, name: String, chosen: LayerSelection, work: Work
  ) throws(Cancelled) -> [Layer] {
    try [
      chosen.contains(.shadows)
        ? layer(
          "\(name) shadows", of: group, in: box, blend: .multiply, paints: shadows, sign: -1,
          work: work)
        : nil,
      chosen.contains(.highlights)
        ? layer(
          "\(name) highlights", of: group, in: box, blend: .screen, paints: highlights, sign: 1,
          work: work)
        : nil,
    ].compactMap { $0 }
  }

  private func layer(
    _ name: String, of group: Int, in box: Box, blend: BlendMode, paints: RegionTable<RGBA>,
    sign: Int16, work: Work
  ) throws(Cancelled) -> Layer? {
    try assembly.layer(name, rows: runs.rows, in: box, blend: blend, work: work) { y, row in
      let width = assembly.map.width
      let first = (y - runs.rows.lowerBound) * width
      let steps = steps.elements.span.extracting(first..<first + width)
      runs.forEach(of: group, inRow: y) { label, columns in
        let paint = paints[label]
        for x in columns where steps[x] * sign > 0 {
          row[x - box.x] = RGBA(paint.r, paint.g, paint.b, UInt8(steps[x] * sign))
        }
      }
    }
  }
}

/// The nearest whole number, halves away from zero; as `rounded()`, which calls the C library for each.
private func nearest(_ value: Float) -> Int16 {
  let whole = Int16(value)
  let rest = value - Float(whole)
  return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
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
