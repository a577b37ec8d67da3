import Raster
import TestSupport
import Testing

@testable import Projects

@Suite("Cleaning") struct CleaningTests {
  private let folder = TemporaryFolder()

  @Test("A removed reference goes once no colour has its name beside those of it")
  func references() throws {
    try Project.create(at: folder / "hana.nurie")
    var project = try Project(opening: folder / "hana.nurie")
    let importer = try #require(project.writer?.importer)
    let titles = ["first", "second"]
    let pictures = try titles.map {
      try importer.add(Image(width: 4, height: 4, repeating: .white), title: $0, as: .reference)
    }
    project.history.include(pictures)
    project.record([.add(pictures.map(\.id))], title: "import", time: 0)
    func freed(without indices: Int...) -> [String] {
      project.record([.remove(indices.map { pictures[$0].id })], title: "remove", time: 0)
      defer { _ = project.history.undo(time: 0) }
      return ProjectCleaning(of: project).items.filter { $0.kind == .picture }.map(\.name)
    }
    #expect(freed(without: 0) == [])
    #expect(freed(without: 1) == ["second"])
    #expect(freed(without: 0, 1) == ["first", "second"])
  }
}
