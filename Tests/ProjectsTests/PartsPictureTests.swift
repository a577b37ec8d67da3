import Foundation
import ImageFormats
import Projects
import Raster
import Regions
import TestSupport
import Testing

@Suite struct PartsPictureTests {
  private let folder = TemporaryFolder()
  private let work = Work(threads: 1)
  private let picture = Picture(id: "a", kind: .drawing, title: "a", width: 12, height: 6)

  /// Two halves: region 1 on the left, 2 on the right.
  private var map: RegionMap {
    get throws {
      var labels = Plane<UInt16>(width: 12, height: 6, repeating: 1)
      for y in 0..<6 { for x in 6..<12 { labels[x, y] = 2 } }
      return try RegionMap(labels: labels, isBackground: [false, false], work: work)
    }
  }

  private func written(_ parts: RegionTable<String?>) throws -> (PartsPicture, String) {
    let file = ProjectFolder(path: folder.path).folder(of: "a", .drawing) + "/parts.png"
    try FileManager.default.createDirectory(
      atPath: folder / "drawings/a", withIntermediateDirectories: true)
    let picture = PartsPicture(of: picture, in: ProjectFolder(path: folder.path))
    try picture.write(map, parts: parts, work: work)
    return (picture, file)
  }

  private func edit(_ file: String, _ change: (inout Image) -> Void) throws {
    var image = try ImageFile.read(file).pixels
    change(&image)
    try PNG.write(image, to: file)
    // An editor takes longer than a tick of the file system's clock.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 2)], ofItemAtPath: file)
  }

  private func edits(_ parts: PartsPicture) throws -> [Edit] {
    try parts.outsideReading(work: work)?.edits ?? []
  }

  @Test func partsHaveTheirFixedColours() throws {
    let (parts, file) = try written(["hair", nil])
    let image = try ImageFile.read(file).pixels
    #expect(image[0, 0].hex == "#7a4fbf")
    #expect(image[11, 0] == PartsPicture.unlabelled)
    #expect(!parts.isEditedOutside)
    #expect(try edits(parts) == [])
    let labels = try PNG.decodeGrey(readBytes(folder / "drawings/a/regions.png", limit: 1 << 20))
    #expect(labels == (try map).labels)
  }

  @Test func whatMostOfARegionShowsCounts() throws {
    let (parts, file) = try written(["hair", nil])
    try edit(file) { image in
      // Nearly skin, with a soft edge and a slip of the hand over the border.
      for y in 0..<6 { for x in 5..<12 { image[x, y] = RGBA(240, 180, 130) } }
      image[11, 5] = RGBA(120, 80, 190)
    }
    #expect(parts.isEditedOutside)
    // Not written over before it is taken in.
    #expect(try !parts.write(map, parts: ["hair", nil], work: work))
    let right = (try map)[2].inside
    #expect(
      try edits(parts) == [
        .label("a", [RegionName(inside: right)], part: "skin")
      ])
    try parts.acknowledge(try #require(try parts.outsideReading(work: work)))
    #expect(!parts.isEditedOutside)
    #expect(try edits(parts) == [])
  }

  @Test func whatIsSavedAgainBeforeTheFirstIsTakenInIsNotLost() throws {
    let (parts, file) = try written(["hair", "hair"])
    func paint(_ columns: Range<Int>, minutes: Double) throws {
      try edit(file) { image in
        for y in 0..<6 { for x in columns { image[x, y] = RGBA(244, 177, 131) } }
      }
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: 60 * minutes)], ofItemAtPath: file)
    }
    try paint(6..<12, minutes: 1)
    let first = try #require(try parts.outsideReading(work: work))
    try paint(0..<6, minutes: 2)
    try parts.acknowledge(first)
    let second = try #require(try parts.outsideReading(work: work))
    #expect(!second.isOfSameFile(as: first))
    let left = RegionName(inside: (try map)[1].inside)
    #expect(second.edits == [.label("a", [left], part: "skin")])
  }

  @Test func aPictureInOtherColoursSaysNothingOfParts() throws {
    let (parts, file) = try written(["hair", "skin"])
    try edit(file) { image in
      image = image.map { RGBA($0.g, $0.g, $0.g) }
    }
    #expect(throws: ImageError.self) { try edits(parts) }
  }

  @Test func whatIsErasedIsUnlabelled() throws {
    let (parts, file) = try written(["hair", "skin"])
    try edit(file) { image in
      for y in 0..<6 { for x in 0..<6 { image[x, y] = .clear } }
    }
    let left = (try map)[1].inside
    #expect(
      try edits(parts) == [.label("a", [RegionName(inside: left)], part: nil)])
  }

  @Test func itIsReadInTheColoursItWasWrittenIn() throws {
    let ribbon = Part(id: "ribbon", name: "ribbon", japanese: "帯", letter: "R", hex: "#28f0f0")
    let red = Part(id: "ribbon", name: "ribbon", japanese: "帯", letter: "R", hex: "#c00000")
    let (_, file) = try written(["hair", nil])
    let project = ProjectFolder(path: folder.path)
    try PartsPicture(of: picture, in: project, parts: Part.standard + [ribbon])
      .write(map, parts: ["ribbon", nil], work: work)
    try edit(file) { image in for y in 0..<6 { image[11, y] = RGBA(40, 240, 240) } }
    // The part has another colour now: what was ribbon is no hand at work.
    let now = PartsPicture(of: picture, in: project, parts: Part.standard + [red])
    #expect(try edits(now) == [])
    // And a part that was removed since is nothing.
    let without = PartsPicture(of: picture, in: project)
    #expect(try edits(without) == [])
  }

  @Test func aPictureOfAnotherSizeIsRefused() throws {
    let (parts, file) = try written(["hair", nil])
    try PNG.write(Image(width: 3, height: 3, repeating: .white), to: file)
    #expect(throws: ImageError.self) { try edits(parts) }
  }
}
