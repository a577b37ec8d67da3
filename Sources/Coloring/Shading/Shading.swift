internal import Raster
internal import Regions

// Light and dark over the flats, as one signed amount a pixel: −1 is the entry's full shadow colour, 0
// its base, +1 its full highlight. So shading never leaves the palette, and a changed entry recolours its
// shading too.
//
// Each region has a patch: amounts on a coarse grid over its box, read in between by bilinear
// interpolation. The region's own border stays sharp, since each pixel reads its own region's patch.
// Memory: under a byte a pixel. Whoever knows better light (a network) fills the same patches.

/// The light and dark of one drawing.
public struct Shading: Sendable {
  /// How a region's amounts are shown.
  struct Manner: Sendable {
    /// The share of them that is shown, 0…1.
    var strength: Float = 1
    /// The amount of the region as a whole, −1…1.
    var level: Float = 0
    /// The share that is shown of what differs from the level, 0…1.
    var detail: Float = 1
    /// Whether there are hard edges between base, shadow and highlight.
    var isToned = false
  }

  struct Patch: Sendable {
    /// The place of the first node in drawing pixels, and the distance of two.
    let x: Float
    let y: Float
    let cell: Float
    let columns: Int
    let rows: Int
    /// The start of its nodes in `nodes`, row by row.
    let start: Int
    let manner: Manner
    /// Half of an amount's steepest step from pixel to pixel, where tones have hard edges; nil where they are soft.
    let edge: Float?

    /// The amount that is shown for one between nodes: with hard edges the nearest of −1, 0 and 1, but for the pixel that the edge
    /// goes through.
    func shown(_ amount: Float) -> Float {
      var tone = amount
      if let edge {
        tone = min(max((abs(amount) - 0.5) / (2 * edge) + 0.5, 0), 1)
        if amount < 0 { tone = -tone }
      }
      return manner.strength * (manner.level + manner.detail * (tone - manner.level))
    }
  }

  /// The patch of each region; nil where one shows its base alone.
  private(set) var patches: RegionTable<Patch?>
  /// Amounts, −1…1.
  private(set) var nodes: [Float] = []

  /// No light or dark anywhere.
  init(regionCount: Int) { patches = RegionTable(repeating: nil, count: regionCount) }

  /// Whether every pixel shows its base.
  var isEmpty: Bool { nodes.isEmpty }

  /// Gives the region `label` one amount all over.
  mutating func set(_ label: UInt16, to amount: Float) {
    set(label, origin: (0, 0), cell: 1, amounts: Plane(width: 1, height: 1, repeating: amount))
  }

  /// Gives the region `label` a patch.
  ///
  /// - Parameters:
  ///   - origin: where its first node lies, in drawing pixels; outside its nodes the nearest counts.
  ///   - cell: the distance of two nodes in drawing pixels.
  ///   - amounts: −1…1.
  mutating func set(
    _ label: UInt16, origin: (x: Float, y: Float), cell: Float, amounts: Plane<Float>,
    manner: Manner = Manner()
  ) {
    patches[label] = Patch(
      x: origin.x, y: origin.y, cell: cell, columns: amounts.width, rows: amounts.height,
      start: nodes.count, manner: manner, edge: manner.isToned ? 0.5 / max(1, cell) : nil)
    nodes += amounts.elements
  }

  /// Writes the amounts of one row of pixels.
  ///
  /// - Parameters:
  ///   - labels: `[W]`, the regions of row `y`.
  ///   - amounts: `[W]`, −1…1.
  func fill(_ amounts: inout MutableSpan<Float>, y: Int, labels: Span<UInt16>) {
    precondition(
      amounts.count == labels.count, "\(amounts.count) amounts for \(labels.count) labels")
    let nodes = self.nodes.span
    var x = 0
    while x < labels.count {
      let label = labels[x]
      var end = x + 1
      while end < labels.count && labels[end] == label { end += 1 }
      guard let patch = patches[label] else {
        for i in x..<end { amounts[i] = 0 }
        x = end
        continue
      }
      let own = nodes.extracting(patch.start..<patch.start + patch.columns * patch.rows)
      let row = AxisSample((Float(y) - patch.y) / patch.cell, of: patch.rows)
      for i in x..<end {
        let column = AxisSample((Float(i) - patch.x) / patch.cell, of: patch.columns)
        amounts[i] = patch.shown(bilinear(own, width: patch.columns, column, row))
      }
      x = end
    }
  }
}
