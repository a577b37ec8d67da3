import Foundation
import ImageFormats
import Projects
import Raster
import Testing

@Suite struct RenderProcessTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Drawings.line, to: "walk.png")
    try folder.write(Drawings.reference, to: "sheet.png")
    let outcome = try Program.run(
      ["new", "hana", "--lines", "walk.png", "--references", "sheet.png"], in: folder)
    #expect(outcome.status == 0)
  }

  /// The render when it has ended, or as it is after a while.
  private func awaited(_ queue: RenderQueue) -> Render? {
    for _ in 0..<1500 {
      let render = queue.renders().first
      if let render, ![.queued, .running].contains(render.state) { return render }
      usleep(20_000)
    }
    return queue.renders().first
  }

  @Test func aRenderGoesOnInAProcessOfItsOwn() throws {
    let project = try Project(reading: ProjectFolder(path: folder.file("hana.nurie")))
    let queue = RenderQueue(project.folder, program: Program.path)
    let started = try queue.start(RenderJob(of: "walk", in: project.history, layers: .psd))
    #expect([.queued, .running, .done].contains(started.state))
    let render = try #require(awaited(queue))
    #expect(render.state == .done)
    #expect(render.progress?.overall == 1)
    #expect(
      try folder.image("hana.nurie/renders/1/result.png").pixels[Drawings.face] == Drawings.skin)
    #expect(FileManager.default.fileExists(atPath: render.folder + "/result.psd"))
    #expect(FileManager.default.contents(atPath: render.log) == Data())
  }

  @Test func aFailureIsToldInTheFolderAndTheLog() throws {
    let project = try Project(reading: ProjectFolder(path: folder.file("hana.nurie")))
    try folder.write([1, 2, 3], to: "hana.nurie/drawings/walk/line.png")
    let queue = RenderQueue(project.folder, program: Program.path)
    _ = try queue.start(RenderJob(of: "walk", in: project.history))
    let render = try #require(awaited(queue))
    guard case .failed(let reason) = render.state else {
      Issue.record("\(render.state)")
      return
    }
    #expect(reason.contains("line.png: "))
  }
}
