import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite struct ProjectCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.line, to: "walk.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder)
  }

  private func make() throws {
    let outcome = try run("new", "hana", "--lines", "walk.png", "--references", "sheet.png")
    #expect(outcome.errors == "")
    #expect(outcome.output == "hana.nurie: 1 drawing, 1 reference\n")
  }

  private func apply(_ edits: String) throws -> Program.Outcome {
    try folder.write(Array(edits.utf8), to: "edits.jsonl")
    return try run("apply", "hana.nurie", "edits.jsonl")
  }

  private func complains(_ outcome: Program.Outcome, _ sentence: String) {
    #expect(outcome.status == 1)
    #expect(outcome.errors == "nurie: \(sentence)\n")
  }

  private var face: String { "{\"x\":\(SmallPictures.face.x),\"y\":\(SmallPictures.face.y)}" }
  private var body: String { "{\"x\":\(SmallPictures.body.x),\"y\":\(SmallPictures.body.y)}" }

  @Test func ofNamesThatAreNoTextAloneNoProjectIsMade() throws {
    let bytes = Array((folder / "lines/caf").utf8) + [0xe9] + Array(".png".utf8)
    try FileManager.default.createDirectory(
      atPath: folder / "lines", withIntermediateDirectories: false)
    let made = open(bytes.map(CChar.init(bitPattern:)) + [0], O_CREAT | O_WRONLY, 0o600)
    #expect(made >= 0)
    close(made)
    let outcome = try run("new", "hana", "--lines", "lines")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.contains("UTF-8"), "\(outcome.errors)")
    #expect(folder.names == ["lines", "sheet.png", "walk.png"])
  }

  @Test func whatAProjectHasLostIsToBePutBack() throws {
    try make()
    let lost = "hana.nurie/drawings/walk/line.png"
    let sentence = "\(lost): the project has lost this file; put it back from a copy."
    try FileManager.default.removeItem(atPath: folder / lost)
    complains(try run("export", "hana.nurie", "--output", "out"), sentence)
    try FileManager.default.createDirectory(
      atPath: folder / lost, withIntermediateDirectories: false)
    complains(try run("export", "hana.nurie", "--output", "out"), sentence)
    try folder.write(Array("[]".utf8), to: "hana.nurie/project.json")
    complains(
      try run("export", "hana.nurie", "--output", "out"),
      "hana.nurie: its project.json is not an object of names and values, in {…}; restore the file from a copy."
    )
  }

  @Test("What a command was told goes before the project's settings, nurie's usual values too")
  func givenSettings() throws {
    try folder.write(SmallPictures.traced, to: "walk.png")
    try make()
    #expect(
      try apply("{\"kind\":\"settings\",\"to\":{\"traceLines\":\"keep\",\"aliased\":true}}").status
        == 0)
    let line = Point(57, 50)
    func colour(_ output: String, _ options: String...) throws -> RGBA {
      let outcome = try Program.run(
        ["export", "hana.nurie", "--output", output, "--shading", "none"] + options, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try folder.image("\(output)/walk.png").pixels[line]
    }
    let kept = try colour("kept")
    #expect(kept != SmallPictures.coat)
    #expect(try colour("filled", "--trace-lines", "fill") == SmallPictures.coat)
    let smooth = try colour("smooth", "--no-aliased")
    #expect(smooth != kept && smooth != SmallPictures.coat)
    // A render remembers what was given and what was not.
    let rendered = try run(
      "render", "hana.nurie", "walk", "--trace-lines", "fill", "--shading", "none", "--output",
      "done", "--watch")
    #expect(rendered.status == 0, "\(rendered.errors)")
    #expect(try folder.image("done/walk.png").pixels[line] == SmallPictures.coat)
    let job = try String(
      contentsOfFile: folder / "hana.nurie/renders/1/job.json", encoding: .utf8)
    #expect(job.contains("\"traceLines\":\"fill\"") && !job.contains("aliased"), "\(job)")
  }

  @Test func aProjectIsColouredWithItsCorrections() throws {
    try make()
    #expect(try run("export", "hana.nurie", "--output", "plain").status == 0)
    #expect(try folder.image("plain/walk.png").pixels[SmallPictures.face] == SmallPictures.skin)
    let pin =
      "{\"kind\":\"pin\",\"picture\":\"walk\",\"region\":\(face),\"reference\":\"sheet\",\"counterpart\":\(body)}"
    #expect(try apply(pin).output == "hana.nurie: 1 edit applied\n")
    let outcome = try run(
      "export", "hana.nurie", "walk", "--output", "out", "--layers", "psd", "--shading", "none")
    #expect(outcome.status == 0)
    #expect(try folder.image("out/walk.png").pixels[SmallPictures.face] == SmallPictures.coat)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder / "out").count == 2)
  }

  @Test func nothingIsReplacedUnasked() throws {
    try make()
    #expect(try run("export", "hana.nurie", "--output", "out").status == 0)
    complains(
      try run("export", "hana.nurie", "--output", "out"),
      "out/walk.png: exists already; add --force to replace it, or choose another place with --output."
    )
    #expect(try run("export", "hana.nurie", "--output", "out", "--force").status == 0)
    complains(
      try run("export", "hana.nurie", "--output", "sheet.png"),
      "sheet.png: is a file; give a folder for the pictures instead.")
    complains(try run("new", "hana"), "hana.nurie: exists already; choose another name.")
  }

  @Test func aProjectOfBadPicturesIsNotMade() throws {
    try folder.write(Array("no picture".utf8), to: "notes.png")
    let outcome = try run(
      "new", "hana", "--lines", "walk.png", "notes.png", "--references", "sheet.png")
    complains(
      outcome,
      "notes.png: is a text file, which is no picture that nurie reads; give a PNG, JPEG or WebP file."
    )
    #expect(folder.names == ["notes.png", "sheet.png", "walk.png"])
  }

  @Test func editsAreRefusedWithTheirLine() throws {
    try make()
    complains(
      try apply("\n{\"kind\":\"gap\",\"picture\":\"run\",\"pixels\":3}"),
      "edits.jsonl: line 2 names a picture \"run\" that the project does not have; it has walk, sheet; correct it and apply the file again: nothing was changed."
    )
  }

  @Test func whatIsNoProjectOrHasNothingToColourIsSaid() throws {
    complains(
      try run("export", "nowhere", "--output", "out"),
      "nowhere: there is no such project; check the name, or make it with nurie new.")
    #expect(try run("new", "empty").output == "empty.nurie: 0 drawings, 0 references\n")
    #expect(try run("export", "empty.nurie", "--output", "out").status == 1)
    #expect(try run("new", "lines", "--lines", "walk.png").status == 0)
    complains(
      try run("export", "lines.nurie", "--output", "out"),
      "walk: has no reference in lines.nurie; assign one first.")
    #expect(!folder.names.contains("out"))
  }

  @Test func aProjectThatIsOpenElsewhereIsNotChanged() throws {
    try make()
    // This test's own process stands for another studio.
    let host = ProcessInfo.processInfo.hostName
    try folder.write(
      Array(
        "{\"host\":\"\(host)\",\"user\":\"kai\",\"process\":\(getpid()),\"boot\":\"\",\"beat\":1}"
          .utf8),
      to: "hana.nurie/lock")
    complains(
      try apply("{\"kind\":\"gap\",\"picture\":\"walk\",\"pixels\":3}"),
      "hana.nurie: is open elsewhere (kai on \(host), process \(getpid())); close it there first, or delete the file \"lock\" in it if nothing is running there any more."
    )
  }

  @Test func cleaningSaysFirstWhatItFrees() throws {
    try make()
    #expect(try apply("{\"kind\":\"remove\",\"pictures\":[\"walk\"]}").status == 0)
    let outcome = try run("clean", "hana.nurie")
    #expect(outcome.output.hasPrefix("removed drawing walk: "))
    #expect(outcome.output.hasSuffix("would be freed; add --yes to free it\n"))
    #expect(FileManager.default.fileExists(atPath: folder / "hana.nurie/drawings/walk"))
    #expect(try run("clean", "hana.nurie", "--yes").output.hasSuffix("freed\n"))
    #expect(!FileManager.default.fileExists(atPath: folder / "hana.nurie/drawings/walk"))
    #expect(try run("clean", "hana.nurie").output == "hana.nurie: nothing to free\n")
  }
}
