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
    work.forEachRow(of: &result) { y, row in
      if work.isCancelled { return }
      let lines = rows.samples(y)
      if lines.isEmpty { return }
      var tally = LabelTally()
      let labels = elements.span
      for x in 0..<row.count where offsets[x] < offsets[x + 1] {
        tally.removeAll()
        for line in lines {
          let start = line * width
          for index in offsets[x]..<offsets[x + 1] { tally.add(labels[start + flat[index]]) }
        }
        row[x] = tally.mostFrequent
      }
    }
    return result
  }
}

/// Counts of the few labels that meet in a subcell.
private struct LabelTally {
  private var labels: [UInt16] = []
  private var counts: [Int] = []
  /// Where the label that came last is: the next is mostly the same.
  private var last = 0

  mutating func removeAll() {
    labels.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    last = 0
  }

  mutating func add(_ label: UInt16) {
    if last < labels.count && labels[last] == label {
      counts[last] &+= 1
      return
    }
    if let index = labels.firstIndex(of: label) {
      last = index
      counts[index] += 1
    } else {
      last = labels.count
      labels.append(label)
      counts.append(1)
    }
  }

  /// The smaller of equals; 0 without labels.
  var mostFrequent: UInt16 {
    var best = (label: UInt16(0), count: 0)
    for index in labels.indices
    where counts[index] > best.count
      || (counts[index] == best.count && labels[index] < best.label)
    {
      best = (labels[index], counts[index])
    }
    return best.label
  }
}
