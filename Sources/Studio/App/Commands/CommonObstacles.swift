internal import Projects
internal import TerminalUI

// Needs that many commands share; each says in one sentence why it is not met, nil where it is.

extension StudioState {
  var noProject: Phrase? {
    desk.project == nil ? Phrase("No project is open", "プロジェクトが開いていません") : nil
  }

  var noDrawing: Phrase? {
    drawing == nil ? Phrase("No drawing is selected", "線画が選ばれていません") : nil
  }

  /// Why there are no regions to work on.
  var noAnalysis: Phrase? { analysis == nil ? analysisObstacle : nil }

  var noDoubt: Phrase? {
    doubtful.isEmpty ? Phrase("No region is in doubt", "要確認の領域はありません") : nil
  }

  /// Why there are no regions to work on.
  var analysisObstacle: Phrase {
    if let drawing, let project = desk.project, project.state.references(for: drawing.id).isEmpty {
      return Phrase(
        "This drawing has no reference yet; import one in F2", "色見本がありません。F2 の一覧で読み込んでください")
    }
    if let analysisFailure = engine.failure, analysisFailure.order.drawing == drawing?.id {
      return analysisFailure.reason
    }
    return Phrase("The regions are being found …", "領域を検出しています…")
  }
}
