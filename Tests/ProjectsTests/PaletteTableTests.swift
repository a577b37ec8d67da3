import Coloring
import Foundation
import ImageFormats
import Projects
import Raster
import Regions
import TestSupport
import Testing

@Suite struct PaletteTableTests {
  private let folder = TemporaryFolder()
  private let hair = PaletteEntry(name: "brown", part: "hair", base: RGBA(120, 70, 40))
  private let coat = PaletteEntry(name: "blue", base: RGBA(40, 90, 160))
  private var file: String { folder / "palette.json" }
  private var table: PaletteTable { PaletteTable(in: ProjectFolder(path: folder.path)) }

  private var text: String {
    get throws { String(decoding: try readBytes(file, limit: 1 << 20), as: UTF8.self) }
  }

  private func edit(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    // An editor takes longer than a tick of the file system's clock.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 2)], ofItemAtPath: file)
  }

  private func edits(after change: (String) -> String) throws -> [Edit] {
    try table.write(Palette(entries: [hair, coat]))
    try edit(change(text))
    return try table.outsideEdits(parts: Part.standard)
  }

  @Test func anEntryIsALine() throws {
    try table.write(Palette(entries: [hair, coat]))
    let lines = try text.split(separator: "\n")
    #expect(lines.count == 7)
    let tones = (hair.highlight.hex, hair.shadow.hex)
    let line =
      ##"{"base":"#784628","highlight":"\##(tones.0)","name":"brown","part":"hair","shadow":"\##(tones.1)"}"##
    #expect(lines[3] == "    \(line),")
    #expect(!table.isEditedOutside)
    #expect(try table.outsideEdits(parts: Part.standard) == [])
  }

  @Test func whatChangedOutsideBecomesEdits() throws {
    var teal = hair
    teal.base = RGBA(0, 128, 128)
    #expect(
      try edits { $0.replacingOccurrences(of: "#784628", with: "#008080") } == [
        .changeEntry("brown", to: teal)
      ])
    // Not written over before it is taken in.
    #expect(try !table.write(Palette(entries: [coat])))
    try table.acknowledge(parts: Part.standard)
    #expect(!table.isEditedOutside)
    #expect(try table.write(Palette(entries: [coat])))
  }

  @Test func anotherNameForTheSameColoursIsARenaming() throws {
    var coat = coat
    coat.name = "coat"
    #expect(
      try edits { $0.replacingOccurrences(of: "\"blue\"", with: "\"coat\"") } == [
        .changeEntry("blue", to: coat)
      ])
  }

  @Test func entriesComeAndGo() throws {
    let text = ##"{"entries":[{"name":"red","base":"#ff0000"}]}"##
    #expect(
      try edits { _ in text } == [
        .removeEntry("brown"), .removeEntry("blue"),
        .addEntry(PaletteEntry(name: "red", base: RGBA(255, 0, 0))),
      ])
  }

  @Test(
    arguments: [
      ("{", "is not valid JSON"), ("{}", "lacks \"entries\""),
      (##"{"entries":[{"base":"#ff0000"}]}"##, "has no name for entry 1"),
      (#"{"entries":[{"name":"red"}]}"#, "has no base for \"red\""),
      (#"{"entries":[{"name":"red","base":"red"}]}"#, "the colour \"red\", not #rrggbb"),
      (
        ##"{"entries":[{"name":"a","base":"#ff0000"},{"name":"a","base":"#ff0000"}]}"##,
        "has two entries named \"a\""
      ),
      (
        ##"{"entries":[{"name":"a","base":"#ff0000","part":"tail"}]}"##,
        "the part \"tail\", which the project lacks"
      ),
      (#"{"format":9,"entries":[]}"#, "only a newer nurie knows"),
    ])
  func whatCannotBeReadIsOneSentence(text: String, reason: String) throws {
    let error = #expect(throws: PaletteTableError.self) { try edits { _ in text } }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasSuffix("; mend or delete it.") == true)
    try FileManager.default.removeItem(atPath: file)
    #expect(try table.write(Palette(entries: [coat])))
  }
}
