import Raster

// The label most of a rectangle's pixels have.
//
// Labels are names: a mean of two would be a third, so the most frequent one stands for all. A large
// rectangle is looked at in 8 × 8 places evenly spread, so that the cost has a bound: at most 64 samples a
// subcell, about 1 ns each. Not done: what is smaller than the spacing may be missed.

extension SampleSpans {
  /// At most this many places of a span are looked at.
  private static let mostSamples = 8

  /// The places looked at in span `index`, evenly spread.
  func samples(_ index: Int) -> [Int] {
    let count = ends[index] - starts[index]
    if count <= Self.mostSamples { return Array(starts[index]..<ends[index]) }
    return (0..<Self.mostSamples).map {
      starts[index] + (2 * $0 + 1) * count / (2 * Self.mostSamples)
    }
  }
}

extension Plane where Element == UInt16 {
  /// The most frequent label among the samples of each rectangle of `rows` × `columns`, the smaller of
  /// equals; 0 where it is empty.
  ///
  /// - Complexity: O(rectangles), at most 64 samples each.
  func majorities(_ columns: SampleSpans, _ rows: SampleSpans, work: Work) -> Plane {
    let places = (0..<columns.count).map(columns.samples)
    let offsets = places.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let flat = Array(places.joined())
    var result = Plane(width: columns.count, height: rows.count, repeating: 0)
    // Given up, they mean nothing: whoever cancelled does not show them.
    try? work.forEachRow(of: &result) { y, row in
      let lines = rows.samples(y).map { $0 * width }
      if lines.isEmpty { return }
      var seen = InlineArray<64, UInt16>(repeating: 0)
      for x in 0..<row.count where offsets[x] < offsets[x + 1] {
        let places = flat.span.extracting(offsets[x]..<offsets[x + 1])
        row[x] = majority(elements.span, lines.span, places, &seen)
      }
    }
    return result
  }
}

/// The most frequent of the labels at all pairs of a line's start and a place in the line.
///
/// - Parameters:
///   - lines: at most 8, like `places`; at least 1.
///   - seen: room to work in.
private func majority(
  _ labels: Span<UInt16>, _ lines: Span<Int>, _ places: Span<Int>,
  _ seen: inout InlineArray<64, UInt16>
) -> UInt16 {
  precondition((1...8).contains(lines.count) && (1...8).contains(places.count))
  let first = labels[lines[0] + places[0]]
  var count = 0
  var differences: UInt16 = 0
  for line in 0..<lines.count {
    for place in 0..<places.count {
      let label = labels[lines[line] &+ places[place]]
      seen[count] = label
      differences |= label ^ first
      count &+= 1
    }
  }
  // Nearly all subcells lie inside of one region.
  if differences == 0 { return first }
  var best = (label: first, count: 0)
  var rest = count
  // Takes one label after another out of those seen.
  while rest > 0 {
    let label = seen[0]
    var kept = 0
    for index in 0..<rest where seen[index] != label {
      seen[kept] = seen[index]
      kept &+= 1
    }
    let number = rest - kept
    if number > best.count || (number == best.count && label < best.label) {
      best = (label, number)
    }
    rest = kept
  }
  return best.label
}
