import Raster
import Regions

/// The votes of a drawing's regions for paints, of whichever reference: colours that hardly differ are one paint.
struct PaintVotes {
  /// The CIEDE2000 distance from which on two colours are told apart at once.
  private static let distance = 10.0

  /// The paint of each region of each reference, `paints[reference][label]`; 0 is the ground.
  private let paints: [RegionTable<Int>]
  /// Whether two paints look the same, `[paints, paints]`; the ground looks like nothing else.
  private let areAlike: [[Bool]]
  /// The share of each region's votes that falls on each paint alone, by the drawing's labels.
  private let shares: RegionTable<[Double]>
  /// The share of the figure that each region of the drawing is.
  let sizes: RegionTable<Double>
  /// Whether each is ground.
  let isGround: RegionTable<Bool>
  /// Whether a network's features voted.
  let isSeen: Bool

  /// - Complexity: O(paints² + votes).
  init(
    _ drawing: RegionDescriptors, _ references: [RegionDescriptors], votes: [RegionVotes],
    trust: [Double]
  ) {
    var colours: [CIELab?] = [nil]
    paints = references.map { reference in
      var numbers: [Int: Int] = [:]
      return RegionTable(reference.map) { region in
        if region.isBackground { return 0 }
        let paint = reference.paints[region.label]
        if let known = numbers[paint] { return known }
        numbers[paint] = colours.count
        colours.append(reference.colours?[region.label])
        return colours.count - 1
      }
    }
    areAlike = colours.enumerated().map { index, own in
      colours.enumerated().map { place, other in
        guard let own, let other else { return index == place }
        return own.difference(to: other) < Self.distance
      }
    }
    let whole = trust.reduce(0, +)
    let (paints, count) = (paints, colours.count)
    shares = RegionTable(drawing.map) { region in
      var shares = [Double](repeating: 0, count: count)
      for index in references.indices {
        for (label, share) in votes[index].shares[region.label] {
          shares[paints[index][label]] += Double(share) * trust[index] / whole
        }
      }
      return shares
    }
    let figure = Double(RegionShape.figureArea(of: drawing.map))
    sizes = RegionTable(drawing.map) { Double($0.area) / figure }
    isGround = RegionTable(drawing.map) { $0.isBackground }
    isSeen = drawing.features != nil && references.allSatisfy { $0.features != nil }
  }

  /// The share of a region's votes for what looks like a region of a reference, 0…1.
  func share(of label: UInt16, for counterpart: (reference: Int, label: UInt16)) -> Double {
    let alike = areAlike[paint(of: counterpart)]
    return zip(shares[label], alike).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }

  /// Whether two regions of references have paints that look the same.
  func isAlike(
    _ first: (reference: Int, label: UInt16), _ second: (reference: Int, label: UInt16)
  ) -> Bool { areAlike[paint(of: first)][paint(of: second)] }

  private func paint(of place: (reference: Int, label: UInt16)) -> Int {
    paints[place.reference][place.label]
  }
}

extension PossibleMatches {
  /// What speaks for one of the possible counterparts of a region.
  ///
  /// - Parameters:
  ///   - row: the region's.
  ///   - index: the counterpart's place in it.
  ///   - shares: of the row's counterparts, once all regions are shared out, 0…1.
  ///   - agreements: of the alignment with each reference.
  func evidence(
    of label: UInt16, row: Int, at index: Int, shares: [Double], agreements: [Double]
  ) -> MatchEvidence {
    let match = rows[row][index]
    let own = columns[match.column]
    return MatchEvidence(
      votes: paintVotes.share(of: label, for: own),
      scores: zip(rows[row], shares).reduce(0) { sum, other in
        paintVotes.isAlike(columns[other.0.column], own) ? sum + other.1 : sum
      },
      agreement: agreements[own.reference], shape: match.shape, texture: match.texture,
      kinship: match.kinship ?? 0, size: paintVotes.sizes[label], isSeen: paintVotes.isSeen,
      isGround: paintVotes.isGround[label])
  }
}
