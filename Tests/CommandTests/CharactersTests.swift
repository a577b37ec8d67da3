import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite struct CharactersTests {
  @Test func aPairIsWrittenWithItsTruth() throws {
    let folder = TemporaryFolder()
    let outcome = try Program.run(
      ["characters", "--count", "2", "--seed", "7", "--size", "64", "--output", "pairs"], in: folder
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    for name in ["colour", "line", "ink", "parts", "groups", "regions"] {
      for view in ["7-1", "7-2", "8-1", "8-2"] {
        let picture = try ImageFile.read("\(folder.path)/pairs/\(view)-\(name).png")
        #expect(picture.pixels.width == 64 && picture.pixels.height == 64, "\(view)-\(name)")
      }
    }
    let table = try String(contentsOfFile: "\(folder.path)/pairs/7-points.tsv", encoding: .utf8)
    #expect(table.split(separator: "\n").count > 20)
  }

  @Test func aSheetIsOnePictureAndIsNotReplaced() throws {
    let folder = TemporaryFolder()
    let arguments = ["characters", "--count", "3", "--size", "48", "--output", "sheet", "--sheet"]
    #expect(try Program.run(arguments, in: folder).status == 0)
    let sheet = try ImageFile.read("\(folder.path)/sheet/sheet.png")
    #expect(sheet.pixels.width == 8 * 48 && sheet.pixels.height == 3 * 48)
    let again = try Program.run(arguments, in: folder)
    #expect(again.status == 1 && again.errors.contains("exists"))
    #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
  }

  @Test func impossibleSizesAreRefused() throws {
    let folder = TemporaryFolder()
    for wrong in [["--size", "16"], ["--size", "4096"], ["--count", "0"]] {
      let outcome = try Program.run(["characters", "--output", "pairs"] + wrong, in: folder)
      #expect(outcome.status == 64, "\(wrong)")
    }
  }
}
