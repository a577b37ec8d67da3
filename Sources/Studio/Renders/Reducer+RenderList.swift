internal import Projects
internal import Renders

extension StudioState {
  func obstacle(to command: RenderListCommand) -> Phrase? {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last, .layers: return nil
    case .clear:
      return renderQueue.renders.contains { $0.group == .ended }
        ? nil : Phrase("Nothing has ended yet", "終わったレンダーはまだありません")
    case .goOn:
      return standing.isEmpty && !renderQueue.isStopped
        ? Phrase("Nothing stands still", "止まっているレンダーはありません") : nil
    case .retryFailed:
      return failed.isEmpty ? Phrase("None has failed", "失敗したレンダーはありません") : nil
    default: break
    }
    guard let render = selectedRender else {
      return Phrase("No render yet; r queues one", "レンダーはまだありません。r で開始します")
    }
    switch command {
    case .cancel:
      return cancellableRenders.isEmpty
        ? Phrase("It has ended already", "すでに終わっています") : nil
    case .pause:
      return chosenRenders.contains { $0.isActive }
        ? nil : Phrase("Only what waits or runs can be paused", "待機中・実行中のものだけ一時停止できます")
    case .retry:
      return retriable.isEmpty ? retryObstacle(render) : nil
    case .moveUp, .moveDown, .moveFirst:
      if movable.isEmpty { return Phrase("Only what waits can be moved", "待機中のものだけ移動できます") }
      return place(for: command) == nil
        ? Phrase("It cannot go further that way", "これ以上は移動できません") : nil
    case .open:
      if project?.state[render.job.drawing] == nil {
        return Phrase("Its drawing is no longer in the project", "線画がプロジェクトにありません")
      }
      return render.state == .done ? nil : Phrase("It has no result yet", "結果はまだありません")
    case .copyPath:
      return render.state == .done ? nil : Phrase("It has no result yet", "結果はまだありません")
    case .log:
      return render.log == nil ? Phrase("Nobody has begun it yet", "まだ始まっていません") : nil
    default: return nil
    }
  }

  mutating func perform(_ command: RenderListCommand) -> [Effect] {
    switch command {
    case .up: moveInRenders(by: -1)
    case .down: moveInRenders(by: 1)
    case .pageUp: moveInRenders(by: -10)
    case .pageDown: moveInRenders(by: 10)
    case .first: moveInRenders(by: -renderQueue.renders.count)
    case .last: moveInRenders(by: renderQueue.renders.count)
    case .mark:
      if let number = renderList.selected { renderList.marked.formSymmetricDifference([number]) }
      moveInRenders(by: 1)
    case .range: markRenderRange()
    case .markAll:
      let all = Set(listedRenders.map(\.number))
      renderList.marked = renderList.marked.isSuperset(of: all) ? [] : all
    case .cancel: return wish(.cancel(cancellableRenders))
    case .pause: return pause()
    case .goOn: return wish(.goOn(standing))
    case .retry: return wish(.retry(retriable))
    case .retryFailed: return wish(.retry(failed))
    case .moveUp, .moveDown, .moveFirst:
      return place(for: command).map { [.wish(.move(movable, to: $0))] } ?? []
    case .open: openResult()
    case .log: return selectedRender.map { [.readRenderLog($0)] } ?? []
    case .copyPath:
      guard let result = selectedRender?.result else { return [] }
      tell(.done, Phrase("Copied: \(result)", "コピーしました: \(result)"))
      return [.copy(result)]
    case .clear:
      clear()
      return [.savePreferences(preferences)]
    case .layers: return perform(QueueCommand.layers)
    }
    return []
  }

  /// Asks for it; the marks have had their use.
  private mutating func wish(_ wish: RenderWish) -> [Effect] {
    renderList.marked = []
    return [.wish(wish)]
  }

  private mutating func moveInRenders(by distance: Int) {
    let numbers = listedRenders.map(\.number)
    guard !numbers.isEmpty else { return }
    let now = numbers.firstIndex { $0 == renderList.selected } ?? 0
    renderList.selected = numbers[max(0, min(numbers.count - 1, now + distance))]
  }

  private mutating func markRenderRange() {
    let numbers = listedRenders.map(\.number)
    guard let selected = renderList.selected else { return }
    guard let from = numbers.firstIndex(where: { $0 == renderList.anchor }),
      let to = numbers.firstIndex(of: selected)
    else {
      renderList.anchor = selected
      tell(.done, Phrase("Range begun: go to its end, then v", "範囲の終わりへ移動して v"))
      return
    }
    renderList.marked.formUnion(numbers[min(from, to)...max(from, to)])
    renderList.anchor = nil
  }

  private mutating func pause() -> [Effect] {
    let active = chosenRenders.filter(\.isActive)
    let going = active.filter { $0.state != .paused && !$0.isToPause }
    return going.isEmpty ? wish(.goOn(active)) : wish(.pause(going))
  }

  private mutating func openResult() {
    guard let id = selectedRender?.job.drawing else { return }
    if !listed(.drawing).contains(where: { $0.id == id }) { pictures.filter = "" }
    pictures.list = .drawing
    pictures.selected[.drawing] = id
    screen = .result
  }

  /// Renders that have ended go off the list; where nothing is left to go, all of it comes back.
  private mutating func clear() {
    let ended = renderQueue.renders.filter { $0.group == .ended }.map(\.number)
    defer { arrangeRenders() }
    let leaving = ended.filter { !renderList.cleared.contains($0) }
    if leaving.isEmpty {
      renderList.cleared = []
      tell(.done, Phrase("All renders are listed again", "すべてのレンダーを一覧に戻しました"))
    } else {
      renderList.cleared = Set(ended)
      tell(
        .done,
        Phrase(
          "\(leaving.count) off the list, their files stay; D lists them again",
          "\(leaving.count) 件を隠しました (ファイルは残ります)。D で戻せます"))
    }
  }

  private var cancellableRenders: [Render] {
    chosenRenders.filter { ($0.isActive || $0.isInterrupted) && !$0.isToStop }
  }

  /// The renders that stand still and can go on: of the marked ones, or else all.
  private var standing: [Render] {
    let marked = listedRenders.filter { renderList.marked.contains($0.number) }
    return (marked.isEmpty ? renderQueue.renders : marked).filter {
      $0.state == .paused || $0.isInterrupted || $0.isActive && $0.isToPause
    }
  }

  private var failed: [Render] {
    renderQueue.renders.filter { if case .failed = $0.state { true } else { false } }
  }

  private var retriable: [Render] {
    chosenRenders.filter { !$0.isActive && $0.state != .done }
  }

  private func retryObstacle(_ render: Render) -> Phrase {
    render.state == .done
      ? Phrase("It is done; r renders the drawing anew", "完了しています。r で新しくレンダーします")
      : Phrase("It has not ended", "まだ終わっていません")
  }

  /// The waiting ones of those chosen, in the order of their turns.
  private var movable: [Render] {
    chosenRenders.filter { $0.isActive && !$0.isUnderWay }.sorted(by: RenderQueue.goesBefore)
  }

  /// Where a move takes the chosen ones; nil where they are there.
  private func place(for command: RenderListCommand) -> RenderQueue.Place? {
    let waiting = renderQueue.active.filter { !$0.isUnderWay }.sorted(by: RenderQueue.goesBefore)
    let moved = Set(movable.map(\.number))
    guard let first = waiting.firstIndex(where: { moved.contains($0.number) }),
      let last = waiting.lastIndex(where: { moved.contains($0.number) })
    else { return nil }
    let isTogether = last - first + 1 == moved.count
    switch command {
    case .moveFirst: return first == 0 && isTogether ? nil : .first
    case .moveUp:
      if first == 0 { return isTogether ? nil : .first }
      return .before(waiting[first - 1].number)
    default:
      if last == waiting.count - 1 { return isTogether ? nil : .last }
      return last + 2 < waiting.count ? .before(waiting[last + 2].number) : .last
    }
  }
}
