import Foundation
import Studio
import TerminalDriver
import TerminalUI
import Testing

/// A terminal that can be looked at: a tmux of its own, with one program in it.
final class Tmux {
  static let program = "/usr/bin/tmux"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: program)

  private let name: String
  /// Kept as long as the terminal.
  private let project: SmallProject

  /// The studio on a project, or another command of the shell in its user's home.
  init(
    _ project: SmallProject, columns: Int = 80, rows: Int = 24, term: String = "tmux-256color",
    locale: String = "C.UTF-8", command: String? = nil
  ) throws {
    self.project = project
    name = "nurie-\(UUID().uuidString)"
    let environment = Program.environment(home: project.home, term: term, locale: locale)
    let command = command ?? Program.studio(on: project)
    let variables = environment.map { "'\($0)=\($1)'" }.joined(separator: " ")
    let started = output(
      of: Self.program,
      [
        "-u", "-L", name, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y",
        "\(rows)",
        "exec env -i \(variables) \(command)",
      ])
    try #require(started != nil, "tmux did not start")
    // What is left on the screen at the end can still be looked at.
    control("set", "-g", "remain-on-exit", "on")
    control("set", "-g", "escape-time", "0")
  }

  deinit { control("kill-server") }

  @discardableResult
  func control(_ arguments: String...) -> String? {
    output(of: Self.program, ["-L", name] + arguments)
  }

  /// Presses the first key of a command, as the key map has it now.
  func press(_ command: String) throws {
    let known = Command.all.first { $0.name == command }
    let key = try #require(known?.keys.first, "no command with a key is named \(command)")
    press(key: key)
  }

  /// Presses a key.
  func press(key: Key) {
    if case .character(let character) = key.code, key.modifiers.isEmpty, character != " " {
      type(String(character))
    } else {
      control("send-keys", Self.keyName(key))
    }
  }

  func type(_ text: String) { control("send-keys", "-l", text) }

  /// As tmux names keys.
  private static func keyName(_ key: Key) -> String {
    if key == Key(.tab, .shift) { return "BTab" }
    let prefix =
      (key.modifiers.contains(.control) ? "C-" : "")
      + (key.modifiers.contains(.alt) ? "M-" : "") + (key.modifiers.contains(.shift) ? "S-" : "")
    return switch key.code {
    case .character(" "): prefix + "Space"
    case .character(let character): prefix + String(character)
    case .enter: prefix + "Enter"
    case .tab: prefix + "Tab"
    case .escape: prefix + "Escape"
    case .backspace: prefix + "BSpace"
    case .delete: prefix + "DC"
    case .up: prefix + "Up"
    case .down: prefix + "Down"
    case .left: prefix + "Left"
    case .right: prefix + "Right"
    case .function(let number): prefix + "F\(number)"
    default: prefix + key.name
    }
  }

  func resize(columns: Int, rows: Int) {
    control("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What is on the screen now.
  var screen: String { control("capture-pane", "-p") ?? "" }

  /// The process in the terminal.
  var process: pid_t? {
    control("display-message", "-p", "#{pane_pid}").flatMap { pid_t($0.dropLast()) }
  }

  var isOver: Bool { control("display-message", "-p", "#{pane_dead}")?.hasPrefix("1") ?? true }

  /// Waits until the screen is as wanted.
  @discardableResult
  func wait(
    _ what: String, within limit: Duration = .seconds(40),
    sourceLocation: SourceLocation = #_sourceLocation, until isThere: (String) throws -> Bool
  ) async throws -> String {
    let start = ContinuousClock.now
    var last = screen
    while try !isThere(last) {
      if ContinuousClock.now - start > limit {
        Issue.record(
          "never came: \(what); the screen shows\n\(last)", sourceLocation: sourceLocation)
        throw NeverCame()
      }
      try await Task.sleep(for: .milliseconds(60))
      last = screen
    }
    return last
  }

  /// Waits until a text is on the screen.
  @discardableResult
  func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await wait(text, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let start = ContinuousClock.now
    while !isOver {
      if ContinuousClock.now - start > .seconds(20) {
        Issue.record("it does not end; the screen shows\n\(screen)", sourceLocation: sourceLocation)
        throw NeverCame()
      }
      try await Task.sleep(for: .milliseconds(60))
    }
  }

  /// What the program ended with; tmux knows it a moment after it knows of the end. Nil where a signal
  /// ended it.
  func exitStatus() async throws -> String? {
    for _ in 0..<100 {
      let status = control("display-message", "-p", "#{pane_dead_status}")?.filter(\.isNumber)
      if let status, !status.isEmpty { return status }
      // tmux can miss a child's end (the program is a zombie then) until another child of its ends.
      control("run-shell", "-b", "true")
      try await Task.sleep(for: .milliseconds(60))
    }
    return nil
  }

  struct NeverCame: Error {}
}
