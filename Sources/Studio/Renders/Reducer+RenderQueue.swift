internal import Coloring
internal import ImageFormats
internal import Projects
internal import Renders

extension StudioState {
  /// Among pictures the marked drawings, or else the selected one; among renders those of the marked ones, or of the
  /// selected one; elsewhere the drawing that is seen, whatever is marked where the artist does not see it.
  var chosenDrawings: [PictureID] {
    if screen == .renders, !chosenRenders.isEmpty {
      let wanted = Set(chosenRenders.map(\.job.drawing))
      return desk.project?.state.drawings.map(\.id).filter(wanted.contains) ?? []
    }
    let marked =
      screen == .pictures ? listed(.drawing).map(\.id).filter(pictures.marked.contains) : []
    return marked.isEmpty ? drawing.map { [$0.id] } ?? [] : marked
  }

  /// Puts drawings in the queue, and has the workers go on with what waits in it.
  mutating func startRenders(of drawings: [PictureID]) -> [Effect] {
    queueRenders(of: drawings)
    if screen == .renders { renders.list.marked = [] }
    // Those of an earlier session wait until somebody wants them.
    let isStopped = renders.queue.active.contains {
      if case .waiting = $0.state { true } else { false }
    }
    return isStopped && renders.queue.waiting.isEmpty ? [.startRenders([])] : []
  }

  mutating func changeAnnouncement() -> [Effect] {
    renders.announcement.kind = renders.announcement.kind.next
    tell(.done, renders.announcement.kind.phrase)
    return [.savePreferences(preferences)]
  }

  /// Turns to the next layered format that renders write too, after the last to none.
  mutating func changeLayers() {
    let all = LayeredFormat.all
    let next = result.layers.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    result.layers = next < all.count ? all[next] : nil
    let what = result.layers.map { " + " + $0.suffix } ?? ""
    tell(.done, Phrase("Renders write .png\(what)", "レンダーの出力: .png\(what)"))
  }

  /// The drawing's renders that wait or run; where it has none, all.
  var rendersHere: [Render] {
    let own = renders.queue.active.filter { $0.job.drawing == drawing?.id }
    return own.isEmpty ? renders.queue.active : own
  }

  /// The drawings with a reference whose newest render is neither under way nor done as they are now.
  var staleDrawings: [PictureID] {
    guard let state = desk.project?.state else { return [] }
    return state.drawings.map(\.id).filter { id in
      if state.references(for: id).isEmpty { return false }
      switch renderState(of: id) {
      case .done: return false
      case .queued, .running: return isRenderStale(of: id)
      case .none, .stale, .failed, .cancelled, .interrupted: return true
      }
    }
  }

  private mutating func queueRenders(of drawings: [PictureID]) {
    guard let project = desk.project else { return }
    var given = GivenSettings()
    given.background = result.background
    var jobs: [RenderJob] = []
    var isWaiting = 0
    for id in drawings where !project.state.references(for: id).isEmpty {
      let job = RenderJob(of: id, in: project.history, given: given, layers: result.layers)
      let isThere = (renders.queue.active.map(\.job) + renders.queue.waiting).contains {
        $0.drawing == id && $0.key == job.key && $0.layers == job.layers
      }
      if isThere { isWaiting += 1 } else { jobs.append(job) }
    }
    renders.queue.waiting += jobs
    if jobs.isEmpty, isWaiting > 0 {
      tell(.warning, Phrase("It is being rendered already", "すでにレンダー中です"))
    } else {
      tell(
        .done,
        Phrase(
          "Rendering \(jobs.count == 1 ? title(of: jobs[0].drawing) ?? "" : "\(jobs.count) drawings") in the background",
          "\(jobs.count == 1 ? title(of: jobs[0].drawing) ?? "" : "\(jobs.count) 枚")をレンダーします"))
    }
  }

  /// Starts the renders that were waiting for their edits to be safe: a worker reads them from the disk.
  mutating func wantedRenders() -> [Effect] {
    guard let project = desk.project, project.journalTrouble == nil else { return [] }
    let ready = renders.queue.waiting.filter { $0.position <= project.confirmed }
    if ready.isEmpty { return [] }
    renders.queue.waiting.removeAll { $0.position <= project.confirmed }
    return [.startRenders(ready)]
  }
}
