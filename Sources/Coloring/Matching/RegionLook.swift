import Raster
import Regions

/// The look of a region and its close surroundings: which way lines run in each of 4×4 cells of
/// a square around it, of unit length.
///
/// It grows with the region, so an iris shows its eye and a skirt its folds and the waist above; it does
/// not turn with it. A patch of histograms of orientation (Dalal and Triggs 2005).
/// Cost: 256 places of the view for each region.
struct RegionLook: Sendable {
  private static let cells = 4
  private static let cellSide = 4

  /// Row by row.
  private(set) var cells: [SIMD8<Float>]

  init(_ region: Region, view: MatchingView) {
    let box = region.box
    let middle = view.frame.cell(
      ofPixel: SIMD2(
        Float(box.x) + Float(box.width) / 2 - 0.5, Float(box.y) + Float(box.height) / 2 - 0.5))
    let long = Float(max(box.width, box.height)) / Float(view.frame.cell)
    let side = max(8, 1.5 * long)
    let pixels = Float(Self.cells * Self.cellSide)
    let map = PlaneMap(
      cosine: 1, sine: 0, isMirrored: false, scale: side / pixels,
      centre: SIMD2(repeating: pixels / 2 - 0.5), target: middle)
    let grid = FeatureGrid(
      view, map: map, width: Self.cells, height: Self.cells, side: Self.cellSide
    ).normalised(spread: 0.15, floor: 0.2)
    var square: Float = 0
    for cell in grid.directions { square += (cell * cell).sum() }
    let unit = 1 / max(square.squareRoot(), 1e-6)
    cells = grid.directions.map { $0 * unit }
  }

  /// The same in a mirror.
  var mirrored: RegionLook {
    var result = self
    for y in 0..<Self.cells {
      for x in 0..<Self.cells {
        let cell = cells[y * Self.cells + Self.cells - 1 - x]
        result.cells[y * Self.cells + x] = SIMD8(
          cell[0], cell[7], cell[6], cell[5], cell[4], cell[3], cell[2], cell[1])
      }
    }
    return result
  }

  /// The likeness of two looks, 0…1.
  func likeness(to other: RegionLook) -> Double {
    var product = SIMD8<Float>.zero
    for (a, b) in zip(cells, other.cells) { product += a * b }
    return Double(min(1, max(0, product.sum())))
  }
}
