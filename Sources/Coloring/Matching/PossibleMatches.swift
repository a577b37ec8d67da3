import Glibc
import Raster
import Regions

/// One possible counterpart of one region of the drawing, while the matcher weighs it.
struct PossibleMatch: Sendable {
  /// The counterpart's place among all regions of all references.
  let column: Int
  /// The share of the region that falls on it once aligned, 0…1; a little also for those it misses, by distance.
  let position: Double
  let shape: Double
  let texture: Double
  /// The weight against it from the start, 0…1: the ground of one picture for the figure of the other.
  let prior: Double
  /// How alike they are as things to the engine's features, 0…1; nil where it makes none.
  let kinship: Double?

  /// The weights of what speaks for a counterpart by itself. Shape counts most: a large region is fallen on by all that
  /// is small around it, whether or not it is the same thing. Less so where features say what is the same thing.
  var affinity: Double {
    let places = (position * texture).squareRoot() * prior
    guard let kinship else { return places * pow(shape, 2.5) }
    return places * shape * shape * kinship
  }
}

/// All possible counterparts of all regions: a sparse table.
struct PossibleMatches: Sendable {
  /// The most that are weighed for one region.
  static let limit = 12
  /// The position of a counterpart on which nothing falls, by distance: half of it at `reach` long sides
  /// of the figure.
  private static let floor = 0.03
  private static let reach = 0.1
  /// The score of nothing at all for a region of the figure: a counterpart that gets less is none.
  static let nothing = 0.07

  /// Those of each region of the drawing, in the regions' order; the likeliest by themselves first.
  var rows: [[PossibleMatch]]
  /// From this share on that the drawing's solid black falls on a counterpart, that is ink.
  private static let mostlyInk: Float = 0.5

  /// The reference and the label of each column.
  let columns: [(reference: Int, label: UInt16)]
  /// The column of each region of each reference, `places[reference][label]`.
  let places: [RegionTable<Int>]
  /// The pixels of the drawing that fall on each column once aligned.
  let capacities: [Double]
  /// What the votes say of paints.
  let paintVotes: PaintVotes

  init(
    drawing: RegionDescriptors, references: [RegionDescriptors], votes: [RegionVotes],
    alignments: [DenseAlignment], trust: [Double], work: Work
  ) throws(Cancelled) {
    columns = references.enumerated().flatMap { index, reference in
      reference.map.regions.map { (reference: index, label: $0.label) }
    }
    let places = references.indices.map { index in
      let first = references[..<index].reduce(0) { $0 + $1.map.regions.count }
      return RegionTable(Array(first..<first + references[index].map.regions.count))
    }
    self.places = places
    let looks = zip(references, alignments).map { reference, alignment in
      alignment.isMirrored ? reference.looks.mapValues(\.mirrored) : reference.looks
    }
    let middles = references.map { reference in
      RegionTable(reference.map) { Self.middle(of: $0, in: reference.view) }
    }
    let sides = zip(references, alignments).map { reference, alignment in
      LaidReferences.shownSide(of: reference, in: drawing, alignment)
    }
    let growths = zip(references, alignments).enumerated().map { index, pair in
      sides[index] == pair.0.view.figureSide
        ? 1 : Self.growth(of: drawing, in: pair.0, pair.1)
    }
    rows = try work.mapUnlessCancelled(drawing.map.regions.count) { index in
      let region = drawing.map.regions[index]
      let shape = drawing.shapes[region.label]
      let look = drawing.looks[region.label]
      let middle = Self.middle(of: region, in: drawing.view)
      var row: [PossibleMatch] = []
      for (index, reference) in references.enumerated() {
        let place = alignments[index].place(of: middle)
        var shares = RegionTable<Float>(repeating: 0, count: reference.map.regions.count)
        for (label, share) in votes[index].shares[region.label] { shares[label] = share }
        for other in reference.map.regions {
          let away =
            (middles[index][other.label] - place) / (sides[index] * Float(Self.reach))
          let tail = Self.floor / (1 + Double((away * away).sum()))
          row.append(
            PossibleMatch(
              column: places[index][other.label],
              position: min(1, (Double(shares[other.label]) + tail) * trust[index]),
              shape: shape.grown(growths[index]).likeness(to: reference.shapes[other.label]),
              texture: look.likeness(to: looks[index][other.label]),
              prior: Self.prior(
                isGround: region.isBackground, isOtherGround: other.isBackground,
                isOtherInk: reference.isBlack[other.label]
                  && votes[index].blackShares[other.label] >= Self.mostlyInk),
              kinship: drawing.asWhole.flatMap { own in
                reference.asWhole.map {
                  own.kinship(of: region.label, to: other.label, in: $0)
                }
              }))
        }
      }
      let weighed = row.map { (affinity: $0.affinity, correspondence: $0) }.sorted {
        ($1.affinity, $0.correspondence.column) < ($0.affinity, $1.correspondence.column)
      }
      return weighed.prefix(Self.limit).map(\.correspondence)
    }
    var capacities = [Double](repeating: 0, count: columns.count)
    for region in drawing.map.regions {
      for index in references.indices {
        for (label, share) in votes[index].shares[region.label] {
          capacities[places[index][label]] += Double(share) * trust[index] * Double(region.area)
        }
      }
    }
    self.capacities = capacities
    paintVotes = PaintVotes(drawing, references, votes: votes, trust: trust)
  }

  /// The factor that brings the sizes of a close-up's regions, in its figure's measure, to the measure of the reference's figure.
  private static func growth(
    of drawing: RegionDescriptors, in reference: RegionDescriptors, _ alignment: DenseAlignment
  ) -> Double {
    let pixels =
      Double(alignment.pose.scale / alignment.canvas.scale) * reference.view.frame.cell
      / drawing.view.frame.cell
    return pixels
      * (Double(RegionShape.figureArea(of: drawing.map))
      / Double(RegionShape.figureArea(of: reference.map))).squareRoot()
  }

  private static func middle(of region: Region, in view: MatchingView) -> SIMD2<Float> {
    view.frame.cell(ofPixel: SIMD2(Float(region.centroid.x), Float(region.centroid.y)))
  }

  private static func prior(isGround: Bool, isOtherGround: Bool, isOtherInk: Bool) -> Double {
    // What is solid black in the drawing is black in the reference, and no paint of what the drawing leaves white.
    if isOtherInk && !isGround { return 0.02 }
    if isGround == isOtherGround { return 1 }
    // Holes are missed now and then, so a region of the figure may be ground after all; ground that was
    // found is never figure.
    return isGround ? 0 : 0.05
  }
}
