import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite struct LinesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func complaint(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(
      ["lines", "sheet.png", "--output", "lines.png"] + arguments, in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(!folder.names.contains("lines.png"))
    return outcome.errors
  }

  @Test func withoutItsWeightsItSaysSo() throws {
    let alone = folder / "nurie"
    try FileManager.default.copyItem(atPath: Program.path, toPath: alone)
    let outcome = try Program.run(
      ["lines", "sheet.png", "--output", "lines.png"], at: alone, in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "nurie: the line network's weights (share/nurie/weights/lines.safetensors) were not found beside the program; install nurie again, or give others with --network.\n"
    )
    #expect(!folder.names.contains("lines.png"))
  }

  @Test func theShippedNetworkInksWhereColoursMeetAndNothingElse() throws {
    let outcome = try Program.run(["lines", "sheet.png", "--output", "lines.png"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try folder.image("lines.png").pixels
    let sheet = SmallPictures.reference
    #expect(lines.width == sheet.width && lines.height == sheet.height)
    let ink = lines.elements.count { $0.g < 128 }
    #expect((1..<lines.elements.count / 4).contains(ink), "\(ink) pixels of ink")
    for place in [SmallPictures.face, SmallPictures.body] {
      #expect(lines[place].g > 200, "inside is paper")
    }
  }

  @Test func aFileThatIsNoNetworkIsNamed() throws {
    try folder.write(Array("no checkpoint".utf8), to: "weights.safetensors")
    #expect(
      try complaint(["--network", "weights.safetensors"]).hasPrefix("nurie: weights.safetensors: "))
    #expect(
      try complaint(["--network", "gone.safetensors"]).hasPrefix("nurie: gone.safetensors: "))
  }
}
