import Coloring
import Delivery
import Foundation
import Raster
import Regions
import TestSupport
import Testing

@testable import Projects

@Suite("Parts that a project's labels teach") struct TeachingTests {
  private static let horn = Part(
    id: "horn", name: "horn", japanese: "角", letter: "N", hex: "#28f0f0")
  private let folder = TemporaryFolder()
  private let face = RegionName(inside: SmallPictures.face)
  private let body = RegionName(inside: SmallPictures.body)
  private let work = Work(threads: 1)

  /// A project of two drawings that are alike.
  private func project() throws -> Project {
    try Project.create(at: folder / "hana.nurie")
    var project = try Project(opening: folder / "hana.nurie")
    let importer = try #require(project.writer?.importer)
    let pictures = [
      try importer.add(SmallPictures.line, title: "first", as: .drawing),
      try importer.add(SmallPictures.line, title: "second", as: .drawing),
      try importer.add(SmallPictures.reference, title: "sheet", as: .reference),
    ]
    project.history.include(pictures)
    project.record([.add(pictures.map(\.id)), .addPart(Self.horn)], title: "make", time: 0)
    return project
  }

  private func label(_ project: inout Project, _ title: String, _ labels: [(RegionName, String)]) {
    let state = project.history.state
    let picture = (state.drawings + state.references).first { $0.title == title }!
    project.record(
      labels.map { .label(picture.id, [$0.0], part: $0.1) }, title: "label", time: 0)
  }

  private func teacher(_ project: Project) -> PartsTeacher {
    PartsTeacher(project.folder, state: project.history.state, engines: .shipped)
  }

  /// The parts of the face and the coat of the second drawing.
  private func parts(_ project: Project) throws -> [RegionPart?] {
    var colourer = DrawingColourer(
      project.folder, state: project.history.state, engines: .shipped)
    let drawing = project.history.state.drawings[1]
    let found = try #require(
      try colourer.colour(drawing, given: GivenSettings(), work: work) { _ in })
    return try [face, body].map {
      found.result.parts[try #require(found.result.map.resolve($0))]
    }
  }

  private func key(_ project: Project) -> ContentKey {
    let state = project.history.state
    return state.contentKey(for: state.drawings[1].id)
  }

  @Test("The other drawing follows, its own labels stay, and undo takes it back")
  func follows() throws {
    var project = try project()
    label(&project, "first", [(face, "horn"), (body, "upper-cloth")])
    let before = try (parts(project), key(project), project.history.state)
    let taught = try teacher(project).teach(work: work)
    #expect(taught.pictures == [before.2.drawings[0].id] && taught.left == 0)
    #expect(taught.parts.map(\.id) == ["upper-cloth", "horn"])
    #expect(try parts(project) == before.0, "nothing follows before the edit")
    project.record([taught.edit], title: "teach", time: 0)
    #expect(try parts(project)[0] == RegionPart("horn", .taught))
    #expect(key(project) != before.1)
    let changes = try PartChanges(
      of: project.folder, from: before.2, to: project.history.state, engines: .shipped, work: work)
    #expect(changes.regions >= 1 && changes.drawings == 1 && changes.unread == 0)

    label(&project, "second", [(face, "hair")])
    #expect(try parts(project)[0] == RegionPart("hair", .label))
    _ = project.history.undo(time: 0)
    _ = project.history.undo(time: 0)
    #expect(try parts(project) == before.0 && key(project) == before.1)
    _ = project.history.redo(time: 0)
    project.record([.teach(nil)], title: "forget", time: 0)
    #expect(try parts(project) == before.0 && key(project) == before.1)
    _ = project.history.undo(time: 0)
    #expect(try parts(project)[0] == RegionPart("horn", .taught))
  }

  @Test("A reference teaches too")
  func reference() throws {
    var project = try project()
    label(&project, "sheet", [(face, "horn"), (body, "upper-cloth")])
    let taught = try teacher(project).teach(work: work)
    #expect(taught.pictures == [project.history.state.references[0].id])
    #expect(taught.parts.map(\.id) == ["upper-cloth", "horn"])
  }

