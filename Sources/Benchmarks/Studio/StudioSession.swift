import Foundation
import Projects
import Renders
import TerminalDriver

/// The studio on a terminal, opened on a project by a user who keeps nothing.
struct StudioSession {
  let project: ProjectFolder
  /// The user's home.
  let scratch: String

  private let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "nurie").path

  init(project: ProjectFolder, scratch: String) {
    self.project = project
    self.scratch = scratch
  }

  /// Starts it on its lists, wherever it was left before.
  func start() throws -> DrivenProgram {
    // Nothing is remembered but how fine pictures are, so that nothing is offered at the start.
    let configuration = scratch + "/.config/nurie"
    try FileManager.default.createDirectory(
      atPath: configuration, withIntermediateDirectories: true)
    try Data(#"{"glyphs": "halves"}"#.utf8)
      .write(to: URL(filePath: configuration + "/preferences.json"))
    return try DrivenProgram(
      program, ["open", project.path, "--language", "en"], columns: StudioBenchmark.columns,
      rows: StudioBenchmark.rows,
      environment: [
        "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "HOME": scratch,
      ])
  }

  /// From the list to the parts of the first drawing.
  func openFirstDrawing(_ studio: DrivenProgram) {
    settle(studio)
    // F3; Enter goes where most is to be done.
    studio.type("\u{1b}OR")
    settle(studio)
  }

  func quit(_ studio: DrivenProgram) {
    studio.type("Q")
    _ = studio.response(quiet: .seconds(2), limit: .seconds(5))
    _ = studio.end(within: .seconds(5))
  }

  /// Waits until the studio and the engine behind it have nothing more to do.
  func settle(_ studio: DrivenProgram) {
    let isIdle = ProcessFigures(studio.process).waitUntilIdle(within: .seconds(120)) {
      _ = studio.response(quiet: .milliseconds(1), limit: .milliseconds(1))
    }
    precondition(isIdle, "the studio was still busy after two minutes")
  }

  /// Types each of `keys` in turn, `count` in all, and notes how each was answered.
  func answers(to keys: [String], _ count: Int, from studio: DrivenProgram) -> KeyAnswers {
    var answers = KeyAnswers()
    let figures = ProcessFigures(studio.process)
    for index in 0..<count {
      // Output that is still on its way belongs to the key before.
      _ = studio.response(quiet: .milliseconds(2), limit: .milliseconds(1))
      let before = figures.mainThreadTime
      studio.type(keys[index % keys.count])
      let answer = studio.response(quiet: .milliseconds(12), limit: .milliseconds(250))
      guard let first = answer.first, let last = answer.last else { continue }
      answers.first.append(first / .milliseconds(1))
      answers.last.append(last / .milliseconds(1))
      answers.work.append((figures.mainThreadTime - before) / .milliseconds(1))
      answers.bytes.append(Double(answer.bytes.count))
    }
    return answers
  }

  /// As `answers`, while a render of the project's first drawing is under way all the time.
  func answersWhileRendering(
    to keys: [String], _ count: Int, from studio: DrivenProgram
  ) throws -> KeyAnswers {
    let history = try Project(reading: project).history
    let queue = RenderQueue(project, program: program)
    var render: Render?
    defer { if let render { try? queue.cancel([render]) } }
    var answers = KeyAnswers()
    for index in 0..<count {
      let isRunning = render.map { now in
        queue.renders().contains {
          $0.number == now.number && [.queued, .running].contains($0.state)
        }
      }
      if isRunning != true {
        render = try queue.start(RenderJob(of: history.state.drawings[0].id, in: history))
      }
      answers += self.answers(to: [keys[index % keys.count]], 1, from: studio)
    }
    return answers
  }
}
