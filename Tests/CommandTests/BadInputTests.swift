import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

/// Bad input gets one sentence on stderr (which file, what is wrong, what to do), exit status 1, and
/// nothing is written.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.line, to: "line.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func expectOneSentence(
    _ outcome: Program.Outcome, about file: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.hasPrefix("nurie: \(file): "), "\(outcome.errors)",
      sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(";"), "says what to do", sourceLocation: sourceLocation)
    #expect(outcome.errors.hasSuffix(".\n"), sourceLocation: sourceLocation)
  }

  /// As a drawing and as a reference.
  private static let unreadable: [(name: String, bytes: [UInt8]?)] = [
    ("missing.png", nil), ("empty.png", []), ("text.png", Array("not a picture\n".utf8)),
    ("truncated.png", Array(PNG.encode(SmallPictures.line).prefix(60))),
    ("corrupt.png", corrupted), ("bomb.png", bomb),
  ]

  private static var corrupted: [UInt8] {
    var bytes = PNG.encode(SmallPictures.line)
    for index in 60..<min(120, bytes.count - 20) { bytes[index] ^= 0x5a }
    return bytes
  }

  /// A header that claims 65,535 × 65,535 pixels.
  private static var bomb: [UInt8] {
    var bytes = PNG.encode(SmallPictures.line)
    bytes.replaceSubrange(16..<24, with: [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff])
    return bytes
  }

  @Test func unreadableFiles() throws {
    for (name, bytes) in Self.unreadable {
      if let bytes { try folder.write(bytes, to: name) }
      let before = folder.names
      for command in [
        ["colorize", name, "--reference", "sheet.png", "--progress", "none"],
        ["colorize", "line.png", "--reference", name, "--progress", "none"],
        ["regions", name, "--output", "regions.png"],
        ["palette", name, "--output", "x.gpl"],
      ] {
        expectOneSentence(try Program.run(command, in: folder), about: name)
        #expect(folder.names == before)
      }
    }
  }

  @Test func aFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder / "dir", withIntermediateDirectories: false)
    expectOneSentence(
      try Program.run(
        ["colorize", "dir", "--reference", "sheet.png", "--progress", "none"], in: folder),
      about: "dir")
  }

  @Test func picturesThatAreNoDrawing() throws {
    let pictures: [(String, Image)] = [
      ("blank.png", Image(width: 40, height: 40, repeating: .white)),
      ("clear.png", Image(width: 40, height: 40, repeating: .clear)),
      ("ink.png", Image(width: 40, height: 40, repeating: .black)),
      ("dot.png", Image(width: 1, height: 1, repeating: .black)),
    ]
    for (name, image) in pictures {
      try folder.write(image, to: name)
      for command in [
        ["colorize", name, "--reference", "sheet.png", "--progress", "none"], ["regions", name],
      ] {
        expectOneSentence(try Program.run(command, in: folder), about: name)
      }
      #expect(!folder.names.contains { $0.contains("coloured") })
    }
  }

  @Test func referencesOfAnySizeAndColourWork() throws {
    let pictures: [(String, Image)] = [
      ("dot.png", Image(width: 1, height: 1, repeating: SmallPictures.skin)),
      ("blank.png", Image(width: 40, height: 40, repeating: .white)),
      ("clear.png", Image(width: 40, height: 40, repeating: .clear)),
      ("grey.png", SmallPictures.reference.map { RGBA($0.g, $0.g, $0.g) }),
    ]
    for (name, image) in pictures {
      try folder.write(image, to: name)
      let outcome = try Program.run(
        ["colorize", "line.png", "--reference", name, "--progress", "none", "--force"], in: folder)
      #expect(outcome.status == 0 || outcome.status == 1, "\(name): \(outcome)")
      if outcome.status == 1 { expectOneSentence(outcome, about: name) }
      if name == "grey.png" { #expect(outcome.errors.contains("no colour")) }
    }
  }

  @Test func placesThatCannotBeWritten() throws {
    let targets = ["/dev/full", "/proc/nurie.png", "nowhere/out.png", "line.png/out.png"]
    for target in targets {
      let outcome = try Program.run(
        [
          "colorize", "line.png", "--reference", "sheet.png", "--output", target, "--progress",
          "none",
        ], in: folder)
      expectOneSentence(outcome, about: target)
      #expect(folder.names == ["line.png", "sheet.png"])
    }
  }

  @Test func inputsAreNeverReplaced() throws {
    let before = try folder.image("sheet.png").pixels
    for target in ["sheet.png", "line.png"] {
      let outcome = try Program.run(
        [
          "colorize", "line.png", "--reference", "sheet.png", "--output", target, "--force",
          "--progress", "none",
        ], in: folder)
      expectOneSentence(outcome, about: target)
    }
    #expect(try folder.image("sheet.png").pixels == before)
  }

  @Test func namesThatPromiseAnotherFormat() throws {
    let outcome = try Program.run(
      ["colorize", "line.png", "--reference", "sheet.png", "--output", "out.jpg"], in: folder)
    expectOneSentence(outcome, about: "out.jpg")
  }

  @Test func namesWithControlCharactersAreShownEscaped() throws {
    let name = "a\u{1b}[31m\nb.png"
    let missing = try Program.run(
      ["colorize", name, "--reference", "sheet.png", "--progress", "none"], in: folder)
    #expect(missing.status == 1)
    #expect(!missing.errors.contains("\u{1b}"))
    #expect(missing.errors.split(separator: "\n").count == 1)
    try folder.write(SmallPictures.line, to: name)
    let outcome = try Program.run(["colorize", name, "--reference", "sheet.png"], in: folder)
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("\u{1b}"))
    let unknown = try Program.run(["colorize", "--\u{1b}[31m"], in: folder)
    #expect(unknown.status == 64)
    #expect(!unknown.errors.contains("\u{1b}"))
  }

  @Test func wrongUsageIs64() throws {
    for command in [
      ["colorize"], ["colorize", "line.png"], ["colorize", "--reference", "sheet.png"],
      ["colorize", "line.png", "--reference", "sheet.png", "--gap", "-1"],
      ["colorize", "line.png", "--reference", "sheet.png", "--gap", "nan"],
      ["colorize", "line.png", "--reference", "sheet.png", "--background", "blueish"],
      ["colorize", "line.png", "--reference", "sheet.png", "--threads", "0"], ["nonsense"],
    ] {
      let outcome = try Program.run(command, in: folder)
      #expect(outcome.status == 64, "\(command)")
      #expect(!outcome.errors.isEmpty)
    }
    #expect(folder.names == ["line.png", "sheet.png"])
  }

  @Test func badListsAndPalettes() throws {
    try folder.write(Array("{\"drawing\": 3}".utf8), to: "bad.json")
    try folder.write(Array("not json".utf8), to: "text.json")
    try folder.write([], to: "empty.json")
    try folder.write(Array("hello".utf8), to: "bad.gpl")
    for (option, name) in [
      ("--matches", "bad.json"), ("--matches", "text.json"), ("--matches", "empty.json"),
      ("--matches", "none.json"), ("--palette", "bad.gpl"), ("--palette", "none.gpl"),
    ] {
      let outcome = try Program.run(
        ["colorize", "line.png", "--reference", "sheet.png", "--progress", "none", option, name],
        in: folder)
      expectOneSentence(outcome, about: name)
    }
  }

  @Test func aReferenceMayBeTheDrawingItself() throws {
    let outcome = try Program.run(
      ["colorize", "line.png", "--reference", "line.png", "--progress", "none"], in: folder)
    #expect(outcome.status == 0 || outcome.status == 1, "\(outcome)")
    if outcome.status == 1 { expectOneSentence(outcome, about: "line.png") }
  }

  @Test func emptyPalettesAndBrokenFieldsAreNamed() throws {
    try folder.write([], to: "empty.gpl")
    try folder.write(
      Array(
        "{\"drawing\": \"line.png\", \"regions\": [{\"inside\": {\"x\": \"one\", \"y\": 2}}]}".utf8),
      to: "field.json")
    for (option, name, word) in [
      ("--palette", "empty.gpl", "palette"), ("--matches", "field.json", "regions"),
    ] {
      let outcome = try Program.run(
        ["colorize", "line.png", "--reference", "sheet.png", "--progress", "none", option, name],
        in: folder)
      expectOneSentence(outcome, about: name)
      #expect(outcome.errors.contains(word))
      #expect(!folder.names.contains("line.coloured.png"))
    }
  }

  @Test func aHugeGapAndAStripDoNotCrash() throws {
    var strip = Image(width: 4000, height: 10, repeating: .white)
    for x in 0..<4000 { strip[x, 5] = .black }
    try folder.write(strip, to: "strip.png")
    for (name, gap) in [("line.png", "1e9"), ("line.png", "1e300"), ("strip.png", "8")] {
      let outcome = try Program.run(
        [
          "colorize", name, "--reference", "sheet.png", "--gap", gap, "--force", "--progress",
          "none",
        ], in: folder)
      #expect([0, 1, 64].contains(outcome.status), "\(name) \(gap): \(outcome)")
    }
  }
}
