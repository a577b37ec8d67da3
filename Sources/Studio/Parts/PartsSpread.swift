import Coloring
import Projects
import Regions

// Which regions follow a label. Two regions have a part for the same reason when they have the same counterpart in a
// reference, or have got the part from the same palette entry. When the artist corrects one of them, the
// others are wrong for the same reason; so they follow, unless the engine was clearly surer of them than of the
// one that was wrong (and sure at all), or the artist has decided about them.

/// Why a region has the part it has, or none.
private enum PartReason: Hashable {
  case counterpart(reference: Int, label: UInt16)
  case entry(Int)
}

/// By so much more likely right.
private let clearlySurer = 0.1

extension StudioState {
  /// The undecided regions of the drawing that a label for `labels` spreads to, from the first label up.
  ///
  /// - Complexity: O(regions).
  func regionsAlike(_ labels: [UInt16], in subject: PartsSubject) -> [UInt16] {
    guard subject.reference == nil, let analysis, let flats else { return [] }
    let parts = regionParts(of: subject)
    let settled = settlements(in: analysis)
    let byHand = self.labels(of: subject)
    var sureness: [PartReason: Double] = [:]
    for label in labels {
      guard let reason = flats.reason(for: parts[label], of: label) else { continue }
      // A region without a part was told nothing wrong: all that are like it lack the same.
      let confidence =
        parts[label] == nil ? 1 : flats[label].confidence + clearlySurer
      sureness[reason] = max(sureness[reason] ?? Analysis.doubt, confidence)
    }
    return subject.map.regions.map(\.label).filter { label in
      guard !labels.contains(label), settled[label] == nil, byHand[label] == nil,
        let reason = flats.reason(for: parts[label], of: label), let limit = sureness[reason]
      else { return false }
      return flats[label].confidence <= limit
    }
  }

  /// The regions that look like one: the same counterpart, or the same paint, part and about the same size.
  ///
  /// - Complexity: O(regions).
  func lookalikes(of region: Region, in subject: PartsSubject) -> [Region] {
    guard let references = analysis?.result.references, let flats else { return [] }
    let parts = regionParts(of: subject)
    func entry(_ label: UInt16) -> Int? {
      if let reference = subject.reference {
        return references[reference].entries[label]
      }
      return flats[label].entry
    }
    func counterpart(_ label: UInt16) -> PartReason? {
      guard subject.reference == nil, let chosen = flats.matches[label].chosen else {
        return nil
      }
      return .counterpart(reference: chosen.reference, label: chosen.label)
    }
    let own = counterpart(region.label)
    return subject.map.regions.filter { other in
      if other.isBackground != region.isBackground { return false }
      if own != nil, counterpart(other.label) == own { return true }
      return entry(other.label) == entry(region.label)
        && parts[other.label]?.part == parts[region.label]?.part
        && other.area <= 2 * region.area && region.area <= 2 * other.area
    }
  }
}

extension Flats {
  fileprivate func reason(for part: RegionPart?, of label: UInt16) -> PartReason? {
    switch part?.origin {
    case .ground: return nil
    case .entry: return self[label].entry.map { .entry($0) }
    case .label, .counterpart, nil:
      return matches[label].chosen.map {
        .counterpart(reference: $0.reference, label: $0.label)
      }
    }
  }
}
