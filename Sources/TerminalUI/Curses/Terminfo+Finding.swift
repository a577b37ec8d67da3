extension Terminfo {
  /// The entry of the environment's terminal, or of one that is like it; and how it was found.
  static func find(_ environment: TerminalEnvironment) throws(TerminalError) -> (
    terminfo: Terminfo, finding: String
  ) {
    let term = environment.term
    if let terminfo = Terminfo(term) {
      guard terminfo.string("cup") != nil else {
        throw TerminalError(
          description:
            "a terminal of the kind \(term) cannot put text where it likes: use another, or where TERM is wrong set it, as to xterm; nurie --help lists the commands that need none"
        )
      }
      return (terminfo, term)
    }
    // A server may not know the user's terminal, and all that are not basic are like xterm.
    let likely = environment.isBasic ? "vt100" : "xterm-256color"
    for name in [likely, "xterm", "linux", "vt100", "ansi"] {
      if let terminfo = Terminfo(name) { return (terminfo, "\(term), unknown here, so \(name)") }
    }
    throw TerminalError(
      description: "the terminal \(term) is not known here: set TERM to another, such as xterm")
  }
}
