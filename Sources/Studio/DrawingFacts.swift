internal import Coloring
public import Projects
internal import Regions
public import TerminalUI

/// What is known of a drawing since the engine last saw it.
public struct DrawingFacts: Hashable, Sendable {
  /// What they were found for; nil where that was in an earlier run of the studio, and is not what is asked for now.
  public var order: AnalysisOrder?
  public var counts: DrawingCounts

  /// What would settle each region that was in doubt; none where it was found in an earlier run.
  private var doubts: [Acceptance] = []

  /// - Parameter accepted: regions of the drawing that are right as they are.
  init(_ analysis: Analysis, accepted: [Acceptance] = []) {
    order = analysis.order
    let settled = analysis.settlements(by: analysis.order.corrections, accepted: [])
    let result = analysis.result
    doubts = analysis.doubts.map(\.label).filter { settled[$0] == nil }.map {
      Acceptance(region: result.map.name(of: $0), entry: result.paintName(of: $0))
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

  /// What was kept of a drawing.
  ///
  /// - Parameter now: what the engine would be asked for; nil where the drawing has no reference.
  init(_ counts: DrawingCounts, now: AnalysisOrder?) {
    self.counts = counts
    order = now?.key.description == counts.key ? now : nil
  }
}

/// A few words on a picture's state, and how they look.
public struct StateChip: Hashable, Sendable {
  public var text: Phrase
  public var role: Role
}

extension StudioState {
  /// A picture's state in a few words: how much of it is in doubt, or what it lacks.
  public func chip(of picture: Picture) -> StateChip {
    if pictures.failures[picture.id] != nil {
      return StateChip(text: Phrase("unreadable", "読込不可"), role: .error)
    }
    guard picture.kind == .drawing, let project else {
      return StateChip(text: Phrase(same: ""), role: .muted)
    }
    guard let order = AnalysisOrder(picture.id, in: project.state) else {
      return StateChip(text: Phrase("no reference", "参照なし"), role: .warning)
    }
    if let analysing, analysing.order == order {
      return StateChip(text: Phrase(same: "\(Int(analysing.share * 100)) %"), role: .accent)
    }
    let render = renderMark(of: picture.id)
    guard let facts = facts[picture.id] else {
      return StateChip(
        text: Phrase("new\(render)", "未処理\(render)"), role: .muted)
    }
    let stale = (facts.order == order ? "" : Sign.changed.glyph) + render
    let regions = facts.counts.regions
    let doubtful = doubtfulCount(of: picture.id) ?? facts.counts.doubtful
    if doubtful == 0 {
      return StateChip(
        text: Phrase(same: "\(regions) \(Sign.certain.glyph)\(stale)"), role: .success)
    }
    return StateChip(
      text: Phrase(same: "\(regions) \(Sign.doubtful.glyph)\(doubtful)\(stale)"), role: .doubtful)
  }
}

/// The grid of pictures: how large its places are, in cells.
public enum GridShape {
  public static let columns = 22
  public static let rows = 12
}

extension StudioState {
  /// How many pictures stand side by side in the grid.
  public var gridColumns: Int { max(1, (size.columns - 2) / GridShape.columns) }
}
