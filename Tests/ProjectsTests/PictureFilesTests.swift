import Coloring
import Foundation
import ImageFormats
import Projects
import Raster
import Regions
import TestSupport
import Testing

@Suite struct PictureFilesTests {
  private let folder = TemporaryFolder()
  private let work = Work(threads: 1)

  private func make(_ names: String...) throws {
    for name in names { try Data().write(to: URL(fileURLWithPath: folder / name)) }
  }

  @Test func foldersAndPatternsMeanTheirPicturesInTheOrderOfTheirNumbers() throws {
    try make("cut10.png", "cut2.PNG", "cut02b.jpg", "notes.txt", ".hidden.png")
    func named(_ given: String...) throws -> [String] {
      try PictureFiles.named(by: given.map { folder / $0 }).map {
        String($0.split(separator: "/").last!)
      }
    }
    #expect(try named("") == ["cut2.PNG", "cut02b.jpg", "cut10.png"])
    #expect(try named("cut*") == ["cut2.PNG", "cut02b.jpg", "cut10.png"])
    #expect(try named("notes.txt", "cut10.png") == ["notes.txt", "cut10.png"])
    #expect(throws: ImageError(.nothingFits, file: folder / "sheet*")) { try named("sheet*") }
    #expect(throws: ImageError(.missing, file: folder / "sheet")) { try named("sheet") }
  }

  @Test func aFolderWithoutPicturesIsSaid() throws {
    for name in ["notes", "walk", "old.nurie", ".cache"] {
      try FileManager.default.createDirectory(
        atPath: folder / name, withIntermediateDirectories: true)
    }
    try make("notes/a.txt", "walk/a.png", "old.nurie/a.png", ".cache/a.png")
    #expect(throws: ImageError(.noPictures, file: folder / "notes")) {
      try PictureFiles.named(by: [folder / "notes"])
    }
    #expect(PictureFiles.foldersWithPictures(in: folder.path) == ["walk"])
  }

  @Test func whatWasNeverImportedIsKnownByItsName() throws {
    try PNG.write(Image(width: 4, height: 4, repeating: .white), to: folder / "line.png")
    let path = folder / "hana.nurie"
    try Project.create(at: path) { project in
      let importer = try #require(project.writer?.importer)
      let pictures = try importer.add([folder / "line.png"], as: .drawing, work: work).pictures
      project.history.include(pictures)
      project.record(
        [.add(pictures.map(\.id)), .rename(pictures[0].id, title: "dawn")], title: "add", time: 0)
    }
    let project = try Project(opening: path)
    let files = [folder / "line.png", folder / "sheet.png"]
    #expect(PictureFiles.notImported([files], into: project) == [folder / "sheet.png"])
    // Drawings and references are imported apart, and their titles do not depend on one another.
    let sheet = folder / "sheets/line.png"
    #expect(PictureFiles.notImported([[files[0]], [sheet]], into: project) == [])
    #expect(PictureFiles.notImported([[files[0], sheet]], into: project) == [files[0], sheet])
  }

  @Test func whatIsNoFileOrHasNoNameIsLeftOutWithAReason() throws {
    try PNG.write(Image(width: 4, height: 4, repeating: .white), to: folder / "cut1.png")
    let bytes = Array((folder / "caf").utf8) + [0xe9] + Array(".png".utf8)
    let made = open(bytes.map(CChar.init(bitPattern:)) + [0], O_CREAT | O_WRONLY, 0o600)
    #expect(made >= 0)
    close(made)
    #expect(mkfifo(folder / "pipe.png", 0o600) == 0)
    #expect(mkdir(folder / "folder.png", 0o700) == 0)
    // As a folder is read, and as a shell's pattern is given.
    let shell = [String(decoding: bytes, as: UTF8.self), folder / "cut1.png", folder / "pipe.png"]
    for given in [[folder.path], shell] {
      let project = TemporaryFolder()
      try Project.create(at: project / "a.nurie") { project in
        let files = try PictureFiles.named(by: given)
        let outcome = try #require(project.writer).importer.add(files, as: .drawing, work: work)
        #expect(outcome.pictures.map(\.title) == ["cut1"])
        #expect(
          outcome.failures.map { "\($0.problem)" }.sorted() == ["nameIsNoText", "special"])
      }
    }
  }

  @Test func thumbnailsAreMadeOnceAndWithoutACacheToo() throws {
    let project = ProjectFolder(path: folder.path)
    let picture = Picture(id: "a", kind: .drawing, title: "a", width: 1000, height: 500)
    try FileManager.default.createDirectory(
      atPath: folder / "drawings/a", withIntermediateDirectories: true)
    try PNG.write(Image(width: 1000, height: 500, repeating: .white), to: project.file(of: picture))
    let made = try Thumbnail.image(of: picture, in: project, work: work)
    #expect(made.width == 512 && made.height == 256)
    let cached = project.cache + "/a.png"
    try PNG.write(Image(width: 2, height: 2, repeating: .black), to: cached)
    #expect(try Thumbnail.image(of: picture, in: project, work: work).width == 2)
    try Data("no picture".utf8).write(to: URL(fileURLWithPath: cached))
    #expect(try Thumbnail.image(of: picture, in: project, work: work) == made)
  }

  @Test func theSamplesAreCopiedOnce() throws {
    for character in ["hana", "kai"] {
      for name in ["reference.png", "wave/line.png"] {
        let file = folder / "samples/\(character)/\(name)"
        try FileManager.default.createDirectory(
          atPath: String(file[..<file.lastIndex(of: "/")!]), withIntermediateDirectories: true)
        try PNG.write(Image(width: 4, height: 4, repeating: .white), to: file)
      }
    }
    let path = SampleProject.path(
      in: UserFolders { $0 == "XDG_DATA_HOME" ? folder / "data" : nil })
    #expect(path == folder / "data/nurie/samples.nurie")
    for _ in 0..<2 { try SampleProject.make(at: path, from: folder / "samples", work: work) }
    let state = try Project(opening: path).history.state
    #expect(state.drawings.map(\.title) == ["hana wave", "kai wave"])
    #expect(state.references(for: "kai-wave").map(\.title) == ["kai"])
  }

  @Test func theReferencesOfTheSamplesHaveTheirTrueParts() throws {
    let samples = #filePath.replacing(
      "Tests/ProjectsTests/PictureFilesTests.swift", with: "samples")
    try FileManager.default.createDirectory(
      atPath: folder / "samples/hana", withIntermediateDirectories: true)
    for name in ["reference.png", "reference-parts.png"] {
      try FileManager.default.copyItem(
        atPath: "\(samples)/hana/\(name)", toPath: folder / "samples/hana/\(name)")
    }
    let path = folder / "samples.nurie"
    try SampleProject.make(at: path, from: folder / "samples", work: work)
    let labels = try Project(opening: path).history.state.labels["hana"] ?? []
    let parts = Dictionary(grouping: labels, by: \.part).mapValues(\.count)
    for part in ["hair", "skin", "iris", "upper-cloth", "lower-cloth", "footwear"] {
      #expect(parts[part, default: 0] > 0, "\(part)")
    }
    let truth = try ImageFile.read(folder / "samples/hana/reference-parts.png").pixels
    let wrong = try labels.filter { label in
      let fixed = try #require(Part.standard.first { $0.id == label.part })
      return truth[label.region.inside].hex != fixed.hex
    }
    // Where the reading joined two parts, the larger gives the name.
    #expect(wrong.count * 20 <= labels.count, "\(wrong)")
  }
}
