import Foundation
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
      ["lines", "sheet.png", "--output", "lines.png"] + arguments, in: folder,
      environment: ["XDG_CACHE_HOME": folder / "cache"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(!folder.names.contains("lines.png"))
    return outcome.errors
  }

  @Test func withoutANetworkItSaysHowToGetOne() throws {
    #expect(
      try complaint([])
        == "nurie: there is no trained line network yet; train one with nurie train lines, or give a checkpoint with --network.\n"
    )
  }

  @Test func aFileThatIsNoNetworkIsNamed() throws {
    try folder.write(Array("no checkpoint".utf8), to: "weights.safetensors")
    #expect(
      try complaint(["--network", "weights.safetensors"]).hasPrefix("nurie: weights.safetensors: "))
    #expect(
      try complaint(["--network", "gone.safetensors"]).hasPrefix("nurie: gone.safetensors: "))
  }
}
