internal import Raster
internal import Regions

// Which regions are worth a look, and in which order.
//
// What an artist loses by a wrong paint grows with the region, and what a look gains with the chance that it is wrong; so
// the weight of a region is its side (of a square of its area, with the shadow and highlight areas that follow its
// paint) in the figure's, times the chance that its paint is wrong. The side, not the area: confidence is
// too low for large regions, which seldom are wrong above 0.8, and a wrong collar annoys more than its pixels count.
//
// Measured by `benchmarks doubt` on 48 drawings, 8 samples and 40 generated ones, of 108 regions of the figure each, 8 % of
// whose area had the wrong paint: the queue has 13 stops a drawing (22 for one in ten) and holds 63 % of the wrong area,
// its first ten 57 %. All regions below a confidence of 0.5 were 22 stops with 28 %, most of them crumbs, and in reading
// order the first ten held 9 %; by expected wrong area alone, 13 stops hold 61 %, but only one in four of them is wrong
// instead of two in five. Cost: O(regions · log regions).

/// A region whose paint is worth a look of the artist.
public struct Doubt: Hashable, Sendable {
  public let label: UInt16
  /// What a look is worth, 0…1: its side in the figure's times the chance that its paint is wrong.
  public let weight: Double

  /// Below this a look is not worth a stop.
  static let least = 0.0225
  /// From this confidence on hardly a large region is wrong.
  static let sure = 0.9

  /// The queue of a drawing: the regions of the figure that are worth a look, those worth most first, and of equals the
  /// first in reading order. A region that has the paint of the one around it has no stop of its own, nor has one whose
  /// label leaves no doubt.
  ///
  /// - Parameters:
  ///   - flats: `flats[label - 1]`.
  ///   - areas: `areas[label - 1]`.
  ///   - settled: the labels of regions about which the artist has said enough.
  static func queue(
    map: RegionMap, flats: [Flat], areas: [TraceArea?], settled: Set<UInt16> = []
  ) -> [Doubt] {
    var sizes = [Int](repeating: 0, count: map.regions.count)
    var figure = 0
    for region in map.regions where !region.isBackground {
      let own = Int(region.label) - 1
      let place = flats[own].origin == .trace ? areas[own].map { Int($0.parent) - 1 } ?? own : own
      sizes[place] += region.area
      figure += region.area
    }
    let doubts = map.regions.filter { region in
      let origin = flats[Int(region.label) - 1].origin
      return !region.isBackground && origin != .trace && origin != .colour
        && !settled.contains(region.label) && flats[Int(region.label) - 1].confidence < sure
    }.map { region in
      let place = Int(region.label) - 1
      let side = (Double(sizes[place]) / Double(max(1, figure))).squareRoot()
      return (weight: side * (1 - flats[place].confidence), region: region)
    }
    return doubts.filter { $0.weight >= least }.sorted { a, b in
      (b.weight, a.region.inside.y, a.region.inside.x)
        < (a.weight, b.region.inside.y, b.region.inside.x)
    }.map { Doubt(label: $0.region.label, weight: $0.weight) }
  }
}

/// How many paints each part is known to have, by `Part.id`.
public struct PaintCounts: Sendable, Hashable {
  private let counts: [String: Int]

  /// - Parameter counts: at least 1 each.
  init(_ counts: [String: Int]) { self.counts = counts }

  public subscript(part: String) -> Int { counts[part, default: 0] }

  /// Whether who says that a region is of this part has said enough of its paint: the part has one; or none that anybody
  /// knows of, and then the reference is to be looked at and not the region. Among several the region's may be wrong.
  public func settles(_ part: String) -> Bool { self[part] <= 1 }
}
