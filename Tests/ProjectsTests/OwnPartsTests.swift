import Coloring
import Foundation
import ImageFormats
import Projects
import Raster
import Regions
import TestSupport
import Testing

@Suite struct OwnPartsTests {
  private let ribbon = Part(
    id: "ribbon", name: "ribbon", japanese: "リボン", letter: "R", hex: "#28f0f0")
  private let place = RegionName(inside: Point(3, 4))

  private func history() -> History {
    let picture = Picture(id: "a", kind: .drawing, title: "a", width: 12, height: 6)
    var history = History(pictures: [picture])
    _ = history.record([.add(["a"])], title: "add", time: 0)
    _ = history.record([.addPart(ribbon)], title: "add part", time: 0)
    return history
  }

  @Test func aPartComesAfterThoseOfEveryProject() {
    #expect(history().state.allParts == Part.standard + [ribbon])
    #expect(history().state.settings(for: "a").ownParts == [ribbon])
  }

  @Test func aRemovedPartTakesItsLabelsAlongUntilItIsBack() {
    var history = history()
    let entry = PaletteEntry(name: "red", part: "ribbon", base: RGBA(200, 0, 0))
    _ = history.record(
      [.label("a", [place], part: "ribbon"), .addEntry(entry)], title: "label", time: 0)
    let before = history.state
    _ = history.record([.removePart("ribbon")], title: "remove part", time: 0)
    #expect(history.state.parts == [] && history.state.labels["a"] == [])
    #expect(history.state.paletteEdits == [.add(PaletteEntry(name: "red", base: entry.base))])
    _ = history.undo(time: 0)
    #expect(history.state == before)
  }

  @Test func aPartsIdStays() {
    var history = history()
    let bow = Part(id: "bow", name: "bow", japanese: "蝶結び", letter: "Q", hex: "#28f0f0")
    _ = history.record([.changePart("ribbon", to: bow)], title: "change part", time: 0)
    #expect(history.state.parts.map(\.id) == ["ribbon"])
    #expect(history.state.parts.map(\.name) == ["bow"])
  }

  @Test func theManifestsPartsAreThereBeforeTheFirstLine() {
    var history = History(pictures: [], parts: [ribbon])
    _ = history.record([.removePart("ribbon")], title: "remove part", time: 0)
    _ = history.undo(time: 0)
    #expect(history.state.parts == [ribbon])
  }

  @Test(arguments: [
    (
      ##"{"kind":"add-part","to":{"id":"tail","name":"hair","japanese":"尾","letter":"T","hex":"#28f0f0"}}"##,
      "has this name already"
    ),
    (
      ##"{"kind":"add-part","to":{"id":"hair","name":"tail","japanese":"尾","letter":"T","hex":"#28f0f0"}}"##,
      "already taken"
    ),
    (##"{"kind":"add-entry","to":{"name":"x","base":"#123456","part":"tail"}}"##, "does not exist"),
    (#"{"kind":"remove-part","part":"hair"}"#, "every project has"),
    (#"{"kind":"remove-part","part":"tail"}"#, "does not exist"),
  ])
  func whatWouldClashIsRefused(line: String, reason: String) throws {
    let folder = TemporaryFolder()
    try Project.create(at: folder / "hana.nurie") { _ in }
    var project = try Project(opening: folder / "hana.nurie")
    let error = #expect(throws: ProjectError.self) {
      try project.apply(Array(line.utf8), named: "e.jsonl", time: 0)
    }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test func anAppliedPartLabelsInTheSameFile() throws {
    let folder = TemporaryFolder()
    try PNG.write(Image(width: 20, height: 20, repeating: .white), to: folder / "a.png")
    try Project.create(at: folder / "hana.nurie") { project in
      let importer = try #require(project.writer?.importer)
      let outcome = try importer.add([folder / "a.png"], as: .drawing, work: Work(threads: 1))
      project.history.include(outcome.pictures)
      project.record([.add(["a"])], title: "add", time: 0)
    }
    var project = try Project(opening: folder / "hana.nurie")
    let text = ##"""
      {"kind":"add-part","to":{"id":"tail","name":"tail","japanese":"尾","letter":"T","hex":"#28f0f0"}}
      {"kind":"label","picture":"a","regions":[{"x":1,"y":2}],"part":"tail"}
      """##
    #expect(try project.apply(Array(text.utf8), named: "e", time: 0) == 2)
    try project.close()
    let again = try Project(reading: ProjectFolder(path: folder / "hana.nurie"))
    #expect(again.history.state.parts.map(\.id) == ["tail"])
    #expect(again.history.state.labels["a"]?.map(\.part) == ["tail"])
  }
}
