import TestSupport

/// The built program.
enum Program {
  static let path = BuiltProgram.path("nurie")

  /// What a shell starts the studio with.
  static func studio(on project: SmallProject) -> String {
    "\(path) open \(project.path) --language en"
  }

  /// What a user's program finds in its environment, and nothing of who runs the tests.
  static func environment(home: String, term: String, locale: String = "C.UTF-8") -> [String:
    String]
  {
    [
      "TERM": term, "LC_ALL": locale, "HOME": home, "PATH": "/usr/bin:/bin",
      "PS1": "the shell: ",
      // A crash is to end the program, not to start a debugger.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }
}
