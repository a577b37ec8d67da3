import Glibc
import Raster
import Regions

/// The shape of a region by itself, whatever way it is turned or mirrored, in measures of its figure.
struct RegionShape: Sendable {
  /// The side of a square of its area, in the figure's.
  let size: Double
  /// The width of its widest place over the side of a square of its area: about 1.1 for a disc, near 0
  /// for a strand.
  let thickness: Double

  /// The shapes of all regions.
  static func shapes(of map: RegionMap) -> RegionTable<RegionShape> {
    let figureArea = figureArea(of: map)
    return RegionTable(map) { region in
      let side = Double(max(1, region.area)).squareRoot()
      return RegionShape(
        size: side / Double(figureArea).squareRoot(),
        thickness: 2 * region.insideRadius / side)
    }
  }

  /// The pixels of a map's figure; at least 1.
  static func figureArea(of map: RegionMap) -> Int {
    max(1, map.regions.reduce(0) { $0 + ($1.isBackground ? 0 : $1.area) })
  }

  /// The shape in the measure of a figure that is so many times as large.
  func grown(_ factor: Double) -> RegionShape {
    RegionShape(size: size * factor, thickness: thickness)
  }

  /// The likeness of two shapes, 0…1. A drawing divides one thing into several regions more often than the
  /// reference does, so to be smaller costs little more than half of being larger.
  func likeness(to other: RegionShape) -> Double {
    let growth = log(max(size, 1e-4) / max(other.size, 1e-4))
    let girth = log(max(thickness, 1e-2) / max(other.thickness, 1e-2))
    return exp(-(growth > 0 ? growth : -0.6 * growth) - 0.5 * abs(girth)).squareRoot()
  }
}
