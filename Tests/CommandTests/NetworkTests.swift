import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("The network that colorize looks with")
struct NetworkTests {
  private let folder = TemporaryFolder()
  private let colorize = ["colorize", "line.png", "--reference", "sheet.png", "--progress", "none"]

  init() throws {
    try folder.write(SmallPictures.line, to: "line.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  @Test("A program without its weights says so once, and colours by rules")
  func missing() throws {
    let alone = folder / "nurie"
    try FileManager.default.copyItem(atPath: Program.path, toPath: alone)
    let run = try Program.run(colorize + ["--output", "alone.png"], at: alone, in: folder)
    #expect(run.status == 0)
    #expect(
      run.errors
        == "nurie: The network's weights (share/nurie/weights/matcher.safetensors) were not found beside the program, so rules alone match; install nurie again.\n"
    )
    let byRules = try Program.run(
      colorize + ["--matcher", "classical", "--output", "rules.png"], in: folder)
    #expect(byRules.status == 0 && byRules.errors.isEmpty)
    #expect(try folder.image("alone.png").pixels == folder.image("rules.png").pixels)
  }

  @Test("It is looked with unless rules are wished for")
  func used() throws {
    func stages(_ options: [String]) throws -> Bool {
      let progress = ["--progress", "json", "--force"]
      let run = try Program.run(Array(colorize.dropLast(2)) + progress + options, in: folder)
      #expect(run.status == 0)
      return run.errors.contains("\"features\"")
    }
    #expect(try stages([]))
    #expect(try !stages(["--matcher", "classical"]))
  }
}