  @Test("A drawing that cannot be read is left out of the count")
  func unread() throws {
    var project = try project()
    label(&project, "first", [(face, "horn"), (body, "upper-cloth")])
    let before = project.history.state
    project.record([try teacher(project).teach(work: work).edit], title: "teach", time: 0)
    try FileManager.default.removeItem(
      atPath: project.folder.file(of: project.history.state.drawings[1]))
    let changes = try PartChanges(
      of: project.folder, from: before, to: project.history.state, engines: .shipped, work: work)
    #expect(changes.unread == 1 && changes.drawings == 0)
  }

  @Test("What teaches nothing says why, and leaves no file")
  func nothing() throws {
    var project = try project()
    #expect(throws: PartsTeachingError.nothingLabelled) {
      try teacher(project).teach(work: work)
    }
    label(&project, "first", [(face, "horn")])
    label(&project, "second", [(face, "horn")])
    #expect(throws: PartsTeachingError.onePart(Self.horn)) {
      try teacher(project).teach(work: work)
    }
    label(&project, "first", [(body, "upper-cloth")])
    var settings = ProjectSettings()
    settings.matcher = .classical
    project.record([.settings(settings)], title: "rules", time: 0)
    #expect(throws: PartsTeachingError.noNetwork) { try teacher(project).teach(work: work) }
    #expect(!FileManager.default.fileExists(atPath: project.folder.path + "/parts"))
  }

  @Test("Labels whose regions are gone teach nothing")
  func gone() throws {
    var project = try project()
    label(&project, "first", [(RegionName(inside: Point(-5, -5)), "horn")])
    #expect(throws: PartsTeachingError.nothingLabelled) {
      try teacher(project).teach(work: work)
    }
  }

  @Test("Of more than ten pictures those with the most labels teach")
  func most() throws {
    var project = try project()
    let importer = try #require(project.writer?.importer)
    let more = try (0..<PartsTeacher.most).map {
      try importer.add(SmallPictures.line, title: "more \($0)", as: .drawing)
    }
    project.history.include(more)
    project.record([.add(more.map(\.id))], title: "add", time: 0)
    label(&project, "first", [(face, "horn")])
    for picture in more {
      label(&project, picture.title, [(face, "horn"), (body, "upper-cloth")])
    }
    let taught = try teacher(project).teach(work: work)
    #expect(taught.pictures == more.map(\.id) && taught.left == 1)
  }

  @Test("A file that is missing or not what was written is one sentence; the labels stay")
  func damaged() throws {
    var project = try project()
    label(&project, "first", [(face, "horn"), (body, "upper-cloth")])
    let taught = try teacher(project).teach(work: work)
    project.record([taught.edit], title: "teach", time: 0)
    let file = project.folder.teller(taught.key)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    func complaint() throws -> String {
      let error = #expect(throws: ProjectError.self) { try parts(project) }
      return try #require(error?.reason)
    }
    try bytes.dropLast().write(to: URL(fileURLWithPath: file))
    #expect(try complaint().contains("is not what was written); teach them again"))
    try FileManager.default.removeItem(atPath: file)
    #expect(try complaint().contains("it is missing"))
    #expect(try teacher(project).teach(work: work).key == taught.key)
    #expect(try parts(project)[0]?.part == "horn")
  }

  @Test("An edit cannot name a file outside of the project")
  func outside() throws {
    var project = try project()
    let edits = #"{"kind":"teach","head":"../../../../etc/passwd"}"#
    #expect(throws: ProjectError.self) {
      try project.apply(Array(edits.utf8), named: "edits")
    }
    project.record([.teach("../../secret")], title: "teach", time: 0)
    #expect(throws: ProjectError.self) { try parts(project) }
  }

  @Test("Cleaning frees what was taught before, not what is followed")
  func cleaning() throws {
    var project = try project()
    label(&project, "first", [(face, "horn"), (body, "upper-cloth")])
    let first = try teacher(project).teach(work: work)
    project.record([first.edit], title: "teach", time: 0)
    label(&project, "first", [(body, "hair")])
    let second = try teacher(project).teach(work: work)
    project.record([second.edit], title: "teach", time: 0)
    let freed = ProjectCleaning(of: project).items.filter { $0.kind == .teaching }
    #expect(first.key != second.key && freed.map(\.name) == ["\(first.key).safetensors"])
  }
}
