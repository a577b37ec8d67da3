import Foundation
import ImageFormats
import Projects
import Raster
import Testing

@Suite struct RenderTests {
  private let folder = TemporaryFolder()
  private var path: String { folder / "hana.nurie" }

  private func project() throws -> Project {
    try Project.create(at: path) { project in
      let importer = try #require(project.writer?.importer)
      let pictures = [
        try importer.add(Squares.image(.white), title: "a", as: .drawing),
        try importer.add(Squares.image(RGBA(200, 40, 40)), title: "sheet", as: .reference),
      ]
      project.history.include(pictures)
      project.record([.add(["a", "sheet"])], title: "add", time: 0)
    }
    return try Project(opening: path)
  }

  /// Queued; its worker is run by hand.
  private func queued(_ project: Project) throws -> Render {
    try RenderQueue(project.folder).add(RenderJob(of: "a", in: project.history, layers: .ora))
  }

  @Test func aRenderColoursTheDrawingAsItStood() throws {
    var project = try project()
    let render = try queued(project)
    #expect(render.state == .queued)
    #expect(render.number == 1)
    // Later edits do not count.
    project.record([.remove(["sheet"])], title: "remove", time: 0)
    try project.close()
    #expect(render.job.isStale(in: project.history.state))
    try RenderWorker(folder: render.folder).run(threads: 1)
    let done = try #require(RenderQueue(project.folder).renders().first)
    #expect(done.state == .done)
    #expect(try ImageFile.read(done.result).pixels[32, 32] == RGBA(200, 40, 40))
    #expect(FileManager.default.fileExists(atPath: done.folder + "/result.ora"))
    #expect(FileManager.default.fileExists(atPath: done.preview))
  }

  @Test func whatFailsSaysWhy() throws {
    var project = try project()
    project.record([.remove(["sheet"])], title: "remove", time: 0)
    let render = try queued(project)
    try project.close()
    #expect(throws: RenderError.self) { try RenderWorker(folder: render.folder).run(threads: 1) }
    let failed = try #require(Render(folder: render.folder))
    #expect(failed.state == .failed("the drawing has no reference; assign one"))
    #expect(!FileManager.default.fileExists(atPath: failed.result))
  }

  @Test func aRenderThatIsToStopStops() throws {
    let project = try project()
    let render = try queued(project)
    try RenderQueue(project.folder).cancel(render)
    try RenderWorker(folder: render.folder).run(threads: 1)
    #expect(Render(folder: render.folder)?.state == .cancelled)
  }

  @Test func oneRenderRunsAtATimeAndIsStartedOnce() throws {
    let project = try project()
    // Ends at once and says nothing, as a worker does that is killed early.
    let queue = RenderQueue(project.folder, program: "/bin/true")
    _ = try queued(project)
    _ = try queued(project)
    let before = queue.renders()
    #expect(before.map(\.state) == [.queued, .queued])
    #expect(try queue.startNext(before))
    #expect(queue.renders().map(\.state) == [.running, .queued])
    // Another program that has not looked again starts nothing.
    #expect(try !queue.startNext(before))
    #expect(try !queue.startNext(queue.renders()))
  }

  @Test func aRenderThatWaitsIsCancelledWithoutAWorker() throws {
    let project = try project()
    let queue = RenderQueue(project.folder, program: "/bin/true")
    try queue.cancel(try queued(project))
    #expect(queue.renders().map(\.state) == [.cancelled])
    #expect(try !queue.startNext(queue.renders()))
  }

  @Test func aRenderWhoseWorkerEndedWithoutAWordIsInterrupted() throws {
    let render = try queued(project())
    // A process that was there, and is not any more.
    let ended = Process()
    ended.executableURL = URL(fileURLWithPath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    let own = LockHolder.own()
    let worker = LockHolder(
      host: own.host, user: own.user, process: ended.processIdentifier, boot: own.boot)
    try JSONEncoder().encode(worker).write(to: URL(fileURLWithPath: render.folder + "/worker.json"))
    #expect(Render(folder: render.folder)?.state == (own.boot.isEmpty ? .running : .interrupted))
  }

  @Test func cleaningKeepsTheNewestRenderAndWhatIsUsed() throws {
    var project = try project()
    for _ in 0..<2 { try RenderWorker(folder: queued(project).folder).run(threads: 1) }
    project.record([.remove(["sheet"])], title: "remove", time: 0)
    let cleaning = ProjectCleaning(of: project)
    #expect(cleaning.items.map(\.kind) == [.picture, .render])
    #expect(cleaning.items.map(\.name) == ["sheet", "1"])
    try cleaning.run()
    try project.close()
    let reopened = try Project(opening: path)
    #expect(ProjectCleaning(of: reopened).items == [])
    #expect(reopened.history.state.drawings.count == 1)
    #expect(RenderQueue(reopened.folder).renders().map(\.number) == [2])
  }
}
