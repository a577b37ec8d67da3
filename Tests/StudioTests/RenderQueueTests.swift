import Coloring
import DrawnStudios
import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import TerminalUI
import TestSupport
import Testing

@testable import Studio

@Suite("Rendering from the studio")
struct RenderQueueTests {
  @Test("r renders the drawing, as it stands")
  func start() throws {
    var state = try StudioState.coloured()
    let jobs = state.press("b r").started
    #expect(jobs.map(\.drawing) == ["walk"])
    #expect(jobs[0].position == state.desk.project?.history.lines.count)
    #expect(jobs[0].given.background == .colour(.white))
  }

  @Test("Where drawings are marked they are rendered, from the lists too")
  func marked() throws {
    var state = try StudioState.coloured(on: .pictures)
    #expect(state.press("space space r").started.map(\.drawing) == ["walk", "run"])
  }

  @Test("Where marks are not seen, the drawing that is seen is rendered")
  func seen() throws {
    var state = try StudioState.coloured()
    state.pictures.marked = ["run"]
    #expect(state.press("r").started.map(\.drawing) == ["walk"])
  }

  @Test("A render waits until the edits it counts on are safe")
  func waits() throws {
    var state = try StudioState.coloured()
    _ = state.edit([.gap("walk", pixels: 3)], named: Phrase(same: "gap"))
    #expect(state.press("r").started.isEmpty)
    let line = try #require(state.desk.project?.history.lines.count)
    #expect(reduce(&state, .confirmed(line)).started.map(\.position) == [line])
    #expect(reduce(&state, .confirmed(line)).started.isEmpty)
  }

  @Test("What is being rendered already is not started again, and x stops it")
  func twice() throws {
    let project = try TemporaryProject()
    var state = try StudioState.coloured()
    let job = try #require(state.press("r").started.first)
    let render = try RenderQueue(project.folder).add([job])[0]
    _ = reduce(&state, .renders([render]))
    #expect(state.renderState(of: "walk") == .queued)
    #expect(state.press("r").started.isEmpty)
    #expect(state.notice?.text.english == "It is being rendered already")
    guard
      case .wish(.cancel(let cancelled))? = state.press("x").first(where: {
        if case .wish = $0 { true } else { false }
      })
    else {
      Issue.record("nothing is cancelled")
      return
    }
    #expect(cancelled == [render])
  }

  @Test("A drawing's state follows its newest render, and an edit makes it stale")
  func states() throws {
    let project = try TemporaryProject()
    let queue = RenderQueue(project.folder)
    var state = try StudioState.coloured()
    let job = try #require(state.press("r").started.first)
    let render = try queue.add([job])[0]
    _ = reduce(&state, .renders([render]))
    try queue.cancel([render])
    _ = reduce(&state, .renders(queue.renders()))
    #expect(state.renderState(of: "walk") == .cancelled)
    #expect(state.notice?.text.english == "Cancelled the render of walk")
    let second = try queue.add([job])[0]
    try FileManager.default.createDirectory(
      atPath: second.folder + "/result", withIntermediateDirectories: false)
    _ = reduce(&state, .renders(queue.renders()))
    #expect(state.renderState(of: "walk") == .done)
    _ = state.edit([.gap("walk", pixels: 3)], named: Phrase(same: "gap"))
    _ = reduce(&state, .clock(1, wall: 1))
    #expect(state.renderState(of: "walk") == .stale)
    state.engine.analysing = nil
    let chip = state.chip(of: try #require(state.drawing))
    #expect(chip.phrases.last?.english == "render stale")
    #expect(DrawingRender.interrupted.word?.english == "render interrupted")
    #expect(DrawingRender.interrupted.mark == Sign.interrupted.glyph)
    state.press("u")
    #expect(state.renderState(of: "walk") == .done)
  }

  @Test("Without a reference there is nothing to render")
  func obstacles() {
    var state = studio(references: [])
    #expect(state.press("r").started.isEmpty)
    #expect(state.notice?.text.english.contains("no reference") == true)
  }

  @Test("The result is written where the artist says, in the kind that the ending says")
  func export() throws {
    var state = try StudioState.coloured()
    guard case .write(.result, "walk.coloured.png", false)? = state.press("e enter").last else {
      Issue.record("nothing is written")
      return
    }
    _ = reduce(&state, .written("walk.coloured.png", .exportResult))
    guard case .write(.result, "a.psd", false)? = state.press("e ctrl-u a . p s d enter").last
    else {
      Issue.record("no layers are written")
      return
    }
    // In a folder it is called as it would be beside the line art, which may lie there.
    _ = reduce(&state, .written("a.psd", .exportResult))
    let inFolder = state.press("e ctrl-u a / enter").last
    guard case .write(.result, "a/walk.coloured.png", false)? = inFolder else {
      Issue.record("nothing is written to the folder")
      return
    }
  }

  @Test("The file that a drawing was read from is never replaced, whatever the artist says")
  func sourceStays() throws {
    let folder = TemporaryFolder()
    try PNG.write(SmallPictures.line, to: folder / "walk.png")
    let source = try #require(PictureSource(folder / "walk.png"))
    var state = try StudioState.coloured()
    var again = Picture(id: "walk-2", kind: .drawing, title: "walk", width: 96, height: 72)
    again.source = source
    _ = reduce(&state, .redrawn("walk", again))
    try state.letEngineWork()
    guard case .write(let order, let path, false)? = state.press("e enter").last else {
      Issue.record("nothing is written")
      return
    }
    _ = reduce(&state, .fileExists(PendingFile(order: order, path: path, place: source.path)))
    guard case .prompt(let prompt)? = state.overlay else {
      Issue.record("it is asked whether to replace it")
      return
    }
    #expect(prompt.complaint?.english.contains("would be lost") == true && !prompt.isWaiting)
    #expect(state.pendingFile == nil)
  }
}

/// An empty folder in the place of a project; gone at the end.
final class TemporaryProject {
  private let temporary = TemporaryFolder()
  let folder: ProjectFolder

  init() throws { folder = ProjectFolder(path: try temporary.addFolder("hana.nurie")) }
}

extension [Effect] {
  /// The renders that were started.
  var started: [RenderJob] {
    flatMap { effect -> [RenderJob] in
      if case .startRenders(let jobs) = effect { jobs } else { [] }
    }
  }
}
