import Glibc

/// Everything nurie finds out about a terminal, for people who ask why it looks as it does.
public struct TerminalReport: Sendable {
  public var environment: TerminalEnvironment
  public var encoding: CharacterEncoding
  /// The entry of the terminfo database that is used; nil where there is none for it.
  public var entry: String?
  public var capabilities: Capabilities
  /// Columns and rows; nil without a terminal.
  public var size: (columns: Int, rows: Int)?
  /// Whether the terminal answered, and what; nil where it was not asked.
  public var answer: Answer?

  public enum Answer: Hashable, Sendable {
    case none
    case given(directColor: Bool, synchronizedOutput: Bool, milliseconds: Int)
  }

  /// Asks the process's own terminal, for at most 250 ms; keys that are typed meanwhile are lost.
  public init(
    environment: TerminalEnvironment = .asked, overrides: CapabilityOverrides,
    path: String = "/dev/tty"
  ) {
    self.environment = environment
    encoding = CharacterEncoding.prepare(environment)
    let found = try? Terminfo.find(environment)
    entry = found?.finding
    capabilities = Capabilities(
      environment: environment, encoding: encoding, databaseColors: found?.terminfo.colors ?? 0,
      overrides: overrides)
    // Without a terminal there is nothing to ask, and the rest is worth knowing all the same.
    guard let device = try? TerminalDevice(path: path, catchesSignals: false) else { return }
    size = device.size
    guard TerminalQuestions.areSafe(for: environment) else { return }
    let (answers, milliseconds) = Self.ask(device)
    answer =
      answers.areComplete
      ? .given(
        directColor: answers.hasDirectColor, synchronizedOutput: answers.hasSynchronizedOutput,
        milliseconds: milliseconds) : Answer.none
    capabilities.refine(with: answers, environment, overrides: overrides)
  }

  private static func ask(_ device: TerminalDevice) -> (TerminalAnswers, milliseconds: Int) {
    var answers = TerminalAnswers()
    var decoder = InputDecoder()
    let start = MonotonicClock.milliseconds()
    device.makeRaw(leaving: [])
    device.write(TerminalQuestions.bytes)
    var elapsed = 0
    while !answers.areComplete && elapsed < 250 && !device.isGone {
      device.wait(milliseconds: 250 - elapsed)
      for case .reply(let reply) in decoder.decode(device.read()) { answers.take(reply) }
      elapsed = MonotonicClock.milliseconds() - start
    }
    device.makeCooked(last: [])
    return (answers, elapsed)
  }
}

extension TerminalReport {
  /// The findings, a name and a sentence each.
  public var lines: [(name: String, finding: String)] {
    let terminal =
      size.map { "\($0.columns) columns, \($0.rows) rows" }
      ?? "none here; what follows is by the environment alone"
    let answered =
      switch answer {
      case nil: "not asked"
      case Answer.none?: "asked, no answer within 250 ms"
      case .given(let color, let output, let milliseconds)?:
        "24-bit colour \(color ? "yes" : "no"), synchronized output \(output ? "yes" : "no"), "
          + "after \(milliseconds) ms"
      }
    let tmux = environment.tmux.map { [("tmux", $0.finding)] } ?? []
    return [
      ("terminal", terminal),
      ("TERM", entry ?? "\(environment.term), not in the terminfo database"),
      ("COLORTERM", environment.colorTerm.isEmpty ? "not set" : environment.colorTerm),
      ("locale", encoding.finding), ("it says", answered),
      ("colours", capabilities.colorFinding), ("glyphs", capabilities.glyphFinding),
      ("mouse", capabilities.hasMouse ? "clicks, drags and the wheel" : "none"),
    ] + tmux
  }
}
