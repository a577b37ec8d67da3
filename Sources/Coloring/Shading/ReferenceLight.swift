internal import Raster
internal import Regions

// The light and dark of a reference's regions, against their palette entry's base.
//
// Each region of the figure gets a grid of at most 48×48 cells over its box. A pixel's lightness against its
// entry's gives an amount (−1 the shadow's, +1 the highlight's, clamped); a cell holds the mean over its
// pixels. Pixels near the region's border or clearly darker than its shadow are lines, not light,
// and are left out. Cells that hold no pixel are filled from the region's other cells, through
// ever coarser grids (push and pull), so that every place of the box has an amount. Cost: at most
// about four million pixels are looked at, 30 ms.

/// The light and dark of one reference's regions.
struct ReferenceLight: Sendable {
  /// Amounts over a region's box: the first node at the middle of the box's first cell.
  struct Patch: Sendable {
    let box: Box
    let cell: Double
    var amounts: Plane<Float>
    /// Whether its light is base, shadow and highlight with hard edges, as on a cel sheet.
    var isToned: Bool
    /// The median amount of the cells that hold paint: how light the region is as a whole.
    var level: Float

    /// The amount at a place in reference pixels; outside the box that of its nearest edge.
    func amount(x: Double, y: Double) -> Float {
      amounts.bilinear(
        x: (x - Double(box.x)) / cell - 0.5, y: (y - Double(box.y)) / cell - 0.5)
    }
  }

  private static let longestSide = 48
  private static let mostPixels = 4_000_000
  /// The step below its entry's shadow from which on a pixel is a line, in Oklab's lightness.
  private static let lineDepth: Float = 0.08

  /// A lightness so near to an entry's base, shadow or highlight is that tone: a step of 255 or two either way.
  private static let toneWidth: Float = 0.015
  /// The share of a region's pixels that are one tone or another, from which on its tones have hard edges.
  private static let tonedShare: Float = 0.85

  /// The patch of each region; nil for ground and for regions without open paint.
  let patches: RegionTable<Patch?>

  /// - Parameter image: the picture that the reference was read from.
  init(_ reference: Reference, image: Image, work: Work) throws(Cancelled) {
    let map = reference.map
    var sums = RegionTable(map) { region -> Sums? in
      if region.isBackground { return nil }
      return Sums(box: region.box, longestSide: ReferenceLight.longestSide)
    }
    let tones = reference.entries.mapValues { Tones(reference.palette.entries[$0]) }
    let pixelCount = map.width * map.height
    let step = max(1, Int((Double(pixelCount) / Double(ReferenceLight.mostPixels)).squareRoot()))
    let margin = max(2, max(map.width, map.height) / 500)
    let labels = map.labels.elements.span
    let pixels = image.elements.span
    let isWanted = sums.mapValues { $0 != nil }
    var lights = ColourMemo { Oklab($0).l }
    for y in stride(from: margin, to: map.height - margin, by: step) {
      if y % 64 < step { try work.checkCancelled() }
      for x in stride(from: margin, to: map.width - margin, by: step) {
        let index = y * map.width + x
        let label = labels[index]
        guard isWanted[label, ofNone: false], labels[index - margin] == label,
          labels[index + margin] == label, labels[index - margin * map.width] == label,
          labels[index + margin * map.width] == label
        else { continue }
        let tone = tones[label]
        let light = lights.value(of: pixels[index])
        guard light >= tone.shadow - ReferenceLight.lineDepth else { continue }
        sums[label]?.add(tone.amount(of: light), isTone: tone.has(light), x: x, y: y)
      }
    }
    patches = sums.mapValues { $0?.patch() }
  }

  /// The lightness of an entry's three colours.
  private struct Tones {
    let shadow: Float
    let base: Float
    let highlight: Float

    init(_ entry: PaletteEntry) {
      base = Oklab(entry.base).l
      shadow = min(base, Oklab(entry.shadow).l)
      highlight = max(base, Oklab(entry.highlight).l)
    }

    /// Whether it is one of the three, and not between them.
    func has(_ light: Float) -> Bool {
      min(abs(light - base), abs(light - shadow), abs(light - highlight))
        < ReferenceLight.toneWidth
    }

    func amount(of light: Float) -> Float {
      if light < base { return base > shadow ? max(-1, (light - base) / (base - shadow)) : 0 }
      return highlight > base ? min(1, (light - base) / (highlight - base)) : 0
    }
  }

  private struct Sums {
    let box: Box
    let cell: Double
    var amounts: Plane<Float>
    var counts: Plane<Float>
    /// The pixels that are one tone or another, of how many.
    var toned: Float = 0
    var all: Float = 0

    init(box: Box, longestSide: Int) {
      self.box = box
      cell = max(1, Double(max(box.width, box.height)) / Double(longestSide))
      let columns = max(1, Int((Double(box.width) / cell).rounded(.up)))
      let rows = max(1, Int((Double(box.height) / cell).rounded(.up)))
      amounts = Plane(width: columns, height: rows, repeating: 0)
      counts = amounts
    }

    mutating func add(_ amount: Float, isTone: Bool, x: Int, y: Int) {
      let i = min(max(Int(Double(x - box.x) / cell), 0), amounts.width - 1)
      let j = min(max(Int(Double(y - box.y) / cell), 0), amounts.height - 1)
      amounts[i, j] += amount
      counts[i, j] += 1
      all += 1
      if isTone { toned += 1 }
    }

    func patch() -> Patch? {
      guard counts.elements.contains(where: { $0 > 0 }) else { return nil }
      let known = counts.elements.indices.filter { counts.elements[$0] > 0 }
        .map { amounts.elements[$0] / counts.elements[$0] }.sorted()
      return Patch(
        box: box, cell: cell, amounts: filledMeans(sums: amounts, weights: counts),
        isToned: toned >= ReferenceLight.tonedShare * all, level: known[known.count / 2])
    }
  }
}

extension ReferenceLight: Storable {
  init(_ known: ReferenceLight?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    patches = try bytes.pass(known, \.patches)
  }
}

extension ReferenceLight.Patch: Storable {
  init(_ known: ReferenceLight.Patch?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    box = try bytes.pass(known, \.box)
    cell = try bytes.pass(known, \.cell)
    let bits: Plane<UInt32> = try bytes.pass(value: known?.amounts.map(\.bitPattern))
    amounts = bits.map(Float.init(bitPattern:))
    isToned = try bytes.pass(known, \.isToned)
    level = Float(bitPattern: try bytes.pass(value: known?.level.bitPattern))
  }
}
