internal import Projects
internal import Renders

/// A way through the queue, one place on or to its head.
enum QueueMove { case first, earlier, later }

extension StudioState {
  mutating func markRender() {
    if let number = renders.list.selected { renders.list.marked.formSymmetricDifference([number]) }
    moveInRenders(by: 1)
  }

  mutating func markAllRenders() {
    let all = Set(listedRenders.map(\.number))
    renders.list.marked = renders.list.marked.isSuperset(of: all) ? [] : all
  }

  mutating func moveRenders(_ way: QueueMove) -> [Effect] {
    place(for: way).map { [.wish(.move(movable, to: $0))] } ?? []
  }

  mutating func copyResultPath() -> [Effect] {
    guard let result = selectedRender?.result else { return [] }
    tell(.done, Phrase("Copied: \(result)", "コピーしました: \(result)"))
    return [.copy(result)]
  }

  /// Asks for it; the marks have had their use.
  mutating func wish(_ wish: RenderWish) -> [Effect] {
    renders.list.marked = []
    return [.wish(wish)]
  }

  mutating func moveInRenders(by distance: Int) {
    let numbers = listedRenders.map(\.number)
    guard !numbers.isEmpty else { return }
    let now = numbers.firstIndex { $0 == renders.list.selected } ?? 0
    renders.list.selected = numbers[max(0, min(numbers.count - 1, now + distance))]
  }

  mutating func markRenderRange() {
    let numbers = listedRenders.map(\.number)
    guard let selected = renders.list.selected else { return }
    guard let from = numbers.firstIndex(where: { $0 == renders.list.anchor }),
      let to = numbers.firstIndex(of: selected)
    else {
      renders.list.anchor = selected
      tell(.done, Phrase("Range begun: go to its end, then v", "範囲の終わりへ移動して v"))
      return
    }
    renders.list.marked.formUnion(numbers[min(from, to)...max(from, to)])
    renders.list.anchor = nil
  }

  mutating func pauseRenders() -> [Effect] {
    let active = chosenRenders.filter(\.isActive)
    let going = active.filter { $0.state != .paused && !$0.isToPause }
    return going.isEmpty ? wish(.goOn(active)) : wish(.pause(going))
  }

  mutating func openResult() -> [Effect] {
    guard let id = selectedRender?.job.drawing else { return [] }
    if !listed(.drawing).contains(where: { $0.id == id }) { pictures.filter = "" }
    pictures.list = .drawing
    pictures.selected[.drawing] = id
    return show(.result)
  }

  /// Renders that have ended go off the list; where nothing is left to go, all of it comes back.
  mutating func clearRenders() -> [Effect] {
    let ended = renders.queue.renders.filter { $0.group == .ended }.map(\.number)
    let leaving = ended.filter { !renders.list.cleared.contains($0) }
    if leaving.isEmpty {
      renders.list.cleared = []
      tell(.done, Phrase("All renders are listed again", "すべてのレンダーを一覧に戻しました"))
    } else {
      renders.list.cleared = Set(ended)
      tell(
        .done,
        Phrase(
          "\(leaving.count) off the list, their files stay; D lists them again",
          "\(leaving.count) 件を隠しました (ファイルは残ります)。D で戻せます"))
    }
    arrangeRenders()
    return [.savePreferences(preferences)]
  }

  var cancellableRenders: [Render] {
    chosenRenders.filter { ($0.isActive || $0.isInterrupted) && !$0.isToStop }
  }

  /// The renders that stand still and can go on: of the marked ones, or else all.
  var standingRenders: [Render] {
    let marked = listedRenders.filter { renders.list.marked.contains($0.number) }
    return (marked.isEmpty ? renders.queue.renders : marked).filter {
      $0.state == .paused || $0.isInterrupted || $0.isActive && $0.isToPause
    }
  }

  var failedRenders: [Render] {
    renders.queue.renders.filter { if case .failed = $0.state { true } else { false } }
  }

  var retriableRenders: [Render] {
    chosenRenders.filter { !$0.isActive && $0.state != .done }
  }

  /// The waiting ones of those chosen, in the order of their turns.
  var movable: [Render] {
    chosenRenders.filter { $0.isActive && !$0.isUnderWay }.sorted(by: RenderQueue.goesBefore)
  }

  /// The place that a move takes the chosen renders to; nil where they are there.
  func place(for way: QueueMove) -> RenderQueue.Place? {
    let waiting = renders.queue.active.filter { !$0.isUnderWay }.sorted(by: RenderQueue.goesBefore)
    let moved = Set(movable.map(\.number))
    guard let first = waiting.firstIndex(where: { moved.contains($0.number) }),
      let last = waiting.lastIndex(where: { moved.contains($0.number) })
    else { return nil }
    let isTogether = last - first + 1 == moved.count
    switch way {
    case .first: return first == 0 && isTogether ? nil : .first
    case .earlier:
      if first == 0 { return isTogether ? nil : .first }
      return .before(waiting[first - 1].number)
    case .later:
      if last == waiting.count - 1 { return isTogether ? nil : .last }
      return last + 2 < waiting.count ? .before(waiting[last + 2].number) : .last
    }
  }
}
