public import Projects

/// The engine's work, as far as the studio follows it.
public struct EngineState: Sendable {
  /// The present work.
  public var analysing: AnalysisProgress?
  /// Why a drawing could not be coloured.
  public var failure: (order: AnalysisOrder, reason: Phrase)?
  /// The facts known of each drawing that the engine has seen.
  public var facts: [PictureID: DrawingFacts] = [:]
  /// The work where the artist waits for nothing.
  public var survey = SurveyState()
}
