import Glibc
internal import Raster
internal import Regions
internal import Tensors

/// The regions of a reference that look like each region of a drawing to the engine's features.
///
/// Each cell of the drawing's features votes for the regions of the few cells of the reference that are most alike, the
/// likelier where the alignment has it; a region's vote is the mean over its pixels.
/// Cost: cells of the drawing · cells of the reference · channels · 2 operations, some 10 billion at the full size of both.
struct FeatureVotes {
  /// The weight of these votes beside those of the aligned places, 0…1.
  static let weight: Float = 0.75
  /// The cells of the reference that a cell votes for.
  private static let few = 8
  /// The factor of the cosine before the softmax.
  private static let sharpness: Float = 16
  /// The distance from where the alignment has it at which a counterpart loses 1 in the exponent, in long sides of the figure.
  private static let reach: Float = 0.35
  /// The most pixels of a region that vote, about.
  private static let voters = 2000
  /// Cells of the drawing that are compared at a time: what bounds the memory.
  private static let block = 512

  /// For each region of the drawing, as `RegionVotes.shares`.
  let shares: RegionTable<[(label: UInt16, share: Float)]>

  init(
    drawing: RegionDescriptors, _ drawingFeatures: Features, reference: RegionDescriptors,
    _ referenceFeatures: Features, alignment: DenseAlignment, work: Work
  ) throws(Cancelled) {
    let votes = try Self.votes(
      of: drawingFeatures, for: referenceFeatures, drawing: drawing, reference: reference,
      alignment: alignment, work: work)
    let owners = (0..<referenceFeatures.cells).map {
      Self.labels(ofCell: $0, of: referenceFeatures, in: reference.map)
    }
    let map = drawing.map
    shares = RegionTable(map) { region in
      var sums: [UInt16: Float] = [:]
      for (cell, pixels) in drawingFeatures.cells(under: region, in: map, most: Self.voters) {
        for vote in votes[cell] {
          for label in owners[vote.cell] { sums[label, default: 0] += pixels * vote.share / 4 }
        }
      }
      let sorted = sums.sorted { $0.key < $1.key }
      let total = sorted.reduce(Float(0)) { $0 + $1.value }
      return total > 0 ? sorted.map { (label: $0.key, share: $0.value / total) } : []
    }
  }

  private typealias Vote = (cell: Int, share: Float)

  /// For each cell of the drawing the few cells of the reference that it votes for.
  private static func votes(
    of drawing: Features, for reference: Features, drawing described: RegionDescriptors,
    reference other: RegionDescriptors, alignment: DenseAlignment, work: Work
  ) throws(Cancelled) -> [[Vote]] {
    let cells = drawing.cells
    let known = Tensor(reference.values, [reference.cells, reference.channels])
    let places = (0..<reference.cells).map { reference.pixel(ofCell: $0) }
    let unit = other.view.figureSide * reach * Float(other.view.frame.cell)
    var result: [[Vote]] = []
    result.reserveCapacity(cells)
    for start in stride(from: 0, to: cells, by: block) {
      try work.checkCancelled()
      let end = min(cells, start + block)
      let asked = Tensor(
        Array(drawing.values[start * drawing.channels..<end * drawing.channels]),
        [end - start, drawing.channels])
      let likeness = Compute.with(work) { matrixProduct(asked, known, transposingB: true) }
      let rows = likeness.withValues { values in
        nonisolated(unsafe) let values = values
        return work.mapBands(of: end - start) { band in
          band.map { row -> [Vote] in
            let cell = start + row
            let pixel = drawing.pixel(ofCell: cell)
            let place = other.view.frame.pixel(
              ofCell: alignment.place(of: described.view.frame.cell(ofPixel: pixel)))
            var best: [(cell: Int, score: Float)] = []
            var least = -Float.infinity
            for column in places.indices {
              let score = sharpness * values[row * places.count + column]
              // The distance only takes away.
              guard score > least else { continue }
              let away = (places[column] - place) / unit
              let whole = score - (away * away).sum()
              guard whole > least else { continue }
              let at = best.firstIndex { $0.score < whole } ?? best.count
              best.insert((column, whole), at: at)
              if best.count > few { best.removeLast() }
              if best.count == few { least = best[few - 1].score }
            }
            let weights = best.map { expf($0.score - best[0].score) }
            let total = weights.reduce(0, +)
            return zip(best, weights).map { ($0.cell, $1 / total) }
          }
        }.flatMap(\.self)
      }
      result += rows
    }
    return result
  }

  /// The regions at the middles of a cell's quarters.
  private static func labels(
    ofCell cell: Int, of features: Features, in map: RegionMap
  ) -> [UInt16] {
    let (left, top, side) = features.square(ofCell: cell)
    return [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)].map { across, down in
      let x = min(map.width - 1, Int(left + across * side))
      let y = min(map.height - 1, Int(top + down * side))
      return map.labels.elements[y * map.width + x]
    }
  }
}
