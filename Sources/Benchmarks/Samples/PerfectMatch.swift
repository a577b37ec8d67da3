import Coloring
import Raster
import Regions

// A perfect matcher's answer for the same regions and the same reading of the reference: every region
// pinned to its true counterpart. Errors that remain then are not the matcher's fault.

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
    self = shown.labels.compactMap { label in
      truth.areas[shown[label]].counterpart.map { counterpart in
        Pin(
          region: drawing.name(of: label), reference: 0,
          counterpart: reference.name(of: places[counterpart]))
      }
    }
  }
}

extension RegionMap {
  /// For each region the label of `other` that has most of its pixels.
  fileprivate func largestOverlaps(with other: RegionMap) -> RegionTable<UInt16> {
    var counts = RegionTable<[UInt16: Int]>(repeating: [:], count: regions.count)
    for (label, theirs) in zip(labels.elements, other.labels.elements) {
      counts[label][theirs, default: 0] += 1
    }
    return counts.mapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1
    }
  }
}
