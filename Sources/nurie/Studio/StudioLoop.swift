import Glibc
import Screens
import Studio
import TerminalUI

/// Runs the studio on a terminal: events become actions, actions change the state and have effects, the
/// state becomes cells. Everything slow happens elsewhere and comes back through the mailbox.
struct StudioLoop {
  let backend: any Backend
  let runner: EffectRunner
  let mailbox: Mailbox
  var state: StudioState

  private let cache = ViewCache()
  private var frame = Frame(surface: Surface(width: 0, height: 0))
  private var shownTheme: Theme?
  private var isOver = false
  /// The project to go on with.
  private var next: String?
  /// Whether the state may have changed since it was shown.
  private var isStale = true

  init(backend: any Backend, runner: EffectRunner, mailbox: Mailbox, state: StudioState) {
    self.backend = backend
    self.runner = runner
    self.mailbox = mailbox
    self.state = state
  }

  /// Runs until the artist leaves the project or the terminal is gone.
  ///
  /// - Returns: the project to open next; nil to end.
  mutating func run() -> String? {
    tick()
    while true {
      for action in mailbox.drain() { handle(action) }
      if isOver { return next }
      if isStale {
        if shownTheme != state.shownTheme {
          backend.keepExact(state.shownTheme.colors)
          shownTheme = state.shownTheme
        }
        frame = view(state, cache: cache)
        isStale = !backend.show(frame.surface, cursor: frame.cursor)
      }
      let events = backend.events(timeout: state.nextChange.map { max(0, $0 - state.now) })
      tick()
      for action in actions(for: events) { handle(action) }
    }
  }

  private mutating func tick() {
    let change = state.nextChange
    handle(.clock(milliseconds(CLOCK_MONOTONIC), wall: milliseconds(CLOCK_REALTIME) / 1000))
    // Time alone changes nothing that is seen, unless something was waiting for it.
    if let change, change <= state.now { isStale = true }
  }

  private mutating func handle(_ action: Action) {
    if case .clock = action {} else { isStale = true }
    for effect in reduce(&state, action) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .open(let path):
      next = path
      isOver = true
    case .suspend: backend.suspend()
    case .repaint: backend.repaint()
    case .setMouse(let isOn): backend.captureMouse(isOn)
    case .announce(let note): backend.ring(note)
    case .copy(let text):
      if !backend.copy(text) {
        handle(
          .happened(
            .failed,
            Phrase("This text could not be copied from here", "ここからコピーできませんでした")))
      }
    default: runner.run(effect)
    }
  }

  /// Keys that came at once stay together: they may be a paste.
  private func actions(for events: [TerminalEvent]) -> [Action] {
    var actions: [Action] = []
    var keys: [Key] = []
    for event in events {
      if case .key(let key) = event {
        keys.append(key)
        continue
      }
      if !keys.isEmpty { actions.append(.keys(keys)) }
      keys = []
      actions += [action(for: event)].compactMap(\.self)
    }
    if !keys.isEmpty { actions.append(.keys(keys)) }
    return actions
  }

  private func action(for event: TerminalEvent) -> Action? {
    switch event {
    case .key(let key): return .key(key)
    case .paste(let text): return .paste(text)
    case .focus(let hasFocus): return .focus(hasFocus)
    case .mouse(let mouse):
      return state.terminal.isMouseOn
        ? .pointer(
          Pointer(mouse.kind, on: frame.target(at: mouse.cell), modifiers: mouse.modifiers)) : nil
    case .resized:
      let size = backend.size
      return .resized(columns: size.columns, rows: size.rows, backend.capabilities)
    case .hangUp: return .hangUp
    }
  }

  private func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
