import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import TestSupport
import Testing

/// Where files go, under which names, and what is never replaced.
@Suite struct FilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.line, to: "A0001.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, environment: environment)
  }

  private func make() throws {
    let made = try run("new", "hana", "--lines", "A0001.png", "--references", "sheet.png")
    #expect(made.status == 0, "\(made.errors)")
  }

  private func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder / name).sorted()
  }

  @Test func aDrawingsNameIsKeptLetterByLetter() throws {
    try make()
    #expect(try run("export", "hana.nurie", "--output", "out", "--layers", "psd").status == 0)
    #expect(try names(in: "out") == ["A0001.png", "A0001.psd"])
  }

  @Test func aNameMayBeWhatAFileSystemAllows() throws {
    let titles = ["c012 (修正).v2", "セル 01", "s01_A0003"]
    for title in titles {
      try FileManager.default.copyItem(
        atPath: folder / "A0001.png", toPath: folder / "\(title).png")
    }
    let lines = titles.map { "\($0).png" }
    let made = try Program.run(
      ["new", "cut", "--lines"] + lines + ["--references", "sheet.png"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try run("export", "cut.nurie", "--output", "out").status == 0)
    #expect(try names(in: "out") == lines.sorted())
  }

  @Test func lineArtIsNeverReplaced() throws {
    try make()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder / "A0001.png"))
    for command in [["export", "hana.nurie"], ["render", "hana.nurie", "--all"]] {
      // --force is no way out, and is not advised.
      for force in [[], ["--force"]] {
        let outcome = try Program.run(command + ["--output", "."] + force, in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("A0001.png: is a picture that the project was made of"))
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder / "A0001.png")) == before)
  }

  @Test func rendersLieWhereTheArtistSaysToo() throws {
    try make()
    let arguments = ["render", "hana.nurie", "--all", "--layers", "ora", "--output", "done"]
    let queued = try Program.run(arguments, in: folder)
    #expect(queued.status == 0, "\(queued.errors)")
    #expect(try run("wait", "hana.nurie").status == 0)
    #expect(try names(in: "done") == ["A0001.ora", "A0001.png"])
    let own = try folder.image("hana.nurie/renders/1/result/result.png").pixels
    #expect(try folder.image("done/A0001.png").pixels == own)
    let again = try Program.run(arguments, in: folder)
    #expect(again.errors.contains("done/A0001.png: exists already; add --force"))
    #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
    #expect(try run("wait", "hana.nurie").status == 0)
  }

  @Test func aBatchSystemThatFailsDoesNotStandInTheWayOfThisMachine() throws {
    try make()
    let path = ["PATH": "/nowhere"]
    let failed = try run("render", "hana.nurie", "--all", "--runner", "slurm", environment: path)
    #expect(failed.status == 1)
    let local = try run("render", "hana.nurie", "--all", environment: path)
    #expect(local.status == 0, "\(local.errors)")
    #expect(local.output.contains("1 render queued (2)"))
    #expect(eventually { folder.has("hana.nurie/renders/2/result/result.png") })
  }

  @Test func layersThatAreTooLargeLeaveThePicture() throws {
    var long = Image(width: 30_001, height: 70, repeating: .white)
    for x in 100...400 {
      for y in 10...60 where x < 104 || x > 396 || y < 14 || y > 56 { long[x, y] = .black }
    }
    try folder.write(long, to: "long.png")
    let outcome = try run(
      "colorize", "long.png", "--reference", "sheet.png", "--output", "out.png", "--layers",
      "out.psd", "--shading", "none", "--progress", "none")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "nurie: out.psd: the picture is too large for PSD (30,000 pixels a side)"),
      "\(outcome.errors)")
    #expect(folder.has("out.png") && !folder.has("out.psd"))
  }

  @Test func mistypedCommandsAreGuessed() throws {
    for (word, meant) in [
      ("colourize", "colorize"), ("colorise", "colorize"), ("colour", "colorize"),
      ("exprot", "export"), ("rendr", "render"), ("palete", "palette"),
    ] {
      let outcome = try run(word, "A0001.png", "--reference", "sheet.png")
      #expect(outcome.status == 64)
      #expect(
        outcome.errors == "nurie: there is no command \(word); did you mean \(meant)?\n")
    }
    let option = try run("colorize", "A0001.png", "--refrence", "sheet.png")
    #expect(option.errors.contains("--reference"), "\(option.errors)")
    // A folder of that name is opened.
    try FileManager.default.createDirectory(
      atPath: folder / "exprot", withIntermediateDirectories: false)
    #expect(try !run("exprot").errors.contains("did you mean"))
  }

  @Test func aSheetShowsEveryDrawing() throws {
    try make()
    let outcome = try run("sheet", "hana.nurie", "--output", "all.png", "--size", "200")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("1 A0001: "))
    let sheet = try folder.image("all.png").pixels
    #expect(sheet.width >= 200 && sheet.elements.contains(SmallPictures.skin))
    let again = try run("sheet", "hana.nurie", "--output", "all.png")
    #expect(again.errors.contains("all.png: exists already"))
    let onLines = try run("sheet", "hana.nurie", "--output", "A0001.png", "--force")
    #expect(onLines.status == 1)
  }

  @Test func messagesAreInTheUsersLanguage() throws {
    let japanese = ["LC_ALL": "ja_JP.UTF-8"]
    let missing = try run(
      "colorize", "none.png", "--reference", "sheet.png", "--progress", "none",
      environment: japanese)
    #expect(missing.errors == "nurie: none.png: ファイルがありません。名前を確かめてください。\n")
    let done = try run(
      "colorize", "A0001.png", "--reference", "sheet.png", "--output", "a.png", "--progress",
      "plain", environment: japanese)
    #expect((done.output + done.errors).contains("領域を塗りました"))
    try folder.write(Array("GIMP Palette\n".utf8), to: "a.gpl")
    let palette = try run(
      "colorize", "A0001.png", "--reference", "sheet.png", "--palette", "a.gpl", "--output",
      "b.png",
      "--progress", "none", environment: japanese)
    #expect(palette.errors.hasPrefix("nurie: a.gpl: ") && !palette.errors.contains("palette;"))
  }
}

extension TemporaryFolder {
  fileprivate func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: self / name)
  }
}
