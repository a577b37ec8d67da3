internal import Raster
internal import Regions

// The regions that are worth a look, and their order.
//
// A look at a region gains what is wrong of it: the weight of a region is the chance that its paint is wrong times its
// area (with the shadow and highlight areas that follow its paint) as a share of the figure's. The ground counts too, since
// where lines are open the figure runs out into it. Its share is at most 1: more than a whole figure cannot be lost there.
// A region of the figure above `sure` is no stop, however large. The ground has no such bound, for it is always sure of itself. The
// order follows the weight alone, so that a large region may come before smaller stops without being one.
//
// `sure` and `least` were chosen on generated pairs with the first weights: of 180 drawings the stops held 87 % of the wrong area and
// 30 % of the right, 16 a drawing. On 32 drawings by other hands, which had no part in it (9 sprites, 9 on paper, 14 in vectors), with
// the third weights they hold 59, 85 and 96 % of the wrong area, and 15, 42 and 24 % of the right. Where a look gives a region its
// true median colour, ten looks in this order bring the pixels within 10 of the truth from .700 to .777, .541 to .764 and .850 to
// .952.
// Cost: O(regions · log regions).

/// The worth of a look at one region.
public struct Doubt: Hashable, Sendable {
  public let label: UInt16
  /// The share of the figure that is likely to have the wrong paint there, 0…1.
  public let weight: Double
  /// Whether it is worth a stop of the artist's.
  public let isStop: Bool

  /// Below this a look is not worth a stop.
  static let least = 0.00125
  /// From this confidence on a region of the figure is passed by.
  static let sure = 0.77

  /// The regions of a drawing in the order in which they are worth a look, of equals the first in reading order. Last come
  /// those that a look gains nothing of: a region that has the paint of the one around it, or that the artist has settled.
  ///
  /// - Parameter settled: the labels of regions about which the artist has said enough.
  /// - Returns: one for each region.
  static func ranked(
    map: RegionMap, flats: RegionTable<Flat>, areas: RegionTable<TraceArea?>,
    settled: Set<UInt16> = []
  ) -> [Doubt] {
    let figure = max(1, map.regions.reduce(0) { $0 + ($1.isBackground ? 0 : $1.area) })
    var sizes = RegionTable(repeating: 0, count: map.regions.count)
    for region in map.regions {
      let parent = flats[region.label].origin == .trace ? areas[region.label]?.parent : nil
      sizes[parent ?? region.label] += region.isBackground ? min(region.area, figure) : region.area
    }
    let doubts = map.regions.map { region in
      let flat = flats[region.label]
      let share = Double(sizes[region.label]) / Double(figure)
      let weight = share * (1 - flat.confidence)
      let isOpen =
        flat.origin != .trace && flat.origin != .colour && !settled.contains(region.label)
      let isUnsure = region.isBackground || flat.confidence < sure
      return (
        doubt: Doubt(
          label: region.label, weight: weight, isStop: isOpen && isUnsure && weight >= least),
        isOpen: isOpen
      )
    }
    return doubts.sorted { first, second in
      if first.isOpen != second.isOpen { return first.isOpen }
      let (a, b) = (first.doubt, second.doubt)
      let (here, there) = (map[a.label].inside, map[b.label].inside)
      return (b.weight, here.y, here.x) < (a.weight, there.y, there.x)
    }.map(\.doubt)
  }
}
