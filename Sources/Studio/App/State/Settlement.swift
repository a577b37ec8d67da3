import Coloring
import Projects
import Regions

/// The artist's decision on what a region is or gets: it is in doubt no more.
public enum Settlement: Hashable, Sendable, CaseIterable {
  /// Its paint was chosen.
  case painted
  case pinned
  case unlinked
  /// Its part was said, and that says its paint: `PaintCounts.settles(_:)`.
  case labelled
  /// It was found right as it was, and has the same paint still.
  case accepted
}

extension StudioState {
  /// The regions of a drawing that the artist settled, as it is now: ahead of the engine.
  ///
  /// - Complexity: O(regions + what was accepted).
  func settlements(in analysis: Analysis) -> [UInt16: Settlement] {
    flats(of: analysis).settlements(
      accepted: desk.project?.state.accepted[analysis.order.drawing] ?? [], on: analysis.result.map)
  }
}

extension Flats {
  /// The regions that are settled, and how: of several ways for one region the first in the order of `Settlement`.
  func settlements(accepted: [Acceptance] = [], on map: RegionMap) -> [UInt16: Settlement] {
    var settlements: [UInt16: Settlement] = [:]
    for match in matches {
      if let settlement = settlement(of: match) { settlements[match.label] = settlement }
    }
    for acceptance in accepted {
      guard let label = map.resolve(acceptance.region), settlements[label] == nil,
        paintName(of: label) == acceptance.entry
      else { continue }
      settlements[label] = .accepted
    }
    return settlements
  }

  private func settlement(of match: Match) -> Settlement? {
    let flat = self[match.label]
    if flat.origin == .colour { return .painted }
    if match.origin == .pinned { return .pinned }
    if match.origin == .unlinked { return .unlinked }
    guard let part = parts[match.label], part.origin == .label, flat.origin != .trace,
      paintCounts.settles(part.part)
    else { return nil }
    return .labelled
  }

  /// The name of a region's palette entry; nil where nothing is painted.
  func paintName(of label: UInt16) -> String? {
    self[label].entry.map { palette.entries[$0].name }
  }
}
