public import Projects

/// How far the newest render of a drawing is.
public enum DrawingRender: Hashable, Sendable {
  case none
  case queued
  /// The share done, 0…1.
  case running(Double)
  case done
  /// Done, and the drawing was corrected since.
  case stale
  /// Why.
  case failed(String)
  case cancelled
  /// Its worker ended before it was done, as far as is known.
  case interrupted
}

extension DrawingRender {
  /// A sign for lists, after a blank; nothing where there is nothing to say.
  var mark: String {
    switch self {
    case .none, .cancelled: ""
    case .queued: " " + Sign.queued.glyph
    case .running(let share): " \(Sign.rendering.glyph)\(Int(share * 100))%"
    case .done: " " + Sign.rendered.glyph
    case .stale: " " + Sign.stale.glyph
    case .failed, .interrupted: " " + Sign.failed.glyph
    }
  }
}

extension StudioState {
  /// Whether a render's drawing was corrected since.
  public func isStale(_ render: Render) -> Bool {
    project.map { render.job.isStale(in: $0.state) } ?? false
  }

  /// How far the newest render of a drawing is.
  public func renderState(of drawing: PictureID) -> DrawingRender {
    renderQueue.states[drawing] ?? .none
  }

  /// Takes note of what became of renders, and says what ended.
  mutating func take(_ renders: [Render]) {
    let before = Dictionary(
      renderQueue.renders.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    let isFirst = !renderQueue.isKnown
    renderQueue.renders = renders
    renderQueue.isKnown = true
    renderQueue.checked = nil
    if isFirst { return }
    for render in renders {
      guard !render.isActive, before[render.number]?.isActive ?? true else { continue }
      let title = title(of: render.job.drawing) ?? render.job.drawing.rawValue
      switch render.state {
      case .done: tell(.done, Phrase("Rendered \(title)", "\(title) のレンダーが完了しました"))
      case .failed(let reason):
        tell(
          .failed, Phrase("\(title) was not rendered: \(reason)", "\(title) のレンダーに失敗: \(reason)"))
      case .cancelled:
        tell(.warning, Phrase("Cancelled the render of \(title)", "\(title) のレンダーを中止しました"))
      case .interrupted(let how), .unknown(let how):
        tell(
          .failed,
          Phrase(
            "The render of \(title) did not end: \(how); r starts it again",
            "\(title) のレンダーが途中で止まりました (\(how))。r でやり直せます"))
      case .queued, .waiting, .running, .paused: break
      }
    }
  }

  /// Finds the state of each drawing's newest render, where edits or renders are new.
  ///
  /// - Complexity: O(finished renders' corrections) after an edit.
  mutating func settleRenders() {
    guard let project, renderQueue.checked != project.history.lines.count else { return }
    renderQueue.checked = project.history.lines.count
    var newest: [PictureID: Render] = [:]
    for render in renderQueue.renders { newest[render.job.drawing] = render }
    renderQueue.states = newest.mapValues { render in
      switch render.state {
      case .queued, .waiting, .paused: .queued
      case .running: .running(render.progress?.overall ?? 0)
      case .done: render.job.isStale(in: project.state) ? .stale : .done
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
  var states: [PictureID: DrawingRender] = [:]
  /// How many journal lines there were when `states` was found; nil where renders are new.
  var checked: Int?
  /// Jobs that wait until the edits they count on are safe on disk.
  var waiting: [RenderJob] = []

  public init() {}

  /// Those that wait or run, the oldest first.
  public var active: [Render] { renders.filter(\.isActive) }
}
