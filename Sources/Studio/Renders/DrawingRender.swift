internal import Coloring
public import Projects
public import Renders

/// The state of a drawing's newest render.
public enum DrawingRender: Hashable, Sendable {
  case none
  case queued
  /// The share done, 0…1.
  case running(Double)
  case done
  /// Done, and the drawing was corrected since.
  case stale
  /// Why.
  case failed(RenderReason)
  case cancelled
  /// Its worker ended before it was done, as far as is known.
  case interrupted
}

extension DrawingRender {
  var isUnderWay: Bool {
    switch self {
    case .queued, .running: true
    case .none, .done, .stale, .failed, .cancelled, .interrupted: false
    }
  }

  /// As lists say it where there is room; nil where there is nothing to say.
  var word: Phrase? {
    switch self {
    case .none, .cancelled: nil
    case .queued: Phrase("waits", "レンダー待ち")
    case .running(let share):
      Phrase("rendering \(Int(share * 100)) %", "レンダー中 \(Int(share * 100)) %")
    case .done: Phrase("rendered", "レンダー済み")
    case .stale: Phrase("render stale", "レンダー後に変更")
    case .failed: Phrase("render failed", "レンダー失敗")
    case .interrupted: Phrase("render interrupted", "レンダー中断")
    }
  }

  /// A sign for lists; nothing where there is nothing to say.
  var mark: String {
    switch self {
    case .none, .cancelled: ""
    case .queued: Sign.queued.glyph
    case .running(let share): "\(Sign.rendering.glyph)\(Int(share * 100))%"
    case .done: Sign.rendered.glyph
    case .stale: Sign.stale.glyph
    case .failed: Sign.failed.glyph
    case .interrupted: Sign.interrupted.glyph
    }
  }
}

extension StudioState {
  /// Whether a render's drawing was corrected since.
  public func isStale(_ render: Render) -> Bool {
    renders.queue.stale.contains(render.number)
  }

  /// The state of a drawing's newest render.
  public func renderState(of drawing: PictureID) -> DrawingRender {
    renders.queue.states[drawing] ?? .none
  }

  /// Whether the drawing was corrected since its newest render was queued.
  func isRenderStale(of drawing: PictureID) -> Bool {
    renders.queue.newest[drawing].map { renders.queue.stale.contains($0) } ?? false
  }

  /// A sign for lists.
  func renderMark(of drawing: PictureID) -> String {
    let state = renderState(of: drawing)
    switch state {
    case .queued, .running:
      return state.mark + (isRenderStale(of: drawing) ? Sign.stale.glyph : "")
    default: return state.mark
    }
  }

  /// Takes note of what became of renders, and says what ended.
  mutating func take(_ present: [Render]) {
    let before = Dictionary(
      renders.queue.renders.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    let isFirst = !renders.queue.isKnown
    renders.queue.renders = present
    renders.queue.isKnown = true
    renders.queue.checked = nil
    if isFirst { welcomeBack() }
    arrangeRenders()
    if isFirst { return }
    for render in present {
      guard !render.isActive, before[render.number]?.isActive ?? true else { continue }
      let title = title(of: render.job.drawing) ?? render.job.drawing.rawValue
      if render.state != .cancelled { renders.announcement.add(isDone: render.state == .done) }
      switch render.state {
      case .done: tell(.done, Phrase("Rendered \(title)", "\(title) のレンダーが完了しました"))
      case .failed(let reason):
        tell(
          .failed,
          Phrase(
            "\(title) was not rendered: \(reason.phrase.english)",
            "\(title) のレンダーに失敗: \(reason.phrase.japanese)"))
      case .cancelled:
        tell(.warning, Phrase("Cancelled the render of \(title)", "\(title) のレンダーを中止しました"))
      case .interrupted(let how), .unknown(let how):
        tell(
          .failed,
          Phrase(
            "The render of \(title) did not end: \(how.phrase.english); F6, then c takes it up again",
            "\(title) のレンダーが途中で止まりました (\(how.phrase.japanese))。F6 のあと c で続けられます"))
      case .queued, .waiting, .running, .paused: break
      }
    }
  }

  /// Finds the state of each drawing's newest render, where edits or renders are new.
  mutating func settleRenders() {
    guard let project = desk.project, renders.queue.checked != project.history.lines.count else {
      return
    }
    renders.queue.checked = project.history.lines.count
    var newest: [PictureID: Render] = [:]
    for render in renders.queue.renders { newest[render.job.drawing] = render }
    renders.queue.newest = newest.mapValues(\.number)
    renders.queue.findStale(in: project.history)
    renders.queue.states = newest.mapValues { render in
      switch render.state {
      case .queued, .waiting, .paused: .queued
      case .running: .running(render.progress?.overall ?? 0)
      case .done: renders.queue.stale.contains(render.number) ? .stale : .done
      case .failed(let reason): .failed(reason)
      case .cancelled: .cancelled
      case .interrupted, .unknown: .interrupted
      }
    }
  }
}

/// The renders of the project, as their folders tell.
public struct RenderQueueState: Sendable {
  /// By their numbers, the newest last.
  public internal(set) var renders: [Render] = []
  /// Whether the folders have been looked at.
  var isKnown = false
  /// The memory of them that was last written down.
  var remembered: RenderMemory?
  var states: [PictureID: DrawingRender] = [:]
  /// The number of each drawing's newest render.
  var newest: [PictureID: Int] = [:]
  /// Renders of what has been corrected since they were queued, by their numbers.
  public internal(set) var stale: Set<Int> = []
  private var keys = CurrentKeys()
  /// Whether the project's folder is no longer where it was opened.
  public internal(set) var isLost = false
  /// The number of journal lines when `states` was found; nil where renders are new.
  var checked: Int?
  /// Jobs that wait until the edits they count on are safe on disk.
  var waiting: [RenderJob] = []

  public init() {}

  /// Those that wait or run, the oldest first.
  public var active: [Render] { renders.filter(\.isActive) }

  /// Whether something waits that nobody takes.
  public var isStopped: Bool {
    renders.contains { if case .waiting = $0.state { true } else { false } }
  }

  /// - Complexity: O(drawings' corrections) after an edit, O(renders) else.
  mutating func findStale(in history: History) {
    keys.follow(history)
    stale = []
    for render in renders where keys.key(of: render.job, in: history.state) != render.job.key {
      stale.insert(render.number)
    }
  }
}

/// The project's present drawings, as the jobs of renders name them; found once for all renders of a drawing.
struct CurrentKeys: Sendable {
  private struct Inputs: Hashable {
    let drawing: PictureID
    let given: GivenSettings
  }

  private var keys: [Inputs: String] = [:]
  /// The number of journal lines when `keys` were found.
  private var lines = 0

  mutating func follow(_ history: History) {
    if lines != history.lines.count { keys = [:] }
    lines = history.lines.count
  }

  mutating func key(of job: RenderJob, in state: ProjectState) -> String {
    let inputs = Inputs(drawing: job.drawing, given: job.given)
    if let known = keys[inputs] { return known }
    let key = state.contentKey(for: job.drawing, given: job.given).description
    keys[inputs] = key
    return key
  }
}
