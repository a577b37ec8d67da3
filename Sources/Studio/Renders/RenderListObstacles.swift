internal import Projects
internal import Renders

// Why a command of the list of renders cannot be done now; nil where it can.

extension StudioState {
  var noRender: Phrase? {
    selectedRender == nil ? Phrase("No render yet; r queues one", "レンダーはまだありません。r で開始します") : nil
  }

  var noEndedRender: Phrase? {
    renders.queue.renders.contains { $0.group == .ended }
      ? nil : Phrase("Nothing has ended yet", "終わったレンダーはまだありません")
  }

  var noStandingRender: Phrase? {
    standingRenders.isEmpty && !renders.queue.isStopped
      ? Phrase("Nothing stands still", "止まっているレンダーはありません") : nil
  }

  var renderCancelObstacle: Phrase? {
    if let noRender { return noRender }
    return cancellableRenders.isEmpty ? Phrase("It has ended already", "すでに終わっています") : nil
  }

  var renderPauseObstacle: Phrase? {
    if let noRender { return noRender }
    return chosenRenders.contains { $0.isActive }
      ? nil : Phrase("Only what waits or runs can be paused", "待機中・実行中のものだけ一時停止できます")
  }

  var renderRetryObstacle: Phrase? {
    guard let render = selectedRender else { return noRender }
    if !retriableRenders.isEmpty { return nil }
    return render.state == .done
      ? Phrase("It is done; r renders the drawing anew", "完了しています。r で新しくレンダーします")
      : Phrase("It has not ended", "まだ終わっていません")
  }

  func obstacle(toMoving way: QueueMove) -> Phrase? {
    if let noRender { return noRender }
    if movable.isEmpty { return Phrase("Only what waits can be moved", "待機中のものだけ移動できます") }
    return place(for: way) == nil
      ? Phrase("It cannot go further that way", "これ以上は移動できません") : nil
  }

  var noRenderResult: Phrase? {
    selectedRender?.state == .done ? nil : Phrase("It has no result yet", "結果はまだありません")
  }

  var openResultObstacle: Phrase? {
    guard let render = selectedRender else { return noRender }
    return desk.project?.state[render.job.drawing] == nil
      ? Phrase("Its drawing is no longer in the project", "線画がプロジェクトにありません") : noRenderResult
  }

  var renderLogObstacle: Phrase? {
    guard let render = selectedRender else { return noRender }
    return render.log == nil ? Phrase("Nobody has begun it yet", "まだ始まっていません") : nil
  }
}
