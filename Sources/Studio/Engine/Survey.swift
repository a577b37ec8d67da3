internal import Coloring
internal import Projects
internal import Raster

// A list tells of each drawing how many regions it has and how many are in doubt, also of those that the artist never
// opened. When the artist rests and nothing else runs, the engine looks at the drawings that lack it, one at a time on one thread that
// gives way to the interface. A drawing that is opened, or a render comes first: the survey stops within 50 ms, and
// goes on when all is quiet again. What it found is kept, so a project of 200 drawings is surveyed once.

/// The look at the drawings that the artist has not opened.
public struct SurveyState: Sendable {
  /// The artist's rest before it begins, in milliseconds.
  static let delay = 1500

  /// The drawing that the engine looks at.
  public internal(set) var order: AnalysisOrder?
  /// The artist's last key or click, on the clock of `StudioState.now`.
  var lastInput = 0
  /// The number of journal lines when nothing was left to look at.
  var completeAt: Int?
  /// The drawings that the engine could not read.
  var failed: [PictureID: AnalysisOrder] = [:]

  public init() {}
}

extension StudioState {
  /// Asks for the survey of one drawing more, or for its end.
  mutating func wantedSurvey() -> [Effect] {
    guard canSurvey else {
      guard engine.survey.order != nil else { return [] }
      engine.survey.order = nil
      // The engine gave it up by itself where it has something better to do.
      return engine.analysing == nil ? [.stopSurvey] : []
    }
    guard engine.survey.order == nil, let due = surveyDue, due <= now else { return [] }
    guard let order = nextToSurvey else {
      engine.survey.completeAt = desk.project?.history.lines.count
      return []
    }
    engine.survey.order = order
    return [.survey(order)]
  }

  /// When the next drawing is looked at, on the clock of `now`; nil where nothing is left or something else runs.
  var surveyDue: Int? {
    guard canSurvey, engine.survey.order == nil,
      engine.survey.completeAt != desk.project?.history.lines.count
    else { return nil }
    return engine.survey.lastInput + SurveyState.delay
  }

  /// Takes in what the survey found.
  mutating func take(
    _ found: DrawingFacts?, _ palette: Palette?, _ picture: Image?, ofSurvey order: AnalysisOrder
  ) -> [Effect] {
    guard engine.survey.order == order else { return [] }
    if let palette { note(palette, readFor: order) }
    engine.survey.order = nil
    guard let found else {
      engine.survey.failed[order.drawing] = order
      return []
    }
    engine.facts[order.drawing] = found
    engine.facts[order.drawing]?.accept(desk.project?.state.accepted[order.drawing] ?? [])
    return [.keepFacts(engine.facts.mapValues(\.counts))]
      + (picture.map { show(coloured: $0, of: order.drawing) } ?? [])
  }

  /// Whether the lists are seen, and nothing is under way that the artist waits for.
  private var canSurvey: Bool {
    guard let project = desk.project, !project.isReadOnly else { return false }
    return screen == .pictures && engine.analysing == nil && result.composing == nil
      && parts.tool == nil
      && pictures.shelf.awaited.isEmpty
      && renders.queue.active.isEmpty && renders.queue.waiting.isEmpty
  }

  /// Those never seen come before those that were changed since.
  private var nextToSurvey: AnalysisOrder? {
    guard let state = desk.project?.state else { return nil }
    let orders = state.drawings.compactMap { AnalysisOrder($0.id, in: state) }.filter { order in
      engine.survey.failed[order.drawing] != order && engine.facts[order.drawing]?.order != order
    }
    return orders.first { engine.facts[$0.drawing] == nil } ?? orders.first
  }
}
