import Glibc
import Regions

/// What the engine's features say of each region as a whole: the means over its pixels.
///
/// Cells vote for places; a region is a thing, and two regions of which one is skin and the other hair are no counterparts, wherever
/// they lie ("pool, compare, take the best", as DACoN does with features of another network).
struct RegionFeatures: Sendable {
  /// The most pixels of a region that are looked at, about.
  private static let most = 2000
  /// A likeness below this says no more than this.
  private static let leastLikeness: Float = 0.02

  /// Of unit length; without what stands for parts.
  private let looks: RegionTable<[Float]>
  /// The chances of the parts in their order, which sum to 1; empty where nobody tells parts.
  private let parts: RegionTable<[Float]>

  /// - Complexity: O(pixels looked at) and O(cells under regions · channels).
  init(_ features: Features, of map: RegionMap) {
    let others = features.channels - features.parts
    let means = RegionTable(map) { region -> (look: [Float], parts: [Float]) in
      var look = [Float](repeating: 0, count: others)
      var parts = [Float](repeating: 0, count: features.parts)
      for (cell, pixels) in features.cells(under: region, in: map, most: Self.most) {
        let first = cell * features.channels
        for channel in 0..<others { look[channel] += pixels * features.values[first + channel] }
        for part in 0..<features.parts {
          let root = features.values[first + others + part]
          parts[part] += pixels * root * root
        }
      }
      let length = look.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let whole = parts.reduce(0, +)
      return (look.map { $0 / max(length, 1e-6) }, parts.map { $0 / max(whole, 1e-6) })
    }
    looks = means.mapValues(\.look)
    parts = means.mapValues(\.parts)
  }

  /// How alike two regions are as things, 0…1.
  func kinship(of label: UInt16, to other: UInt16, in others: RegionFeatures) -> Double {
    let look = zip(looks[label], others.looks[other]).reduce(0) { $0 + $1.0 * $1.1 }
    let roots = zip(parts[label], others.parts[other])
      .reduce(Float(0)) { $0 + ($1.0 * $1.1).squareRoot() }
    let part = parts[label].isEmpty ? 1 : roots
    return Double(max(Self.leastLikeness, look) * max(Self.leastLikeness, part))
  }

  /// What is kept of a region.
  func traits(of label: UInt16) -> RegionTraits {
    RegionTraits(looks[label], partChances(of: label))
  }

  /// The chances of a region's parts.
  func partChances(of label: UInt16) -> PartChances { PartChances(parts[label]) }
}
