import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite struct DatasetTests {
  private let folder = TemporaryFolder()

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["dataset"] + arguments, in: folder)
  }

  private func description() throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: folder / "set/dataset.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func generatedHeadsAreSheetsOnceAndNoMore() throws {
    let arguments = ["dataset", "--generated", "5", "--size", "64", "--output", "set"]
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for kind in ["colour", "line", "parts"] {
      let sheet = try folder.image("set/\(kind)-0000.png").pixels
      #expect(sheet.width == 5 * 64 && sheet.height == 64, "\(kind)")
    }
    #expect(try folder.image("set/contact.png").pixels.width == 15 * 64)
    let known = try description()
    #expect(known["made"] as? Int == 5 && known["parts"] as? String == "true")
    let agreement = try #require(known["agreement"] as? [String: Double])
    #expect(agreement["share"]! > 0.5)
    let again = try Program.run(arguments, in: folder)
    #expect(again.status == 0 && again.errors.contains("finished already"))
    let other = try Program.run(arguments + ["--seed", "2"], in: folder)
    #expect(other.status == 1 && other.errors.contains("choose another --output"))
    #expect(other.errors.split(separator: "\n").count == 1)
  }

  /// A character of several sizes and modes: what can be used is, the rest is told by name, and the folder stays as it was.
  @Test func aFolderIsReadAndLeftAsItIs() throws {
    try folder.addFolder("mine")
    let drawn = try Program.run(
      ["characters", "--count", "1", "--seed", "508", "--size", "512", "--output", "pairs"],
      in: folder)
    #expect(drawn.status == 0)
    let portrait = try folder.image("pairs/508-1-colour.png").pixels
    try folder.write(portrait, to: "mine/a.png")
    try folder.write(
      try portrait.resized(width: 400, height: 400, .area, work: Work(threads: 1)),
      to: "mine/b.png")
    try folder.write(Image(width: 90, height: 60, repeating: .white), to: "mine/empty.png")
    try folder.write(Array("no picture".utf8), to: "mine/broken.jpg")
    try folder.write(portrait, to: "mine/unwanted.png")
    try folder.write(Array("unwanted.png\n\n".utf8), to: "list.txt")
    let before = try folder.contents(of: "mine")
    let outcome = try run(
      "mine", "--artist", "Hana", "--permission", "tests", "--size", "64", "--leave-out",
      "list.txt",
      "--output", "set")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("b.png: is left out: it is nearly the same as a.png."))
    for name in ["empty.png", "unwanted.png", "broken.jpg"] {
      #expect(outcome.errors.contains(name), "\(name): \(outcome.errors)")
    }
    #expect(try folder.contents(of: "mine") == before)
    // The face was brought to where all have it.
    let parts = try folder.image("set/parts-0000.png").pixels
    let eyes = parts.elements.indices.filter {
      [RGBA(255, 255, 255), RGBA(0x1f, 0x77, 0xd0)].contains(parts.elements[$0])
    }
    #expect(eyes.count > 20)
    let across = eyes.map { Double($0 % 64) }.reduce(0, +) / Double(eyes.count)
    let down = eyes.map { Double($0 / 64) }.reduce(0, +) / Double(eyes.count)
    #expect(abs(across - 32) < 6 && abs(down - 0.56 * 64) < 4, "\(across), \(down)")
    let known = try description()
    #expect(known["artist"] as? String == "Hana" && known["permission"] as? String == "tests")
    let pictures = try #require(known["pictures"] as? [[String: String]])
    #expect(pictures.map { $0["file"] } == ["a.png"])
    #expect(pictures[0]["hash"]?.count == 32)
    #expect((known["leftOut"] as? [[String: String]])?.count == 4)
  }

  @Test func withoutFiguresOrPermissionThereIsOneSentence() throws {
    try folder.addFolder("mine")
    try folder.write(Image(width: 90, height: 60, repeating: .white), to: "mine/empty.png")
    let unsaid = try run("mine", "--output", "set")
    #expect(unsaid.status == 1 && unsaid.errors.contains("--permission"), "\(unsaid.errors)")
    #expect(unsaid.errors.split(separator: "\n").count == 1)
    let none = try run("mine", "--artist", "A", "--permission", "B", "--output", "set")
    #expect(none.status == 1 && none.errors.contains("no picture in it"), "\(none.errors)")
    #expect((try? description()) == nil)
    let same = try run("mine", "--artist", "A", "--permission", "B", "--output", "mine/")
    #expect(same.status == 1 && same.errors.contains("choose another --output"))
    #expect(try folder.contents(of: "mine").keys.sorted() == ["empty.png"])
    for wrong in [["mine", "--generated", "3"], [], ["--generated", "3", "--size", "65"]] {
      #expect(try Program.run(["dataset", "--output", "set"] + wrong, in: folder).status == 64)
    }
  }
}

extension TemporaryFolder {
  /// The bytes of each file in a folder.
  fileprivate func contents(of name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: self / name)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(filePath: self / name + "/" + $0)))
      })
  }
}
