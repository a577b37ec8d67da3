import Coloring
import Raster
import Regions

// What a perfect matcher would make of the same regions and the same reading of the reference: every region
// pinned to its true counterpart. What is still wrong then is not the matcher's fault.

extension [Pin] {
  /// Each region of a drawing pinned to where the reference shows the same thing.
  ///
  /// A region that covers several true ones counts as the one it covers most of; one whose truth the reference
  /// lacks gets no pin.
  init(
    _ drawing: RegionMap, truth: SampleTruth, reference: RegionMap, referenceTruth: SampleTruth
  ) {
    let shown = drawing.largestOverlaps(with: truth.map)
    let places = referenceTruth.map.largestOverlaps(with: reference)
    self = zip(drawing.regions, shown).compactMap { region, label in
      truth.areas[Int(label) - 1].counterpart.map { counterpart in
        Pin(
          region: drawing.name(of: region.label), reference: 0,
          counterpart: reference.name(of: places[Int(counterpart) - 1]))
      }
    }
  }
}

extension RegionMap {
  /// For each region the label of `other` that has most of its pixels.
  fileprivate func largestOverlaps(with other: RegionMap) -> [UInt16] {
    var counts = [[UInt16: Int]](repeating: [:], count: regions.count)
    for (label, theirs) in zip(labels.elements, other.labels.elements) {
      counts[Int(label) - 1][theirs, default: 0] += 1
    }
    return counts.map { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1
    }
  }
}
