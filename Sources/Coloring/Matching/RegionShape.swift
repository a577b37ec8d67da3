import Glibc
import Raster
import Regions

/// How a region looks by itself, whatever way it is turned or mirrored, in measures of its figure.
struct RegionShape: Sendable {
  /// The side of a square of its area, in the figure's.
  let size: Double
  /// The width of its widest place over the side of a square of its area: about 1.1 for a disc, near 0
  /// for a strand.
  let thickness: Double
  /// How much of its view is covered by lines, 0…1: hair is dense, a skirt is not.
  let texture: Double

  /// The shapes of all regions, `[label - 1]`.
  static func shapes(of map: RegionMap, view: FigureView) -> [RegionShape] {
    var lines = [Double](repeating: 0, count: map.regions.count + 1)
    var cells = lines
    let strength = view.levels[0].lines
    for index in view.labels.elements.indices {
      let label = Int(view.labels.elements[index])
      lines[label] += Double(strength.elements[index])
      cells[label] += 1
    }
    let figureArea = map.regions.reduce(0) { $0 + ($1.isBackground ? 0 : $1.area) }
    return map.regions.map { region in
      let label = Int(region.label)
      let side = Double(max(1, region.area)).squareRoot()
      return RegionShape(
        size: side / Double(max(1, figureArea)).squareRoot(),
        thickness: 2 * region.insideRadius / side,
        texture: cells[label] > 0 ? lines[label] / cells[label] : 0)
    }
  }

  /// How alike two shapes are, 0…1. A drawing divides one thing into several regions more often than the
  /// reference does, so to be smaller costs a third of being larger.
  func likeness(to other: RegionShape) -> Double {
    let growth = log(max(size, 1e-4) / max(other.size, 1e-4))
    let girth = log(max(thickness, 1e-2) / max(other.thickness, 1e-2))
    return exp(-(growth > 0 ? growth : -growth / 3) - 0.5 * abs(girth)).squareRoot()
  }

  /// How alike their densities of lines are, 0…1.
  func textureLikeness(to other: RegionShape) -> Double { exp(-3 * abs(texture - other.texture)) }
}
