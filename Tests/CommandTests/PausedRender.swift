import Foundation
import Projects
import Renders
import TestSupport
import Testing

/// A render that a worker has begun and waits in the middle of: its drawing is a pipe, which gave the picture when the pause had
/// begun.
struct PausedRender {
  let worker: WorkerIdentity

  /// Begins the first render of a project's drawing `walk`.
  init(of project: String, in folder: TemporaryFolder) throws {
    let file = folder / "\(project)/drawings/walk/line.png"
    let picture = try #require(FileManager.default.contents(atPath: file))
    try FileManager.default.removeItem(atPath: file)
    #expect(mkfifo(file, 0o600) == 0)
    #expect(try Program.run(["render", project, "--all"], in: folder).status == 0)
    var pipe: Int32 = -1
    #expect(
      eventually {
        pipe = open(file, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        return pipe >= 0
      })
    func render() throws -> Render {
      try #require(Render(folder: folder / "\(project)/renders/1"))
    }
    try RenderQueue(ProjectFolder(path: folder / project)).pause([render()])
    #expect(try eventually { try render().state == .paused })
    #expect(picture.withUnsafeBytes { write(pipe, $0.baseAddress, $0.count) } == picture.count)
    close(pipe)
    try FileManager.default.removeItem(atPath: file)
    try picture.write(to: URL(fileURLWithPath: file))
    worker = try #require(try render().worker)
  }
}
