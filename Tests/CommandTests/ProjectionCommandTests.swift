import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import TestSupport
import Testing

@Suite(.serialized) struct ProjectionCommandTests {
  private let folder = TemporaryFolder()

  private var queue: RenderQueue {
    RenderQueue(ProjectFolder(path: folder / "found"), program: Program.path)
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder)
  }

  private func project(_ pictures: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(
      ["project", pictures, "--gan", SmallGenerator.file, "--output", "found", "--steps", "3"]
        + arguments, in: folder)
  }

  private func write(pictures count: Int) throws {
    try folder.addFolder("mine")
    for number in 1...count {
      try folder.write(
        number % 2 == 0 ? SmallPictures.reference : SmallPictures.stranger,
        to: "mine/\(number).png")
    }
  }

  /// Pictures of several sizes and modes become one each; what is done is not done again.
  @Test func everyPictureIsProjectedOnce() throws {
    try folder.addFolder("mine")
    try folder.write(SmallPictures.reference, to: "mine/a.png")
    try folder.write(Image(width: 7, height: 90, repeating: RGBA(9, 200, 30, 99)), to: "mine/b.png")
    try PNG.write(
      Plane<UInt8>(width: 32, height: 32, elements: .init(repeating: 77, count: 1024)),
      to: folder / "mine/c.png")
    try folder.write([1, 2, 3], to: "mine/d.png")
    let outcome = try project("mine", "--watch")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("found: 3 renders queued (1 to 3)"))
    #expect(outcome.errors.contains("mine/d.png"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    let renders = queue.renders()
    #expect(renders.map(\.state) == [.done, .done, .done])
    #expect(renders.map(\.job.drawing.rawValue) == ["a", "b", "c"])
    for render in renders {
      let result = try ImageFile.read(render.result).pixels
      #expect(result.width == 64 && result.height == 32)
      let file = render.folder + "/result/projection.safetensors"
      let text = String(
        decoding: try Data(contentsOf: URL(filePath: file)).prefix(4000), as: UTF8.self)
      for name in ["\"checkpoint\":", "\"features\":", "\"styles\":", "\"noise.6\":", "CC0"] {
        #expect(text.contains(name), "\(name)")
      }
    }
    // What was over white: a grey column in the middle of the square.
    let narrow = try folder.image("found/pictures/b.png").pixels
    #expect(narrow[1, 16] == .white && narrow[16, 16] != .white && narrow[16, 16].a == 255)
    _ = eventually { folder.names.contains("found") && contact != nil }
    #expect(contact?.width == 6 * 32)

    let again = try project("mine", "--watch")
    #expect(again.output.hasPrefix("found: nothing waits"))
    #expect(queue.renders() == renders)
    let list = try run("renders", "found")
    #expect(list.output.contains("3 done"))
    #expect(try run("wait", "found").status == 0)
    let other = try project("mine", "--seed", "2")
    #expect(other.status == 1 && other.errors.contains("choose another --output"))
    #expect(folder.names == ["found", "mine"])
  }

  private var contact: Image? { try? folder.image("found/contact.png").pixels }

  @Test func aWorkerThatVanishesCostsOnePictureItsTimeAndNoOtherAnything() throws {
    try write(pictures: 3)
    let third = folder / "found/pictures/3.png"
    #expect(try project("mine", "--jobs", "1").status == 0)
    // The worker waits for the third's first byte until it is killed.
    let bytes = try Data(contentsOf: URL(filePath: third))
    try FileManager.default.removeItem(atPath: third)
    #expect(mkfifo(third, 0o600) == 0)
    let isThere = eventually {
      let renders = queue.renders()
      return renders[2].state == .running && renders[2].worker != nil
    }
    try #require(isThere, "\(queue.renders().map(\.state))")
    kill(try #require(queue.renders()[2].worker).process, SIGKILL)
    #expect(eventually { queue.renders()[2].isInterrupted })
    #expect(contact == nil)
    try FileManager.default.removeItem(atPath: third)
    try bytes.write(to: URL(filePath: third))
    #expect(try run("renders", "continue", "found").status == 0)
    #expect(try run("wait", "found").status == 0)
    #expect(queue.renders().map(\.attempt) == [1, 1, 2])
    #expect(queue.renders().map(\.duplicates) == [0, 0, 0])
    #expect(eventually { contact?.width == 6 * 32 })
  }

  @Test func aPictureThatWasChangedIsRefusedAndCanBeRetried() throws {
    try write(pictures: 1)
    #expect(
      try project("mine", "--runner", "local", "--jobs", "1", "--watch").status == 0)
    let render = try #require(queue.renders().first)
    #expect(render.state == .done)
    // As after a disk that lost the result and wrote over the picture.
    try FileManager.default.removeItem(atPath: render.folder + "/result")
    try FileManager.default.removeItem(atPath: folder / "found/contact.png")
    let good = try Data(contentsOf: URL(filePath: folder / "found/pictures/1.png"))
    try folder.write(SmallPictures.line, to: "found/pictures/1.png")
    #expect(try run("renders", "retry", "found").status == 0)
    #expect(try run("wait", "found").status == 1)
    let list = try run("renders", "found")
    #expect(list.output.contains("pictures/1.png: is not what nurie wrote"), "\(list.output)")
    try good.write(to: URL(filePath: folder / "found/pictures/1.png"))
    #expect(try run("renders", "retry", "found").status == 0)
    #expect(try run("wait", "found").status == 0)
  }

  /// One sentence each, and nothing left.
  @Test func whatCannotBeUsedIsSaid() throws {
    try folder.addFolder("empty")
    try write(pictures: 1)
    let good = try Data(contentsOf: URL(filePath: SmallGenerator.file))
    try folder.write(Array(good.dropLast(100)), to: "cut.safetensors")
    try folder.write([0x80, 2, 0x7d], to: "pickle.pt")
    var infinite = good
    infinite.replaceSubrange(good.count - 4..<good.count, with: [0, 0, 0x80, 0x7f])
    try folder.write(Array(infinite), to: "infinite.safetensors")
    try folder.addFolder("occupied")
    try folder.write([1], to: "occupied/mine.txt")
    let lines = BuiltProgram.path("nurie").components(separatedBy: "/.build").first! + "/weights"
    let cases: [(pictures: String, gan: String, output: String, words: String)] = [
      ("empty", SmallGenerator.file, "found", "there is no PNG, JPEG or WebP file"),
      ("mine", "cut.safetensors", "found", "not a usable safetensors file"),
      ("mine", "pickle.pt", "found", "nurie never reads one"),
      ("mine", "infinite.safetensors", "found", "infinite or none"),
      ("mine", lines + "/lines.safetensors", "found", "holds no generator of a StyleGAN2"),
      ("mine", "missing.safetensors", "found", "No such file"),
      ("mine", SmallGenerator.file, "occupied", "is no projection"),
    ]
    let before = folder.names
    for (pictures, gan, output, words) in cases {
      let outcome = try run("project", pictures, "--gan", gan, "--output", output)
      #expect(outcome.status == 1, "\(gan)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      #expect(folder.names == before)
    }
    try folder.addFolder("found")
    try folder.write(Array("{\"format\": 1}".utf8), to: "found/projection.json")
    for arguments in [
      ["renders", "found"], ["wait", "found"], ["render", "found", "--continue"],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.status == 1 && outcome.errors.contains("no description of a projection"))
    }
  }
}
