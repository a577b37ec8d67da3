import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import TestSupport
import Testing

@Suite struct RenderProcessTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.line, to: "walk.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
    let outcome = try Program.run(
      ["new", "hana", "--lines", "walk.png", "--references", "sheet.png"], in: folder)
    #expect(outcome.status == 0)
  }

  /// The render when it has ended and its worker has said its last word, or as it is after a while.
  private func awaited(_ queue: RenderQueue) -> Render? {
    let words: [RenderProgress.State] = [.running, .paused]
    var render: Render?
    _ = eventually {
      render = queue.renders().first
      return render.map { render in
        !render.isActive && render.progress.map { !words.contains($0.state) } ?? true
      } ?? false
    }
    return render
  }

  @Test func aRenderGoesOnInAProcessOfItsOwn() throws {
    let project = try Project(reading: ProjectFolder(path: folder / "hana.nurie"))
    let queue = RenderQueue(project.folder, program: Program.path)
    let started = try queue.start(
      RenderJob(of: "walk", in: project.history, layers: LayeredFormat(ending: "psd")))
    #expect([.queued, .running, .done].contains(started.state))
    let render = try #require(awaited(queue))
    #expect(render.state == .done)
    #expect(render.progress?.overall == 1)
    #expect(
      try folder.image("hana.nurie/renders/1/result/result.png").pixels[SmallPictures.face]
        == SmallPictures.skin)
    #expect(FileManager.default.fileExists(atPath: render.folder + "/result/result.psd"))
    #expect(render.lastLogLine()?.hasSuffix(" done") == true)
  }

  @Test func aFailureIsToldInTheFolderAndTheLog() throws {
    let project = try Project(reading: ProjectFolder(path: folder / "hana.nurie"))
    try folder.write([1, 2, 3], to: "hana.nurie/drawings/walk/line.png")
    let queue = RenderQueue(project.folder, program: Program.path)
    _ = try queue.start(RenderJob(of: "walk", in: project.history))
    let render = try #require(awaited(queue))
    guard case .failed(let reason) = render.state else {
      Issue.record("\(render.state)")
      return
    }
    #expect(reason.description.hasPrefix("drawings/walk/line.png: "))
  }

  // MARK: The commands

  @discardableResult private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder)
  }

  private func render(_ number: Int) throws -> Render {
    try #require(Render(folder: folder / "hana.nurie/renders/\(number)"))
  }

  @Test func drawingsAreRenderedAndWaitedFor() throws {
    let queued = try run("render", "hana.nurie", "walk", "--layers", "ora")
    #expect(queued.status == 0)
    #expect(
      queued.output
        == "hana.nurie: 1 render queued (1), 1 worker started; nurie renders hana.nurie shows the progress\n"
    )
    let waited = try run("wait", "hana.nurie")
    #expect(waited.status == 0)
    #expect(waited.output == "hana.nurie: 1 done\n")
    #expect(FileManager.default.fileExists(atPath: try #require(render(1).layers)))
    let list = try run("renders", "hana.nurie").output.split(separator: "\n")
    #expect(list.count == 3)
    #expect(list[1].hasPrefix("1  walk     done"))
    let apply = "{\"kind\":\"gap\",\"picture\":\"walk\",\"pixels\":3}"
    try folder.write(Array(apply.utf8), to: "edits.jsonl")
    #expect(try run("apply", "hana.nurie", "edits.jsonl").status == 0)
    #expect(try run("renders", "hana.nurie").output.hasSuffix("hana.nurie: 1 stale\n"))
  }

  @Test func aFailureIsWaitedForAndDoneAgain() throws {
    let line = try #require(
      FileManager.default.contents(atPath: folder / "hana.nurie/drawings/walk/line.png"))
    try folder.write([1, 2, 3], to: "hana.nurie/drawings/walk/line.png")
    #expect(try run("render", "hana.nurie", "--all").status == 0)
    let failed = try run("wait", "hana.nurie", "1")
    #expect(failed.status == 1)
    #expect(failed.output.hasPrefix("hana.nurie: 1 failed; nurie renders retry hana.nurie"))
    try folder.write(Array(line), to: "hana.nurie/drawings/walk/line.png")
    #expect(
      try run("renders", "retry", "hana.nurie").output
        == "hana.nurie: render 1 queued again\n")
    #expect(try run("wait", "hana.nurie").status == 0)
  }

  @Test func whatWaitsWithoutAWorkerIsSaidAndGoesOnWhenAskedTo() throws {
    let project = try Project(reading: ProjectFolder(path: folder / "hana.nurie"))
    let job = RenderJob(of: "walk", in: project.history)
    _ = try RenderQueue(project.folder).add([job, job])
    let stopped = try run("wait", "hana.nurie")
    #expect(stopped.status == 2)
    #expect(stopped.output.contains("stopped: nurie render hana.nurie --continue resumes"))
    #expect(try run("renders", "pause", "hana.nurie", "1").status == 0)
    #expect(try run("renders", "move", "hana.nurie", "2", "--first").status == 0)
    #expect(try run("render", "hana.nurie", "--continue").status == 0)
    #expect(try run("wait", "hana.nurie", "2").status == 0)
    #expect(try render(1).state == .paused)
    #expect(try run("renders", "continue", "hana.nurie").status == 0)
    #expect(try run("wait", "hana.nurie").status == 0)
    let refused = try run("renders", "cancel", "hana.nurie", "2")
    #expect(refused.status == 1)
    #expect(refused.errors == "nurie: hana.nurie: render 2 is done; nothing was changed.\n")
    for verb in ["cancel", "pause"] {
      for which in [[], ["2", "--all"]] {
        let unclear = try Program.run(["renders", verb, "hana.nurie"] + which, in: folder)
        #expect(unclear.status == 64)
        #expect(unclear.errors.hasPrefix("Error: give the renders' numbers, or --all\n"))
      }
    }
    let unknown = try run("renders", "cancel", "hana.nurie", "7")
    #expect(
      unknown.errors
        == "nurie: hana.nurie: has no render 7; nurie renders hana.nurie lists them.\n")
  }

  @Test func aKilledWorkerIsNoticedAndItsRenderTakenUpAgain() throws {
    let worker = try PausedRender(of: "hana.nurie", in: folder).worker
    #expect(kill(worker.process, SIGKILL) == 0)
    #expect(try eventually { try render(1).isInterrupted })
    let list = try run("renders", "hana.nurie").output
    #expect(list.contains("interrupted"))
    #expect(list.contains("its process \(worker.process) ended unexpectedly"))
    try run("renders", "continue", "hana.nurie", "1")
    #expect(try run("wait", "hana.nurie").status == 0)
    #expect(try render(1).attempt == 2)
  }

  @Test func aWorkerThatIsToldToEndSaysSoAndIsContinued() throws {
    let worker = try PausedRender(of: "hana.nurie", in: folder).worker
    #expect(kill(worker.process, SIGTERM) == 0)
    #expect(try eventually { try render(1).isInterrupted })
    #expect(try render(1).state == .interrupted(.toldToEnd(signal: 15)))
    #expect(try run("wait", "hana.nurie").status == 1)
    try run("renders", "continue", "hana.nurie", "1")
    #expect(try run("wait", "hana.nurie").status == 0)
  }

  @Test func aProjectMayBeRenamedWhileItRenders() throws {
    _ = try PausedRender(of: "hana.nurie", in: folder)
    try FileManager.default.moveItem(
      atPath: folder / "hana.nurie", toPath: folder / "momo.nurie")
    #expect(try run("renders", "continue", "momo.nurie").status == 0)
    #expect(try run("wait", "momo.nurie").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder / "momo.nurie/renders/1/result"))
    #expect(folder.names.contains("hana.nurie") == false)
  }
}
