internal import Coloring
public import Projects
internal import Regions

/// The facts known of a drawing since the engine last saw it.
public struct DrawingFacts: Hashable, Sendable {
  /// The order they were found for; nil where that was in an earlier run of the studio, and is not what is asked for now.
  public var order: AnalysisOrder?
  public var counts: DrawingCounts

  /// The answer that would settle each region that was in doubt; none where it was found in an earlier run.
  private var doubts: [Acceptance] = []

  /// - Parameter accepted: regions of the drawing that are right as they are.
  init(_ analysis: Analysis, accepted: [Acceptance] = []) {
    order = analysis.order
    let (map, flats) = (analysis.result.map, analysis.result.flats)
    let settled = flats.settlements(on: map)
    doubts = flats.doubts.map(\.label).filter { settled[$0] == nil }.map {
      Acceptance(region: map.name(of: $0), entry: flats.paintName(of: $0))
    }
    counts = DrawingCounts(
      key: analysis.order.key,
      regions: analysis.result.map.regions.filter { !$0.isBackground }.count,
      doubtful: doubts.count)
    accept(accepted)
  }

  /// Takes regions that are right as they are out of the count.
  mutating func accept(_ accepted: [Acceptance]) {
    if order == nil || doubts.isEmpty { return }
    let accepted = Set(accepted)
    counts.doubtful = doubts.count { !accepted.contains($0) }
  }

  /// Takes them for what would be found for another order.
  mutating func stand(for order: AnalysisOrder) {
    self.order = order
    counts.key = order.key.description
  }

  /// The facts that were kept of a drawing.
  ///
  /// - Parameter now: what the engine would be asked for; nil where the drawing has no reference.
  init(_ counts: DrawingCounts, now: AnalysisOrder?) {
    self.counts = counts
    order = now?.key.description == counts.key ? now : nil
  }
}
