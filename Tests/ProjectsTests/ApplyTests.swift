import ImageFormats
import Projects
import Raster
import TestSupport
import Testing

@Suite struct ApplyTests {
  private let folder = TemporaryFolder()
  private var path: String { folder / "hana.nurie" }

  private func project() throws -> Project {
    try PNG.write(Image(width: 20, height: 20, repeating: .white), to: folder / "a.png")
    try Project.create(at: path) { project in
      let importer = try #require(project.writer?.importer)
      let outcome = try importer.add([folder / "a.png"], as: .drawing, work: Work(threads: 1))
      project.history.include(outcome.pictures)
      project.record([.add(["a"])], title: "add", time: 0)
    }
    return try Project(opening: path)
  }

  private func apply(_ text: String) throws -> (Project, Int) {
    var project = try project()
    let count = try project.apply(Array(text.utf8), named: "e.jsonl", time: 0)
    return (project, count)
  }

  @Test func editsAndLinesOfAJournalAreDone() throws {
    let (project, count) = try apply(
      """
      {"kind":"gap","picture":"a","pixels":3}

      {"line":9,"title":"second","edits":[{"kind":"gap","picture":"a","pixels":4}]}
      {"line":10,"title":"third","edits":[{"kind":"gap","picture":"a","pixels":5}]}
      {"line":11,"title":"third","undo":10}
      """)
    #expect(count == 2)
    #expect(project.history.lines.map(\.title) == ["add", "gap of a: 3 pixels", "second"])
    #expect(project.history.state.gaps == ["a": 4])
  }

  @Test func aPictureCanBeNamedByItsTitle() throws {
    let (project, _) = try apply(
      """
      {"kind":"rename","picture":"a","title":"walk 01"}
      {"kind":"gap","picture":"walk 01","pixels":4}
      """)
    #expect(
      project.history.lines.map(\.title) == [
        "add", "rename a to walk 01", "gap of walk 01: 4 pixels",
      ])
    #expect(project.history.state.gaps == ["a": 4])
  }

  @Test func aTitleMeansWhatIsThereBeforeWhatWasRemoved() throws {
    try PNG.write(Image(width: 20, height: 20, repeating: .white), to: folder / "b c.png")
    var project = try self.project()
    let importer = try #require(project.writer?.importer)
    let added = try importer.add([folder / "b c.png"], as: .drawing, work: Work(threads: 1))
    project.history.include(added.pictures)
    #expect(added.pictures.map(\.id) == ["b-c"])
    let text = """
      {"kind":"add","pictures":["b-c"]}
      {"kind":"remove","pictures":["a"]}
      {"kind":"rename","picture":"b c","title":"a"}
      {"kind":"gap","picture":"a","pixels":4}
      """
    #expect(try project.apply(Array(text.utf8), named: "e.jsonl", time: 0) == 4)
    #expect(project.history.state.gaps == ["b-c": 4])
    // What is not there yet has its title all the same.
    #expect(
      project.history.lines.map(\.title) == [
        "add", "add b c", "remove a", "rename b c to a", "gap of a: 4 pixels",
      ])
  }

  @Test(
    arguments: [
      (#"{"kind":"gap","picture":"b","pixels":3}"#, "does not have"),
      (#"{"kind":"gap","picture":"a","pixels":-3}"#, "a gap of"),
      (#"{"kind":"label","picture":"a","regions":[{"x":20,"y":0}],"part":"hair"}"#, "outside"),
      (
        #"{"kind":"label","picture":"a","regions":[{"x":1,"y":0}],"part":"tail"}"#, "does not exist"
      ),
      (#"{"kind":"label","picture":"a","regions":[],"part":"hair"}"#, "has no regions"),
      (#"{"kind":"gap","picture":"b","pixels":3}"#, "it has a;"),
      (#"{"kind":"assign","pictures":["a"],"references":["a"]}"#, "is not a reference"),
      (#"{"kind":"warp"}"#, "does not know"), (#"{"title":"nothing"}"#, "neither"),
      (#"{"undo":4}"#, "takes back line 4"), ("{", "not valid JSON"), ("[]", "not an object"),
      (#"{"kind":"gap","picture":"a"}"#, "lacks \"pixels\""),
    ])
  func aLineThatCannotBeDoneLeavesAllUndone(line: String, reason: String) throws {
    let error = #expect(throws: ProjectError.self) {
      try apply(#"{"kind":"gap","picture":"a","pixels":3}"# + "\n" + line)
    }
    #expect(error?.description.hasPrefix("e.jsonl: line 2 ") == true)
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(try Project(reading: ProjectFolder(path: path)).history.lines.count == 1)
  }
}
