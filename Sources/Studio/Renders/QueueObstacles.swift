internal import Projects

// Why starting or stopping renders cannot be done now; nil where it can.

extension StudioState {
  /// Why the chosen drawings cannot be rendered.
  var renderObstacle: Phrase? {
    let drawings = chosenDrawings
    if drawings.isEmpty { return Phrase("No drawing is selected", "線画が選ばれていません") }
    return drawings.contains { desk.project?.state.references(for: $0).isEmpty == false }
      ? nil
      : Phrase("This drawing has no reference yet; import one in F2", "色見本がありません。F2 の一覧で読み込んでください")
  }

  var noStaleDrawing: Phrase? {
    staleDrawings.isEmpty
      ? Phrase("Every drawing that has a reference is rendered as it is", "色見本のある線画はすべてレンダー済みです")
      : nil
  }

  var noActiveRender: Phrase? {
    renders.queue.active.isEmpty ? Phrase("Nothing is being rendered", "レンダー中のものはありません") : nil
  }
}
