import Coloring
import Projects
import Regions

// Which regions could follow a label. Two regions have a part for the same reason when they have the same counterpart in a
// reference, or have got the part from the same palette entry. When the artist corrects one of them, the
// others are likely wrong for the same reason; so they are offered to follow (`SpreadOffer`), unless the engine was sure of
// them, or clearly surer than of the one that was wrong, or the artist has decided about them. So are regions that a network sees
// as the same thing, where that is likelier than what they have now.

/// Why a region has the part it has, or none.
private enum PartReason: Hashable {
  case counterpart(reference: Int, label: UInt16)
  case entry(Int)
}

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
      sureness[reason] = max(
        sureness[reason] ?? 0, SpreadOffer.limit(flats[label].confidence))
    }
    let likeness = analysis.result.basis.chances(ofSharing: .part, with: labels)
    return subject.map.regions.filter { region in
      let label = region.label
      guard !labels.contains(label), settled[label] == nil, byHand[label] == nil,
        !region.isBackground
      else { return false }
      let reason = flats.reason(for: parts[label], of: label)
      return flats[label].confidence < reason.flatMap { sureness[$0] } ?? 0
        || flats[label].confidence < likeness[label] && likeness[label] > SpreadOffer.likely
    }.map(\.label)
  }

  /// The regions that look like one: about its size and as thick, and the same paint and part, or the same counterpart. A
  /// match that is likely wrong makes nothing alike, but for one that is as doubtful.
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
    func isUnsure(_ label: UInt16) -> Bool {
      subject.reference == nil && flats[label].confidence < Analysis.doubt
    }
    let own = counterpart(region.label)
    return subject.map.regions.filter { other in
      if other.label == region.label { return true }
      guard other.isBackground == region.isBackground, other.isAbout(region),
        !isUnsure(other.label) || isUnsure(region.label)
      else { return false }
      if own != nil, counterpart(other.label) == own { return true }
      return entry(other.label) == entry(region.label)
        && parts[other.label]?.part == parts[region.label]?.part
    }
  }
}

extension Region {
  /// Whether it is about as large as another, and as thick: at most twice of either.
  fileprivate func isAbout(_ other: Region) -> Bool {
    area <= 2 * other.area && other.area <= 2 * area
      && insideRadius <= 2 * other.insideRadius && other.insideRadius <= 2 * insideRadius
  }
}

extension Flats {
  fileprivate func reason(for part: RegionPart?, of label: UInt16) -> PartReason? {
    switch part?.origin {
    case .ground: return nil
    case .entry: return self[label].entry.map { .entry($0) }
    case .label, .counterpart, .example, .taught, .seen, nil:
      return matches[label].chosen.map {
        .counterpart(reference: $0.reference, label: $0.label)
      }
    }
  }
}
