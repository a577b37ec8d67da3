import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite struct ColorizeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(
      SmallPictures.line, to: "line.png", resolution: Resolution(dotsPerInch: 600))
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func colorize(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["colorize"] + arguments, in: folder)
  }

  @Test func colorsBesideTheDrawing() throws {
    let outcome = try colorize("line.png", "--reference", "sheet.png", "--shading", "none")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(folder.names == ["line.coloured.png", "line.png", "sheet.png"])
    let picture = try folder.image("line.coloured.png")
    #expect(picture.pixels[SmallPictures.face] == SmallPictures.skin)
    #expect(picture.pixels[SmallPictures.body] == SmallPictures.coat)
    #expect(picture.pixels[0, 0] == .clear)
    #expect(abs((picture.resolution?.dotsPerInch ?? 0) - 600) < 0.1)
  }

  @Test func traceLinesAreCountedUnlessTheyAreInk() throws {
    try folder.write(SmallPictures.traced, to: "traced.png")
    let found = try colorize("traced.png", "--reference", "sheet.png")
    #expect(found.errors.contains("; 1 trace line found"), "\(found.errors)")
    let inked = try colorize(
      "traced.png", "--reference", "sheet.png", "--trace-lines", "ink", "--force")
    #expect(inked.status == 0)
    #expect(!inked.errors.contains("trace line"), "\(inked.errors)")
  }

  @Test func aDrawingWithoutARegionIsRefusedInASentence() throws {
    var open = Image(width: 96, height: 72, repeating: .white)
    for x in 20..<70 { open[x, 30] = .black }
    try folder.write(open, to: "open.png")
    let outcome = try colorize("open.png", "--reference", "sheet.png")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("open.png: has no region to colour: its lines close none"))
    #expect(!folder.names.contains("open.coloured.png"))
  }

  @Test func equalRunsWriteEqualBytes() throws {
    for threads in ["1", "2"] {
      let outcome = try colorize(
        "line.png", "--reference", "sheet.png", "--output", threads, "--threads", threads)
      #expect(outcome.status == 0)
    }
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder / "1"))
        == Data(contentsOf: URL(fileURLWithPath: folder / "2")))
  }

  @Test func anExistingFileNeedsForce() throws {
    try folder.write([1, 2, 3], to: "out.png")
    let refused = try colorize("line.png", "--reference", "sheet.png", "--output", "out.png")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("nurie: out.png: "))
    #expect(refused.errors.contains("--force"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder / "out.png")).count == 3)
    let forced = try colorize(
      "line.png", "--reference", "sheet.png", "--output", "out.png", "--force")
    #expect(forced.status == 0)
    #expect(try folder.image("out.png").width == 96)
  }

  @Test func drawingsOfOneNameAreToldByTheirFolders() throws {
    for pose in ["walk", "rest"] {
      try FileManager.default.createDirectory(
        atPath: folder / pose, withIntermediateDirectories: false)
      try folder.write(SmallPictures.line, to: "\(pose)/line.png")
    }
    let outcome = try colorize(
      "walk/line.png", "rest/line.png", "--reference", "sheet.png", "--output", "painted")
    #expect(outcome.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder / "painted").sorted()
        == ["rest-line.coloured.png", "walk-line.coloured.png"])
  }

  @Test func severalDrawingsGoIntoAFolder() throws {
    try folder.write(SmallPictures.line, to: "two.png")
    let outcome = try colorize(
      "line.png", "two.png", "--reference", "sheet.png", "--output", "painted")
    #expect(outcome.status == 0)
    #expect(try folder.image("painted/line.coloured.png").width == 96)
    #expect(try folder.image("painted/two.coloured.png").width == 96)
  }

  @Test func aBadDrawingDoesNotStopTheOthers() throws {
    try folder.write([], to: "bad.png")
    let outcome = try colorize("bad.png", "line.png", "--reference", "sheet.png")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nurie: bad.png: "))
    #expect(folder.names.contains("line.coloured.png"))
    #expect(!folder.names.contains("bad.coloured.png"))
  }

  @Test func anEditedListComesBackAndPinsWin() throws {
    let first = try colorize(
      "line.png", "--reference", "sheet.png", "--json", "--shading", "none", "--progress", "none")
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.output.split(separator: "\n").count == 1)
    var list = try #require(
      try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    var regions = try #require(list["regions"] as? [[String: Any]])
    let painted = regions.filter { $0["background"] as? Bool == false }
    #expect(painted.count == 2)
    #expect(Set(regions.compactMap { $0["rank"] as? Int }) == Set(1...regions.count))
    #expect(regions.allSatisfy { $0["doubtful"] is Bool })
    for region in regions where region["background"] as? Bool == true {
      #expect(
        region["part"] as? String == "background" && region["partFrom"] as? String == "ground")
    }
    // The face shall be what the coat is.
    let index = try #require(
      regions.firstIndex {
        (($0["inside"] as? [String: Int])?["y"] ?? 99) < 30 && $0["background"] as? Bool == false
      })
    regions[index]["match"] = [
      "origin": "pinned", "reference": 0,
      "inside": ["x": SmallPictures.body.x, "y": SmallPictures.body.y],
    ]
    list["regions"] = regions
    try folder.write(Array(try JSONSerialization.data(withJSONObject: list)), to: "list.json")
    let second = try colorize(
      "line.png", "--reference", "sheet.png", "--matches", "list.json", "--shading", "none",
      "--force")
    #expect(second.status == 0)
    #expect(try folder.image("line.coloured.png").pixels[SmallPictures.face] == SmallPictures.coat)
  }

  @Test func pinsOutliveAnotherGapOrAreNamedAsLost() throws {
    func list(_ x: Int, _ y: Int) -> String {
      """
      {"drawing": "line.png", "regions": [{"inside": {"x": \(x), "y": \(y)}, "match":
      {"origin": "pinned", "reference": 0,
      "inside": {"x": \(SmallPictures.body.x), "y": \(SmallPictures.body.y)}}}]}
      """
    }
    try folder.write(Array(list(SmallPictures.face.x, SmallPictures.face.y).utf8), to: "pin.json")
    for gap in ["0", "3", "20"] {
      let outcome = try colorize(
        "line.png", "--reference", "sheet.png", "--matches", "pin.json", "--gap", gap, "--shading",
        "none", "--force", "--progress", "none")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        try folder.image("line.coloured.png").pixels[SmallPictures.face] == SmallPictures.coat)
    }
    try folder.write(Array(list(5000, 5000).utf8), to: "lost.json")
    let lost = try colorize(
      "line.png", "--reference", "sheet.png", "--matches", "lost.json", "--force", "--progress",
      "none")
    #expect(lost.status == 0)
    #expect(lost.errors.contains("(5000, 5000)"))
    #expect(lost.errors.split(separator: "\n").count == 1)
  }

  @Test func layersAreWrittenBesideThePicture() throws {
    for (name, magic) in [("line.psd", "8BPS"), ("line.ora", "PK")] {
      let outcome = try colorize(
        "line.png", "--reference", "sheet.png", "--layers", name, "--force")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder / name))
      #expect(bytes.starts(with: Array(magic.utf8)))
    }
    let outcome = try colorize(
      "line.png", "--reference", "sheet.png", "--layers", "line.xcf", "--force")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nurie: line.xcf: layers are written as .psd or .ora"))
  }

  @Test func labelsAreThoseOfTheListAndOfRegions() throws {
    let outcome = try colorize(
      "line.png", "--reference", "sheet.png", "--labels", "labels.png", "--json", "--gap", "3")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let labels = try PNG.decodeGrey(readBytes(folder / "labels.png", limit: 1 << 20))
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let regions = try #require(list["regions"] as? [[String: Any]])
    #expect(Set(labels.elements) == Set(1...UInt16(regions.count)))
    for region in regions {
      let inside = try #require(region["inside"] as? [String: Int])
      let (x, y) = try (#require(inside["x"]), #require(inside["y"]))
      #expect(Int(labels[x, y]) == region["label"] as? Int)
    }
    let divided = try Program.run(
      ["regions", "line.png", "--gap", "3", "--output", "regions.png"], in: folder)
    #expect(divided.status == 0)
    #expect(try PNG.decodeGrey(readBytes(folder / "regions.png", limit: 1 << 20)) == labels)
    let (own, other) = try (folder.image("labels.png"), folder.image("regions.png"))
    #expect(own.resolution == other.resolution && own.resolution != nil)
  }

  @Test func labelsNeedAFileOfTheirOwnAndForceToReplaceOne() throws {
    func complaint(_ arguments: String...) throws -> String {
      let outcome = try Program.run(
        ["colorize", "line.png"] + arguments + ["--reference", "sheet.png"], in: folder)
      #expect(outcome.status == 1 && outcome.output == "")
      return outcome.errors
    }
    try folder.write([1], to: "old.png")
    try folder.write(SmallPictures.line, to: "two.png")
    let before = folder.names
    #expect(
      try complaint("--labels", "old.png")
        == "nurie: old.png: exists already; add --force to replace it, or choose another place with --output.\n"
    )
    #expect(
      try complaint("--labels", "a.png", "--output", "a.png")
        == "nurie: a.png: would be written twice; give picture and labels a file each.\n")
    #expect(
      try complaint("--labels", "sheet.png", "--force")
        == "nurie: sheet.png: would be replaced by a result; choose another --output.\n")
    #expect(
      try complaint("--labels", "a.webp")
        == "nurie: a.webp: pictures are written as PNG; end its name in .png instead of .webp.\n")
    #expect(
      try complaint("two.png", "--labels", "old.png")
        == "nurie: old.png: is a file, but there are 2 drawings; give a folder instead.\n")
    #expect(
      try complaint("two.png", "--labels", "new.png")
        == "nurie: new.png: is a file's name, but there are 2 drawings; give a folder instead.\n")
    #expect(folder.names == before)
    let forced = try colorize(
      "line.png", "--reference", "sheet.png", "--labels", "old.png", "--force")
    #expect(forced.status == 0)
    #expect(try folder.image("old.png").width == 96)
    let several = try colorize(
      "line.png", "two.png", "--reference", "sheet.png", "--labels", "labels", "--force")
    #expect(several.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder / "labels").sorted()
        == ["line.labels.png", "two.labels.png"])
  }

  @Test func aPaletteRecolours() throws {
    let made = try Program.run(["palette", "sheet.png", "--output", "sheet.gpl"], in: folder)
    #expect(made.status == 0)
    let text = try String(contentsOfFile: folder / "sheet.gpl", encoding: .utf8)
    #expect(text.contains("250 220 200"))
    let other = text.replacingOccurrences(of: "250 220 200", with: "251   1   2")
    try folder.write(Array(other.utf8), to: "other.gpl")
    let outcome = try colorize(
      "line.png", "--reference", "sheet.png", "--palette", "other.gpl", "--shading", "none")
    #expect(outcome.status == 0)
    #expect(try folder.image("line.coloured.png").pixels[SmallPictures.face] == RGBA(251, 1, 2))
  }

  @Test func progressIsPlainLinesWhereThereIsNoTerminal() throws {
    let plain = try colorize("line.png", "--reference", "sheet.png")
    #expect(plain.errors.contains("line.png: matching\n"))
    #expect(!plain.errors.contains("\u{1b}"))
    let json = try colorize(
      "line.png", "--reference", "sheet.png", "--progress", "json", "--force")
    let lines = json.errors.split(separator: "\n")
    #expect(lines.count > 3)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["stage"] is String)
    }
  }

  @Test func ctrlCLeavesNothingBehind() throws {
    var rows = [RGBA](repeating: .white, count: 2000 * 2000)
    for x in 100..<1900 { for y in [100, 101, 1899] { rows[y * 2000 + x] = .black } }
    for y in 100..<1900 { for x in [100, 101, 1899] { rows[y * 2000 + x] = .black } }
    try folder.write(Image(width: 2000, height: 2000, elements: rows), to: "large.png")
    // The package manager ignores it while tests run, and a test's thread blocks it: the program would
    // inherit both.
    signal(SIGINT, SIG_DFL)
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    sigaddset(&interrupts, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupts, nil)
    let running = try Program.start(
      ["colorize", "large.png", "--reference", "sheet.png", "--progress", "plain"], in: folder)
    // Its first words: it has begun to work.
    _ = running.errors.availableData
    running.process.interrupt()
    running.process.waitUntilExit()
    #expect(running.process.terminationReason == .uncaughtSignal)
    #expect(running.process.terminationStatus == SIGINT)
    #expect(folder.names == ["large.png", "line.png", "sheet.png"])
  }
}
