import Coloring
import Foundation
import ImageFormats
import Raster
import Regions
import TestSupport
import Testing

@testable import Projects

@Suite("A finished drawing that is a reference")
struct FinishedReferenceTests {
  private let folder = TemporaryFolder()
  private let work = Work(threads: 1)

  private func handedOn() throws -> (
    project: ProjectFolder, picture: Picture, result: ColoringResult
  ) {
    try Project.create(at: folder / "cut.nurie") { _ in }
    let project = try Project(opening: folder / "cut.nurie")
    let importer = try #require(project.writer?.importer)
    let result = try Coloring.run(
      ColoringInputs(
        drawing: FramedSquare.image(.white), references: [FramedSquare.image(RGBA(200, 40, 40))]),
      cache: MemoryCache(), work: work)
    return (project.folder, try importer.add(result, title: "walk", resultOf: "walk"), result)
  }

  private func division(
    _ handed: (project: ProjectFolder, picture: Picture, result: ColoringResult)
  ) throws -> FinishedDivision? {
    try handed.project.division(
      of: handed.picture.id, ImageFile.read(handed.project.file(of: handed.picture)).pixels,
      work: work)
  }

  @Test("Its regions and paints are kept beside its picture")
  func kept() throws {
    let handed = try handedOn()
    #expect(handed.picture.result == "walk")
    let found = try #require(try division(handed))
    #expect(found.labels == handed.result.map.labels)
    let paint = found.paints[found.labels[32, 32]]
    #expect(paint == RGBA(200, 40, 40))
    #expect(found.paints[found.labels[0, 0]] == nil)
  }

  @Test("One from before these were kept is read by its picture")
  func older() throws {
    let handed = try handedOn()
    let place = handed.project.folder(of: handed.picture.id, .reference)
    for file in ["division.png", "paints.json"] {
      try FileManager.default.removeItem(atPath: "\(place)/\(file)")
    }
    #expect(try division(handed) == nil)
  }

  @Test(
    "Files that do not belong together are named, and nothing is guessed",
    arguments: ["[]", "[null]", "[\"#12345\", null]", "no list", ""])
  func damaged(paints: String) throws {
    let handed = try handedOn()
    let place = handed.project.folder(of: handed.picture.id, .reference)
    try Data(paints.utf8).write(to: URL(fileURLWithPath: place + "/paints.json"))
    #expect {
      try division(handed)
    } throws: { error in
      (error as? ImageError)?.file == place + "/paints.json"
    }
  }

  @Test("One of the two alone is not passed over")
  func half() throws {
    let handed = try handedOn()
    let place = handed.project.folder(of: handed.picture.id, .reference)
    try FileManager.default.removeItem(atPath: place + "/division.png")
    #expect(throws: ImageError.self) { try division(handed) }
  }
}
