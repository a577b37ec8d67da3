import Raster
import Regions

/// The regions of a reference that the pixels of each region of the drawing fall on, once aligned.
///
/// A pixel votes for the regions around its place there, near ones more: most of the vote within a
/// hundredth of the figure, some over four hundredths and a little over a tenth, since no alignment is exact.
struct RegionVotes: Sendable {
  /// For each region of the drawing the shares of its vote for regions of the reference, by their labels.
  let shares: RegionTable<[(label: UInt16, share: Float)]>
  /// The share of each region of the reference on which the drawing's solid black falls, 0…1.
  let blackShares: RegionTable<Float>

  /// The most pixels of a region that vote.
  private static let voters = 300

  init(
    drawing: RegionDescriptors, reference: RegionDescriptors, alignment: DenseAlignment, work: Work
  ) throws(Cancelled) {
    let isBlack = drawing.view.solidBlack()
    let cells = Self.cells(of: drawing, without: isBlack)
    let view = reference.view
    let unit =
      LaidReferences.shownSide(of: reference, in: drawing, alignment)
      / Float(MatchingFrame.figureSide)
    let kernel = Self.kernel.map { ($0.0 * unit, $0.1) }
    let regions = drawing.map.regions
    let counted = try work.mapUnlessCancelled(regions.count) { index in
      let own = cells[regions[index].label]
      let step = max(1, own.count / Self.voters)
      var votes: [UInt16: Float] = [:]
      for index in stride(from: 0, to: own.count, by: step) {
        let place = alignment.place(of: own[index])
        for (offset, weight) in kernel {
          let x = min(max(Int((place.x + offset.x).rounded()), 0), view.labels.width - 1)
          let y = min(max(Int((place.y + offset.y).rounded()), 0), view.labels.height - 1)
          votes[view.labels.elements[y * view.labels.width + x], default: 0] += weight
        }
      }
      let sorted = votes.sorted { $0.key < $1.key }
      var total: Float = 0
      for vote in sorted { total += vote.value }
      return sorted.map { (label: $0.key, share: $0.value / total) }
    }
    shares = RegionTable(counted)
    blackShares = Self.blackShares(isBlack, reference: reference, alignment: alignment)
  }

  private init(
    shares: RegionTable<[(label: UInt16, share: Float)]>, blackShares: RegionTable<Float>
  ) {
    self.shares = shares
    self.blackShares = blackShares
  }

  private static func blackShares(
    _ isBlack: Plane<Bool>, reference: RegionDescriptors, alignment: DenseAlignment
  ) -> RegionTable<Float> {
    var black = RegionTable<Float>(repeating: 0, count: reference.map.regions.count)
    guard isBlack.elements.contains(true) else { return black }
    let labels = reference.view.labels
    let size = alignment.pose.scale / alignment.canvas.scale
    for index in isBlack.elements.indices where isBlack.elements[index] {
      let place = alignment.place(
        of: SIMD2(Float(index % isBlack.width), Float(index / isBlack.width)))
      let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
      guard x >= 0, y >= 0, x < labels.width, y < labels.height, labels[x, y] != 0 else { continue }
      black[labels[x, y]] += size * size
    }
    var whole = RegionTable<Float>(repeating: 0, count: reference.map.regions.count)
    for label in labels.elements where label != 0 { whole[label] += 1 }
    return RegionTable(zip(black, whole).map { $1 > 0 ? min(1, $0 / $1) : 0 })
  }

  /// These votes and those of the features, which know better.
  func joined(by seen: FeatureVotes?) -> RegionVotes {
    guard let seen else { return self }
    let joined = zip(shares, seen.shares).map { place, look in
      var sums: [UInt16: Float] = [:]
      for vote in place {
        sums[vote.label, default: 0] += vote.share * (1 - FeatureVotes.weight)
      }
      for vote in look { sums[vote.label, default: 0] += vote.share * FeatureVotes.weight }
      return sums.sorted { $0.key < $1.key }.map { (label: $0.key, share: $0.value) }
    }
    return RegionVotes(shares: RegionTable(joined), blackShares: blackShares)
  }

  /// The cells of each region in reading order, but for those of solid black beside it; a region too small for a cell has
  /// its inside point.
  private static func cells(of drawing: RegionDescriptors, without isBlack: Plane<Bool>)
    -> RegionTable<[SIMD2<Float>]>
  {
    var cells = RegionTable<[SIMD2<Float>]>(repeating: [], count: drawing.map.regions.count)
    let labels = drawing.view.labels
    for y in 0..<labels.height {
      for x in 0..<labels.width {
        let label = labels.elements[y * labels.width + x]
        if label != 0, !isBlack.elements[y * labels.width + x] {
          cells[label].append(SIMD2(Float(x), Float(y)))
        }
      }
    }
    for region in drawing.map.regions where cells[region.label].isEmpty {
      let inside = SIMD2(Float(region.inside.x), Float(region.inside.y))
      cells[region.label] = [drawing.view.frame.cell(ofPixel: inside)]
    }
    return cells
  }

  /// Offsets in four-hundredths of the figure and their weights, which sum to 1.
  private static let kernel: [(SIMD2<Float>, Float)] = {
    var kernel: [(SIMD2<Float>, Float)] = [(.zero, 1)]
    // Directions of a ring: eight, every other ring turned by half a step.
    let even: [SIMD2<Float>] = [
      SIMD2(1, 0), SIMD2(0.7071, 0.7071), SIMD2(0, 1), SIMD2(-0.7071, 0.7071), SIMD2(-1, 0),
      SIMD2(-0.7071, -0.7071), SIMD2(0, -1), SIMD2(0.7071, -0.7071),
    ]
    let odd: [SIMD2<Float>] = [
      SIMD2(0.9239, 0.3827), SIMD2(0.3827, 0.9239), SIMD2(-0.3827, 0.9239),
      SIMD2(-0.9239, 0.3827), SIMD2(-0.9239, -0.3827), SIMD2(-0.3827, -0.9239),
      SIMD2(0.3827, -0.9239), SIMD2(0.9239, -0.3827),
    ]
    let rings: [(radius: Float, weight: Float)] = [
      (2, 0.84), (4.3, 0.6), (9, 0.3), (17, 0.15), (40, 0.05),
    ]
    for (index, ring) in rings.enumerated() {
      for direction in index % 2 == 0 ? even : odd {
        kernel.append((direction * ring.radius, ring.weight))
      }
    }
    var total: Float = 0
    for entry in kernel { total += entry.1 }
    return kernel.map { ($0.0, $0.1 / total) }
  }()
}
