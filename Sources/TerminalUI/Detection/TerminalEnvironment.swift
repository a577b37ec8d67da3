import Glibc

/// The environment's word on the terminal.
public struct TerminalEnvironment: Hashable, Sendable {
  /// `TERM`; empty where it is not set.
  public var term = ""
  /// `COLORTERM`, which ssh does not carry over.
  public var colorTerm = ""
  /// Whether `NO_COLOR` is set to anything; see no-color.org.
  public var refusesColor = false
  /// Whether a tmux stands in between, on this machine.
  public var isInTmux = false
  /// What that tmux says of its terminal; nil where it was not asked.
  public var tmux: TmuxFeatures?
  /// The name of the locale for characters; empty where none is set.
  public var locale = ""

  public init(
    term: String = "", colorTerm: String = "", refusesColor: Bool = false, isInTmux: Bool = false,
    locale: String = ""
  ) {
    self.term = term
    self.colorTerm = colorTerm
    self.refusesColor = refusesColor
    self.isInTmux = isInTmux
    self.locale = locale
  }

  /// Of this process.
  public static var current: TerminalEnvironment {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.map(variable).first { !$0.isEmpty }
    return TerminalEnvironment(
      term: variable("TERM"), colorTerm: variable("COLORTERM"),
      refusesColor: !variable("NO_COLOR").isEmpty, isInTmux: !variable("TMUX").isEmpty,
      locale: locale ?? "")
  }

  /// Of this process, with what a tmux in between says of its own terminal: some milliseconds there.
  public static var asked: TerminalEnvironment {
    var environment = current
    if environment.isInTmux { environment.tmux = TmuxFeatures.asked() }
    return environment
  }

  /// Whether a tmux in between is known to keep 24-bit colour to itself.
  var losesDirectColor: Bool { tmux?.passesDirectColor == false }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Whether it is one that knows little and may print what it does not know.
  var isBasic: Bool {
    ["", "dumb", "linux", "ansi", "unknown"].contains(term)
      || ["vt", "cons", "wy", "sun"].contains { term.hasPrefix($0) }
  }
}
