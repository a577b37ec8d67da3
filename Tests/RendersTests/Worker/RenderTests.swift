import Foundation
import ImageFormats
import Projects
import Raster
import Testing

@testable import Renders

@Suite("Rendering a drawing")
struct RenderTests {
  private let project: RenderProject

  init() throws { project = try RenderProject() }

  private func worker() -> RenderWorker {
    RenderWorker(project.queue, threads: 1)
  }

  @Test("A render colours the drawing as it stood, and keeps its figures for the next")
  func colouring() throws {
    let render = try project.add(layers: LayeredFormat(ending: "ora"))[0]
    #expect(render.state == .queued)
    #expect(render.number == 1)
    // Later edits do not count.
    project.record([.remove(["sheet"])])
    try project.close()
    #expect(render.job.isStale(in: project.history.state))
    try worker().run()
    let done = try #require(project.queue.renders().first)
    #expect(done.state == .done)
    #expect(try ImageFile.read(done.result).pixels[32, 32] == RGBA(200, 40, 40))
    #expect(FileManager.default.fileExists(atPath: try #require(done.layers)))
    #expect(FileManager.default.fileExists(atPath: try #require(done.preview)))
    #expect(done.progress?.overall == 1)
    let history = RenderHistory(of: ProjectFolder(path: project.path))
    #expect(
      history.remaining(pixels: 64 * 64, at: RenderProgress(.running, time: 0, overall: 0)) != nil)
    // Nothing is left of the attempt but its words.
    #expect(
      names(in: try #require(done.attemptFolder)) == [
        "log", "preview.png", "progress.jsonl", "worker.json",
      ])
  }

  @Test("What cannot be coloured says why")
  func failing() throws {
    project.record([.remove(["sheet"])])
    try project.add()
    try project.close()
    try worker().run()
    let failed = try project.render()
    #expect(failed.state == .failed(.noReference))
    #expect(!FileManager.default.fileExists(atPath: failed.result))
  }

  @Test("A render that waits is cancelled without a worker")
  func cancelled() throws {
    try project.queue.cancel(try project.add())
    #expect(project.queue.renders().map(\.state) == [.cancelled])
    #expect(try project.queue.startWorkers() == StartedWork())
  }

  @Test("A render's picture has the same bytes with its stages known and without")
  func rendered() throws {
    try project.add(3)
    try project.close()
    let cache = ProjectFolder(path: project.path).cache
    let paint = project.worker(colour: { task, work, hear in
      if task.result.contains("/3/") { FolderTree.remove(cache) }
      try RenderTask.colour(task, work, hear)
    })
    try paint.run()
    let results = try (1...3).map {
      FileManager.default.contents(atPath: try project.render($0).result)
    }
    #expect(results[0] != nil)
    #expect(results[0] == results[1] && results[0] == results[2])
    #expect(!names(in: cache + "/stages").isEmpty)
  }

  @Test("Cleaning keeps the newest render of a drawing and what is to be done, and the figures")
  func cleaning() throws {
    try project.add(2)
    try worker().run()
    try project.add()
    let cleaning = RenderCleaning(of: project.queue)
    #expect(cleaning.items.map(\.number) == [1])
    try cleaning.run()
    #expect(project.queue.renders().map(\.number) == [2, 3])
    #expect(
      RenderHistory(of: ProjectFolder(path: project.path)).remaining(
        pixels: 64 * 64, at: RenderProgress(.running, time: 0, overall: 0)) != nil)
  }

  @Test("A render that was taken up again while the cleaning was looked at stays")
  func cleaningLate() throws {
    try project.queue.cancel(try project.add())
    let cleaning = RenderCleaning(of: project.queue)
    #expect(cleaning.items.map(\.number) == [1])
    try project.queue.retry([project.render()])
    try cleaning.run()
    #expect(try project.render().state == .queued)
  }
}
