import Coloring
import Foundation
import ImageFormats
import Projects
import Testing

@testable import Renders

@Suite("Why a render stands as it does")
struct RenderReasonTests {
  private let project: RenderProject

  init() throws { project = try RenderProject() }

  /// The state of a render whose worker's last word was this line.
  private func state(_ line: String) throws -> Render.State {
    if project.queue.renders().isEmpty { try project.add() }
    try project.write(line + "\n", to: "attempts/1/progress.jsonl")
    return try project.render().state
  }

  @Test("What a worker wrote down is read as the value it was, with its sentence for people")
  func stored() throws {
    for reason in [RenderReason.diskFull, .toldToEnd(signal: 15), .noFile("a.png"), .told("x")] {
      var progress = RenderProgress(.failed, time: 3, overall: 0.5, reason: reason)
      progress.stage = .matches
      let line = String(decoding: try JSONEncoder().encode(progress), as: UTF8.self)
      #expect(line.contains("\"reason\":\"\(reason.description)\""))
      #expect(try state(line) == .failed(reason))
      let told = try project.render().progress
      #expect(told == progress)
    }
  }

  @Test("A sentence of an older version stays one, and so does what only a newer one knows")
  func older() throws {
    let old = #"{"overall":0,"reason":"no ink","state":"failed","time":0}"#
    #expect(try state(old) == .failed(.told("no ink")))
    let new =
      #"{"cause":{"eclipse":{}},"overall":0,"reason":"it got dark","state":"failed","time":0}"#
    #expect(try state(new) == .failed(.told("it got dark")))
    let silent = #"{"overall":0,"state":"interrupted","time":0}"#
    #expect(try state(silent) == .interrupted(.told("")))
  }

  @Test("Errors become reasons, their files named from the project's folder on")
  func errors() {
    let folder = project.queue.project
    let file = folder.path + "/drawings/a/line.png"
    func reason(_ error: any Error) -> RenderReason { RenderReason(error, in: folder) }
    #expect(reason(ImageError(.diskFull, file: file)) == .diskFull)
    #expect(reason(ProjectError(.diskFull, path: folder.path)) == .diskFull)
    #expect(reason(RenderError(.noReference)) == .noReference)
    #expect(reason(ImageError(.missing, file: file)) == .noFile("drawings/a/line.png"))
    #expect(reason(ImageError(.empty, file: file)).description.hasPrefix("drawings/a/line.png: "))
  }

  @Test("Nothing in a reason reaches the terminal as a command")
  func escaped() {
    let reason = RenderReason.jobEnded(
      what: .neverBegan, batch: "pbs", said: "F", printed: "\u{1b}[2J")
    #expect(reason.description == "its worker never started; pbs says F; it printed: \\u{1b}[2J")
  }
}
