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
  /// The entry it is painted with, an index into the palette; nil where it is unpainted.
  public let current: Int?
  /// The entry that would fill it, an index into the palette: its guess, or what the painted neighbour has that shares most of the
  /// border, one of its own part before all others; nil where it has no painted neighbour.
  public let entry: Int?
  /// The chance that it is right as it is, 0…1.
  public let confidence: Double
  /// The part it is, `Part.id`; nil where nobody knows.
  public let part: String?
  /// Whether what would fill it is another part's paint: an eye white takes no colour from the hair around it unasked.
  public let isOfAnotherPart: Bool

  /// Whether it is more likely wrong than right.
  public var isDoubtful: Bool { kind == .guessed || confidence < Analysis.doubt }

  /// Whether filling it would change its paint.
  public var changes: Bool { entry != nil && entry != current }

  /// Whether it is filled with the others unless the artist says no.
  public var isToFill: Bool { changes && isDoubtful && !isOfAnotherPart }

  /// All of a drawing, first those to be filled, then the doubtful ones, and of these the ones nearest to the eyes; where no
  /// eye is known, the most enclosed ones.
  ///
  /// - Parameter flats: as they are now.
  static func list(of result: ColoringResult, _ flats: Flats) -> [Spot] {
    let side = 3 * result.lineArt.strokeWidth
    let eyes = result.map.regions.filter { region in
      let part = flats.parts[region.label]?.part
      return part == "iris" || part == "eye-white"
    }
    let spots = result.map.regions.compactMap { region -> (spot: Spot, rank: Int)? in
      guard let spot = Spot(region, flats, result.graph, tiny: side * side) else { return nil }
      let rank =
        eyes.map { $0.inside.squaredDistance(to: region.inside) }.min()
        ?? result.graph.neighbours(of: region.label).count
      return (spot, rank)
    }
    return spots.sorted { a, b in
      (a.spot.order, a.rank, a.spot.inside.y, a.spot.inside.x)
        < (b.spot.order, b.rank, b.spot.inside.y, b.spot.inside.x)
    }.map(\.spot)
  }

  private var order: Int { isToFill ? 0 : isDoubtful ? 1 : 2 }

  /// - Parameter tiny: regions below this area are, in pixels.
  private init?(_ region: Region, _ flats: Flats, _ graph: RegionGraph, tiny: Double) {
    let flat = flats[region.label]
    // Regions that the artist decided are not in doubt.
    let isSaid =
      flat.origin == .colour
      || (flat.entry == nil && flats.parts[region.label]?.origin == .label)
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
    part = flats.parts[region.label]?.part
    let giver = kind == .guessed ? nil : flats.paintGiver(to: region.label, graph)
    entry = kind == .guessed ? flat.entry : giver.flatMap { flats[$0].entry }
    let giversPart = giver.flatMap { flats.parts[$0]?.part }
    isOfAnotherPart = part != nil && giversPart != nil && part != giversPart
  }
}

extension Flats {
  /// The painted neighbour that a region would be filled from: of its own part if there is one, and of these the one that
  /// shares most of the border.
  fileprivate func paintGiver(to label: UInt16, _ graph: RegionGraph) -> UInt16? {
    let part = parts[label]?.part
    func isOfItsPart(_ other: UInt16) -> Int {
      part != nil && parts[other]?.part == part ? 1 : 0
    }
    return graph.neighbours(of: label)
      .filter { self[$0.label].entry != nil && self[$0.label].origin != .neighbours }
      .max {
        (isOfItsPart($0.label), $0.border.length, $1.label)
          < (isOfItsPart($1.label), $1.border.length, $0.label)
      }?.label
  }
}
