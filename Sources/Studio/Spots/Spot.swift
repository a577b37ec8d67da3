internal import Coloring
public import Raster
internal import Regions

// Places where paint is most likely missing or wrong, and least likely to be noticed: one missed pixel is a retake, and
// misses cluster in pupils and highlights. Cost: O(regions · eyes).

/// A region of the figure that is unpainted, was guessed, or is tiny.
public struct Spot: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Nothing is painted there: it was taken for a hole that shows the ground.
    case unpainted
    /// Nothing was found for it: it has the paint of its neighbours.
    case guessed
    /// It is smaller than three strokes each way.
    case tiny
  }

  public let kind: Kind
  /// The region's lasting name.
  public let inside: Point
  public let box: Box
  /// In pixels.
  public let area: Int
  /// What it is painted with, an index into the palette; nil where it is unpainted.
  public let current: Int?
  /// What would fill it, an index into the palette: its guess, or what its largest painted neighbour has; nil where it has
  /// no painted neighbour.
  public let entry: Int?
  /// The chance that it is right as it is, 0…1.
  public let confidence: Double

  /// Whether it is more likely wrong than right, and so filled with the others unless the artist says no.
  public var isDoubtful: Bool { entry != nil && (kind == .guessed || confidence < Analysis.doubt) }

  /// All of a drawing, the doubtful ones first, and of these the ones nearest to the eyes; where no eye is known, the most
  /// enclosed ones.
  static func list(of result: ColoringResult) -> [Spot] {
    let side = 3 * result.lineArt.strokeWidth
    let eyes = result.map.regions.filter { region in
      let part = result.parts[Int(region.label) - 1]?.part
      return part == "iris" || part == "eye-white"
    }
    let spots = result.map.regions.compactMap { region -> (spot: Spot, rank: Int)? in
      guard let spot = Spot(region, in: result, tiny: side * side) else { return nil }
      let rank =
        eyes.map { $0.inside.squaredDistance(to: region.inside) }.min()
        ?? result.graph.neighbours(of: region.label).count
      return (spot, rank)
    }
    return spots.sorted { a, b in
      (a.spot.isDoubtful ? 0 : 1, a.rank, a.spot.inside.y, a.spot.inside.x)
        < (b.spot.isDoubtful ? 0 : 1, b.rank, b.spot.inside.y, b.spot.inside.x)
    }.map(\.spot)
  }

  /// - Parameter tiny: regions below this area are, in pixels.
  private init?(_ region: Region, in result: ColoringResult, tiny: Double) {
    let flat = result.flats[region.label]
    // What the artist said is no doubt.
    let isSaid =
      flat.origin == .colour
      || (flat.entry == nil && result.parts[Int(region.label) - 1]?.origin == .label)
    if region.isBackground || isSaid { return nil }
    if flat.entry == nil {
      kind = .unpainted
    } else if flat.origin == .neighbours {
      kind = .guessed
    } else if Double(region.area) < tiny {
      kind = .tiny
    } else {
      return nil
    }
    inside = region.inside
    box = region.box
    area = region.area
    confidence = flat.confidence
    current = flat.entry
    entry = kind == .guessed ? flat.entry : result.largestNeighbourEntry(of: region.label)
  }
}

extension ColoringResult {
  /// What the painted neighbour has that shares most of the border.
  fileprivate func largestNeighbourEntry(of label: UInt16) -> Int? {
    graph.neighbours(of: label)
      .filter { flats[$0.label].entry != nil && flats[$0.label].origin != .neighbours }
      .max { ($0.border.length, $1.label) < ($1.border.length, $0.label) }
      .flatMap { flats[$0.label].entry }
  }
}
