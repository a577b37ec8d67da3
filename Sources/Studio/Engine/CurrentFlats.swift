public import Coloring
internal import Projects
internal import Regions
internal import Synchronization

// The engine needs a moment to follow a correction; the screen does not. Flats cost a millisecond, so they are made anew from
// what the engine found last, by the function that the engine makes them with: what is seen is what its answer will say.
// Only what changes regions, or what the drawing is matched with, waits for the answer.

extension StudioState {
  /// The flats of the drawing that is seen, as the artist's edits leave them now; nil before the engine has seen it.
  public var flats: Flats? { analysis.map(flats) }

  /// The same of any drawing.
  ///
  /// - Complexity: that of `FlatsBasis.flats(_:)` once after an edit; else O(corrections).
  func flats(of analysis: Analysis) -> Flats { analysis.flats(decisions(for: analysis)) }

  /// `flats` with what is being tried in the mixer or in the list of colours.
  public var seenFlats: Flats? {
    guard let analysis else { return nil }
    let decisions = decisions(for: analysis)
    let flats = analysis.flats(decisions)
    switch overlay {
    case .mixer(let mixer): return analysis.flats(mixer.tried(on: decisions, flats.palette))
    case .chooser(let chooser): return analysis.flats(chooser.tried(on: decisions))
    default: return flats
    }
  }

  /// Whether regions are painted otherwise now than in the picture of `analysis`.
  public var areColoursAhead: Bool {
    guard let analysis, let seen = seenFlats else { return false }
    let answered = analysis.result.flats
    return zip(answered.flats, seen.flats).contains { before, now in
      before.entry.map { answered.palette.entries[$0].base }
        != now.entry.map { seen.palette.entries[$0].base }
    }
  }

  /// The artist's decisions on an analysed drawing; where it has other references now, those of when it had these.
  private func decisions(for analysis: Analysis) -> FlatsDecisions {
    guard let project = desk.project,
      let now = AnalysisOrder(analysis.order.drawing, in: project.state),
      now.references == analysis.order.references
    else { return FlatsDecisions(analysis.order) }
    return FlatsDecisions(now)
  }
}

extension FlatsDecisions {
  init(_ order: AnalysisOrder) {
    self.init(
      order.corrections, referenceLabels: order.referenceLabels, examples: order.examples,
      settings: order.settings)
  }
}

/// The flats that were asked for last: every part of the screen asks for them in every frame.
final class FlatsMemo: Sendable {
  /// Those of the artist's decisions, the same with what is tried, and one for an edit that is taken back.
  private static let capacity = 3

  /// Most recently used last.
  private let known = Mutex<[(decisions: FlatsDecisions, flats: Flats)]>([])

  func flats(_ decisions: FlatsDecisions, of basis: FlatsBasis) -> Flats {
    known.withLock { known in
      let found = known.firstIndex { $0.decisions == decisions }.map { known.remove(at: $0) }
      let latest = found ?? (decisions, basis.flats(decisions))
      if known.count == Self.capacity { known.removeFirst() }
      known.append(latest)
      return latest.flats
    }
  }
}
