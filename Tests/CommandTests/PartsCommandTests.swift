import Foundation
import Raster
import TestSupport
import Testing

@Suite("nurie parts teach") struct PartsCommandTests {
  private let folder = TemporaryFolder()

  /// A project of two drawings, of which the first has these labels.
  private func make(_ labels: [(point: Point, part: String)]) throws {
    try folder.write(SmallPictures.line, to: "walk.png")
    try folder.write(SmallPictures.line, to: "run.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
    let made = try run(
      "new", "hana", "--lines", "walk.png", "run.png", "--references", "sheet.png", "--part",
      "horn")
    #expect(made.errors == "")
    if labels.isEmpty { return }
    let edits = labels.map { label in
      #"{"kind":"label","picture":"walk","regions":[{"x":\#(label.point.x),"y":\#(label.point.y)}],"part":"\#(label.part)"}"#
    }
    try folder.write(Array(edits.joined(separator: "\n").utf8), to: "edits.jsonl")
    #expect(try run("apply", "hana.nurie", "edits.jsonl").status == 0)
  }

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(arguments, in: folder, environment: environment)
  }

  private var journal: String {
    get throws { try String(contentsOfFile: folder / "hana.nurie/edits.jsonl", encoding: .utf8) }
  }

  @Test("The other drawing follows, until it is to be forgotten")
  func taught() throws {
    try make([(SmallPictures.face, "horn"), (SmallPictures.body, "upper-cloth")])
    let taught = try run("parts", "teach", "hana.nurie")
    #expect(taught.status == 0 && taught.errors == "")
    #expect(taught.output.hasPrefix("hana.nurie: 2 parts taught by 1 picture: "))
    #expect(!taught.output.contains(" 0 regions"))
    #expect(try journal.contains(#""kind":"teach""#))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder / "hana.nurie/parts").count == 1)
    #expect(try run("export", "hana.nurie", "--output", "out", "--progress", "none").status == 0)
    let forgotten = try run("parts", "teach", "hana.nurie", "--forget")
    #expect(forgotten.output == "hana.nurie: the taught parts are forgotten\n")
    let again = try run("parts", "teach", "hana.nurie", "--forget")
    #expect(again.status == 1)
    #expect(
      again.errors == "nurie: hana.nurie: has been taught no parts; nothing was changed.\n")
  }

  @Test("Where nothing is labelled, or one part, it says so and changes nothing")
  func nothing() throws {
    try make([])
    let before = try journal
    let none = try run("parts", "teach", "hana.nurie")
    #expect(none.status == 1)
    #expect(none.errors.hasPrefix("nurie: hana.nurie: No part is labelled yet; "))
    let japanese = try run(
      "parts", "teach", "hana.nurie", environment: ["LC_ALL": "ja_JP.UTF-8"])
    #expect(japanese.errors.contains("まだパーツを指定していません"))
    #expect(try journal == before)
  }

  @Test("One part alone teaches nothing")
  func onePart() throws {
    try make([(SmallPictures.face, "horn")])
    let outcome = try run("parts", "teach", "hana.nurie")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("nurie: hana.nurie: Only horn is labelled; "))
    #expect(try !journal.contains(#""kind":"teach""#))
  }

  @Test("A damaged file of taught parts is one sentence for an export, and forgetting helps")
  func damaged() throws {
    try make([(SmallPictures.face, "horn"), (SmallPictures.body, "upper-cloth")])
    #expect(try run("parts", "teach", "hana.nurie").status == 0)
    let parts = folder / "hana.nurie/parts"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: parts).first)
    try folder.write(Array("no head".utf8), to: "hana.nurie/parts/" + name)
    let export = ["export", "hana.nurie", "--output", "out", "--progress", "none"]
    let refused = try Program.run(export, in: folder)
    #expect(refused.status == 1 && refused.errors.filter { $0 == "\n" }.count == 1)
    #expect(refused.errors.contains("is not what was written); teach them again, or forget"))
    #expect(try run("parts", "teach", "hana.nurie", "--forget").status == 0)
    #expect(try Program.run(export, in: folder).status == 0)
  }
}
