import Coloring
import Projects
import Raster
public import Regions

extension StudioState {
  /// Takes the engine's results for the drawing; they may be of an earlier state of its corrections.
  public var analysis: Analysis? {
    guard let id = drawing?.id else { return nil }
    return desk.analyses.last { $0.order.drawing == id }
  }

  /// Whether `analysis` is what the corrections lead to now.
  public var isAnalysisFresh: Bool {
    guard let analysis, let drawing, let project = desk.project else { return false }
    return AnalysisOrder(drawing.id, in: project.state) == analysis.order
  }

  /// Whether what is seen of the analysis is to be dimmed: its regions or references are old, and the engine needs long
  /// enough for it to be noticed. What follows from other decisions is seen as they are now.
  public var isAnalysisDimmed: Bool {
    guard let analysis, let project = desk.project, engine.analysing?.isShown(at: now) ?? true
    else { return false }
    return AnalysisOrder(analysis.order.drawing, in: project.state)?.basis != analysis.order.basis
  }

  /// The selected region in the present analysis.
  public var region: Region? {
    guard let map = analysis?.result.map, let focus = desk.focus, map.labels.contains(focus) else {
      return nil
    }
    return map[map.labels[focus]]
  }

  /// Asks the engine for the drawing that is seen, where it has not what the corrections lead to.
  mutating func wantedAnalysis() -> [Effect] {
    guard screen != .pictures, screen != .renders, let project = desk.project, let drawing,
      let order = AnalysisOrder(drawing.id, in: project.state),
      order != analysis?.order, order != engine.analysing?.order, order != engine.failure?.order
    else { return [] }
    engine.analysing = AnalysisProgress(order: order, since: now, share: 0, stage: .lineArt)
    // There has to be room for it before it comes.
    if analysis == nil { keepAnalyses(beside: drawing.width * drawing.height) }
    return [.analyse(order)]
  }

  /// Lets go of the analyses seen least recently, and of what was composed of them.
  private mutating func keepAnalyses(beside pixels: Int) {
    while !desk.analyses.isEmpty,
      desk.analyses.map(\.pixels).reduce(pixels, +) > Analysis.keptPixels
    {
      let oldest = desk.analyses.removeFirst().order.drawing
      result.forgetCompositions(of: oldest)
    }
  }

  /// Shows in the lists how a drawing is coloured, and keeps it for the next start.
  mutating func show(coloured image: Image, of drawing: PictureID) -> [Effect] {
    pictures.shelf.take(image, of: drawing)
    return desk.project?.isReadOnly == false ? [.keepThumbnail(image, of: drawing)] : []
  }

  mutating func follow(_ order: AnalysisOrder, share: Double, stage: StageKind) {
    guard engine.analysing?.order == order else { return }
    engine.analysing?.share = share
    engine.analysing?.stage = stage
  }

  mutating func take(_ analysis: Analysis) -> [Effect] {
    // The obstacle that a key was refused for is gone.
    if analysis.order.drawing == drawing?.id, notice?.text == analysisObstacle { notice = nil }
    if engine.analysing?.order == analysis.order { engine.analysing = nil }
    engine.failure = nil
    desk.analyses.removeAll { $0.order.drawing == analysis.order.drawing }
    keepAnalyses(beside: analysis.pixels)
    desk.analyses.append(analysis)
    note(analysis.result.flats.sourcePalette, readFor: analysis.order)
    let settled = settleRedrawn(analysis)
    noteUses(analysis)
    let accepted = desk.project?.state.accepted[analysis.order.drawing] ?? []
    engine.facts[analysis.order.drawing] = DrawingFacts(analysis, accepted: accepted)
    let keeping =
      settled + [Effect.keepFacts(engine.facts.mapValues(\.counts))]
      + show(coloured: analysis.thumbnail, of: analysis.order.drawing)
    guard let state = desk.project?.state, let drawing = state[analysis.order.drawing] else {
      return keeping
    }
    let references = analysis.order.references.compactMap { state[$0] }
    // Found for other references than there are now: the next analysis is written.
    guard references.count == analysis.order.references.count else { return keeping }
    return keeping + [.keep(analysis, of: drawing, references: references, parts: allParts)]
  }

  /// Keeps the count of doubtful regions as it is now, where the artist has settled some that the engine need not know of.
  mutating func keptDoubts() -> [Effect] {
    guard isAnalysisFresh, let analysis, let counted = engine.facts[analysis.order.drawing],
      counted.order == analysis.order
    else { return [] }
    let count = doubtful(in: analysis).count
    if counted.counts.doubtful == count { return [] }
    engine.facts[analysis.order.drawing]?.counts.doubtful = count
    return [.keepFacts(engine.facts.mapValues(\.counts))]
  }

  mutating func fail(_ order: AnalysisOrder, _ reason: Phrase) {
    if engine.analysing?.order == order { engine.analysing = nil }
    engine.failure = (order, reason)
    tell(.failed, reason)
  }
}
