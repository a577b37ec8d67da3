import Coloring
import Projects
import Regions

/// How the artist settled what a region is or gets: it is in doubt no more.
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
  /// - Complexity: O(what was settled).
  func settlements(in analysis: Analysis) -> [UInt16: Settlement] {
    guard let state = project?.state else { return [:] }
    let drawing = analysis.order.drawing
    return analysis.settlements(
      by: state.corrections(for: drawing), accepted: state.accepted[drawing] ?? [])
  }
}

extension Analysis {
  /// The regions that are settled, and how: of several ways for one region the first in the order of `Settlement`.
  func settlements(by corrections: Corrections, accepted: [Acceptance]) -> [UInt16: Settlement] {
    var settlements: [UInt16: Settlement] = [:]
    func settle(_ name: RegionName, _ settlement: Settlement) {
      guard let label = result.map.resolve(name), settlements[label] == nil else { return }
      settlements[label] = settlement
    }
    for choice in corrections.colours { settle(choice.region, .painted) }
    for pin in corrections.pins { settle(pin.region, .pinned) }
    for name in corrections.unlinks { settle(name, .unlinked) }
    for label in corrections.labels where result.paintCounts.settles(label.part) {
      settle(label.region, .labelled)
    }
    for acceptance in accepted {
      guard let label = result.map.resolve(acceptance.region),
        result.paintName(of: label) == acceptance.entry
      else { continue }
      settle(acceptance.region, .accepted)
    }
    return settlements
  }
}

extension ColoringResult {
  /// The name of a region's palette entry; nil where nothing is painted.
  func paintName(of label: UInt16) -> String? {
    flats[label].entry.map { palette.entries[$0].name }
  }
}
