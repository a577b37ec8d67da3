import Regions

/// One possible counterpart of one region of the drawing, while the matcher weighs it.
struct Correspondence: Sendable {
  /// The counterpart's place among all regions of all references.
  let column: Int
  /// How much of the region falls on it once aligned, 0…1.
  let position: Double
  let shape: Double
  let texture: Double
  /// What weighs against it from the start, 0…1: the ground of one picture for the figure of the other.
  let prior: Double

  /// What the counterpart by itself speaks for.
  var affinity: Double {
    position * prior * (shape * texture).squareRoot().squareRoot()
  }
}

/// All possible counterparts of all regions: a sparse table.
struct Correspondences: Sendable {
  /// The most that are weighed for one region.
  static let limit = 12
  /// What a region of the figure finds in nothing at all: a counterpart that gets less is none.
  static let nothing = 0.07

  /// By region of the drawing, `[label - 1]`; those that fall on most first.
  var rows: [[Correspondence]]
  /// The reference and the label of each column.
  let columns: [(reference: Int, label: UInt16)]
  /// How much of the drawing falls on each column once aligned, in pixels.
  let capacities: [Double]

  init(
    drawing: RegionDescriptors, references: [RegionDescriptors], votes: [RegionVotes],
    trust: [Double]
  ) {
    var columns: [(reference: Int, label: UInt16)] = []
    var first: [Int] = []
    for (index, reference) in references.enumerated() {
      first.append(columns.count)
      columns += reference.map.regions.map { (index, $0.label) }
    }
    var capacities = [Double](repeating: 0, count: columns.count)
    rows = drawing.map.regions.map { region in
      let shape = drawing.shapes[Int(region.label) - 1]
      var row: [Correspondence] = []
      for (index, reference) in references.enumerated() {
        for (label, share) in votes[index].shares[Int(region.label)] {
          let column = first[index] + Int(label) - 1
          let position = Double(share) * trust[index]
          capacities[column] += position * Double(region.area)
          let other = reference.shapes[Int(label) - 1]
          row.append(
            Correspondence(
              column: column, position: position, shape: shape.likeness(to: other),
              texture: shape.textureLikeness(to: other),
              prior: Self.prior(
                isGround: region.isBackground,
                isOtherGround: reference.map.regions[Int(label) - 1].isBackground)))
        }
      }
      row.sort { ($1.position, $0.column) < ($0.position, $1.column) }
      return Array(row.prefix(Self.limit))
    }
    self.columns = columns
    self.capacities = capacities
  }

  private static func prior(isGround: Bool, isOtherGround: Bool) -> Double {
    if isGround == isOtherGround { return 1 }
    // Holes are missed now and then, so a region of the figure may be ground after all; ground that was
    // found is never figure.
    return isGround ? 0 : 0.05
  }
}
