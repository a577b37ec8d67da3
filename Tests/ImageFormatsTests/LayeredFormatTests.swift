import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("The table of layered formats")
struct LayeredFormatTests {
  @Test("Every format is found by its ending and by the names of its files")
  func finding() {
    for format in LayeredFormat.all {
      #expect(LayeredFormat(ending: format.ending) == format)
      #expect(LayeredFormat(ofFile: "cut 01/A.\(format.ending.uppercased())") == format)
      #expect(LayeredFormat(ofFile: format.ending) == nil)
      #expect(format.ending == format.ending.lowercased() && !format.programs.isEmpty)
    }
    #expect(Set(LayeredFormat.all).count == LayeredFormat.all.count)
    #expect(LayeredFormat(ending: "PSD") == nil && LayeredFormat(ofFile: "a.psd.png") == nil)
  }

  /// Renders that wait name their format so in `job.json`.
  @Test("A file on disk says psd or ora, and another name is refused")
  func coding() throws {
    #expect(
      try JSONEncoder().encode(Array(LayeredFormat.all.prefix(2))) == Data(#"["psd","ora"]"#.utf8))
    for format in LayeredFormat.all {
      let bytes = try JSONEncoder().encode([format])
      #expect(try JSONDecoder().decode([LayeredFormat].self, from: bytes) == [format])
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LayeredFormat].self, from: Data(#"["xcf"]"#.utf8))
    }
  }

  @Test("Every format writes a file of its own kind, whole or not at all")
  func writing() throws {
    let folder = TemporaryFolder()
    let work = Work(threads: 2)
    var beginnings: Set<[UInt8]> = []
    for format in LayeredFormat.all {
      let file = folder / "a\(format.suffix)"
      try format.write(LayeredSample.picture, to: file, work: work)
      beginnings.insert(Array(try readBytes(file, limit: 1 << 24).prefix(60)))
      let error = #expect(throws: ImageError.self) {
        try format.write(LayeredSample.picture, to: file, overwriting: false, work: work)
      }
      #expect(error?.problem == .exists)
      #expect(throws: Cancelled.self) {
        try format.write(
          LayeredSample.picture, to: folder / "b\(format.suffix)",
          work: Work(threads: 1, isCancelled: { true }))
      }
    }
    #expect(beginnings.count == LayeredFormat.all.count)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).count
        == LayeredFormat.all.count)
  }

  @Test("Texts name every format")
  func texts() {
    for format in LayeredFormat.all {
      #expect(LayeredFormat.endings(joinedBy: "・").contains(format.ending))
      #expect(LayeredFormat.choice(\.presentation).contains(format.programs[0]))
    }
    #expect(LayeredFormat.choice(\.suffix).hasPrefix(".psd"))
    #expect(LayeredFormat.choice(\.suffix).components(separatedBy: " or ").count == 2)
  }
}
