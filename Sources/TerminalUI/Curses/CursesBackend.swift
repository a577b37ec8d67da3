import Glibc
public import Raster

/// A terminal, drawn on through ncurses.
///
/// ncurses only works out the bytes of a frame; they are written here, as the terminal takes them, and while
/// some are left no new frame is begun. So a terminal that stops reading never stops the program, and when
/// it goes on it gets one frame, the newest. The first frame does not wait for what the terminal says of
/// itself: where its answer changes what it can show, `.resized` comes.
public final class CursesBackend: Backend {
  private let device: TerminalDevice
  private let environment: TerminalEnvironment
  private let overrides: CapabilityOverrides
  private let modes: TerminalModes
  private let waker = Waker()
  private var encoder: FrameEncoder
  private var decoder: InputDecoder
  private var answers = TerminalAnswers()
  public private(set) var capabilities: Capabilities
  private var wantsMouse = true
  private var saidHangUp = false
  /// The signal that came to end the program, or SIGHUP where the terminal has gone; nil until then.
  public private(set) var ending: Int32?

  /// Takes over a terminal: after this the screen is nurie's.
  ///
  /// Changes the process's locale and, for a moment, its environment: make it before other threads run.
  ///
  /// - Parameters:
  ///   - path: of the terminal.
  ///   - exact: colours that are shown exactly, the theme's; others are rounded to 5 bits a channel.
  ///   - catchesSignals: whether SIGHUP, SIGTERM and SIGINT come as `.hangUp`, and a change of size, a stop
  ///     and going on are noticed.
  public init(
    path: String = "/dev/tty", environment: TerminalEnvironment = .asked,
    overrides: CapabilityOverrides = CapabilityOverrides(), exact: Set<CellColor> = [],
    catchesSignals: Bool = true
  ) throws(TerminalError) {
    self.environment = environment
    self.overrides = overrides
    let encoding = CharacterEncoding.prepare(environment)
    let (terminfo, finding) = try Terminfo.find(environment)
    capabilities = Capabilities(
      environment: environment, encoding: encoding, databaseColors: terminfo.colors,
      overrides: overrides)
    do {
      device = try TerminalDevice(path: path, catchesSignals: catchesSignals)
    } catch {
      throw TerminalError(description: "there is no terminal here (\(error.reason))")
    }
    let size = device.size
    guard
      let encoder = FrameEncoder(
        terminfo, columns: size.columns, rows: size.rows, capabilities: capabilities, exact: exact)
    else {
      throw TerminalError(description: "ncurses cannot draw on a terminal of the kind \(finding)")
    }
    self.encoder = encoder
    decoder = InputDecoder(keys: terminfo.keys)
    modes = TerminalModes(terminfo, isBasic: environment.isBasic)
    enter()
    if TerminalQuestions.areSafe(for: environment) { device.write(TerminalQuestions.bytes) }
  }

  deinit { close() }

  public var size: (columns: Int, rows: Int) { device.size }

  // MARK: Showing

  public func show(_ surface: Surface, cursor: Point?) -> Bool {
    guard device.isRaw, !device.isGone else { return true }
    guard device.flush() else { return false }
    let size = device.size
    if size != (encoder.columns, encoder.rows) {
      encoder.resize(columns: size.columns, rows: size.rows)
    }
    let bytes = encoder.encode(surface, cursor: cursor)
    if bytes.isEmpty { return true }
    // A frame that is shown in two halves is seen; below this it comes in one piece.
    let isLarge = bytes.count > 1000 && answers.hasSynchronizedOutput
    device.write(isLarge ? TerminalModes.frameStart + bytes + TerminalModes.frameEnd : bytes)
    return true
  }

  public func repaint() { encoder.repaint() }

  public func keepExact(_ colors: Set<CellColor>) { encoder.keepExact(colors) }

  public func captureMouse(_ isOn: Bool) {
    guard isOn != wantsMouse else { return }
    wantsMouse = isOn
    if device.isRaw && capabilities.hasMouse {
      device.write(Array((isOn ? TerminalModes.mouseOn : TerminalModes.mouseOff).utf8))
    }
  }

  // MARK: Events

  public func events(timeout: Int?) -> [TerminalEvent] {
    let deadline = timeout.map { MonotonicClock.milliseconds() + $0 }
    while true {
      let wasPending = device.hasPendingOutput
      let left = deadline.map { max(0, $0 - MonotonicClock.milliseconds()) }
      let patience = decoder.patience
      let limit = [left, patience].compactMap { $0 }.min()
      device.wait(milliseconds: limit, waker: waker.descriptor)
      var events = signalEvents()
      let bytes = device.read()
      if !bytes.isEmpty {
        events += take(decoder.decode(bytes, at: MonotonicClock.milliseconds()))
      } else if patience != nil && patience == limit {
        events += take(decoder.giveUp())
      }
      if wasPending { device.flush() }
      if device.isGone && !saidHangUp {
        saidHangUp = true
        ending = ending ?? SIGHUP
        events.append(.hangUp)
      }
      let isWoken = waker.takeWakeUps()
      let isFlushed = wasPending && !device.hasPendingOutput
      if !events.isEmpty || isWoken || isFlushed || left == 0 { return events }
    }
  }

  public func wake() { waker.wake() }

  private func take(_ outputs: [InputDecoder.Output]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    let before = capabilities
    for output in outputs {
      switch output {
      case .event(let event): events.append(event)
      case .reply(let reply):
        answers.take(reply)
        capabilities.refine(with: answers, environment, overrides: overrides)
      }
    }
    if capabilities != before {
      encoder.use(capabilities)
      events.append(.resized)
    }
    return events
  }

  private func signalEvents() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for signal in device.takeSignals() {
      switch signal {
      case SIGWINCH:
        // Made small and large again at once, its size is the same, and what it showed is lost.
        encoder.repaint()
        events.append(.resized)
      case SIGTSTP:
        suspend()
        events.append(.resized)
      case SIGCONT:
        // Stopped by others, who may have used the terminal since.
        if device.isRaw { enter() }
        events.append(.resized)
      default:
        if !saidHangUp { events.append(.hangUp) }
        saidHangUp = true
        ending = ending ?? signal
      }
    }
    return events
  }

  // MARK: Taking and giving back

  private func enter() {
    device.makeRaw(leaving: modes.leaving)
    let mouse = wantsMouse && capabilities.hasMouse ? TerminalModes.mouseOn : ""
    device.write(modes.entering + mouse.utf8)
    encoder.repaint()
  }

  public func suspend() {
    guard device.isRaw else { return }
    device.makeCooked(last: modes.leaving)
    device.stop()
    enter()
  }

  public func close() { device.makeCooked(last: modes.leaving) }

  /// At most 74,994 bytes in base64, which is what xterm takes.
  private static let longestCopy = 74_994

  public func copy(_ text: String) -> Bool {
    let encoded = Base64.encode(text.utf8)
    guard !environment.isBasic, device.isRaw, !device.isGone, encoded.count <= Self.longestCopy
    else { return false }
    device.write(Array("\u{1b}]52;c;".utf8) + encoded + [0x07])
    return true
  }

  public func ring(_ note: String?) {
    guard device.isRaw, !device.isGone else { return }
    device.write(DesktopNote.bytes(note, in: environment))
  }
}
