import Coloring
import Foundation
import ImageFormats
import Projects
import Raster
import Regions
import TestSupport
import Testing

@Suite struct AnalysisFilesTests {
  @Test func whatWasFoundIsReadableByOtherPrograms() throws {
    let folder = TemporaryFolder()
    let project = ProjectFolder(path: folder.path)
    let drawing = Picture(id: "a", kind: .drawing, title: "a", width: 64, height: 64)
    let sheet = Picture(id: "sheet", kind: .reference, title: "sheet", width: 64, height: 64)
    try FileManager.default.createDirectory(
      atPath: folder / "drawings/a", withIntermediateDirectories: true)
    var inputs = ColoringInputs(
      drawing: FramedSquare.image(.white), references: [FramedSquare.image(RGBA(200, 40, 40))])
    inputs.referenceLabels = [
      [PartLabel(region: RegionName(inside: Point(32, 32)), part: "hair")]
    ]
    let result = try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 1))
    #expect(
      try AnalysisFiles.write(
        result, of: drawing, references: [sheet], in: project, work: Work(threads: 1)))
    let parts = try ImageFile.read(folder / "drawings/a/parts.png").pixels
    #expect(parts[32, 32].hex == "#7a4fbf")
    let matches = FileManager.default.contents(atPath: folder / "drawings/a/matches.json")
    let text = String(decoding: try #require(matches), as: UTF8.self)
    #expect(text.contains(#""part":"hair","partFrom":"counterpart","reference":"sheet""#))
    #expect(text.hasPrefix(#"{"drawing":"a","regions":[{"#))
  }
}
