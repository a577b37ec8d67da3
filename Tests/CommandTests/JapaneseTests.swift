import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("What commands say where the locale is Japanese")
struct JapaneseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    try folder.write(SmallPictures.line, to: "line.png")
    try folder.write(SmallPictures.reference, to: "sheet.png")
  }

  private func run(_ arguments: [String], in locale: String = "ja_JP.UTF-8") throws
    -> Program.Outcome
  {
    try Program.run(
      arguments, in: folder,
      environment: ["LC_ALL": locale, "LC_MESSAGES": locale, "LANG": locale])
  }

  /// The tree of commands as the parser lists it for programs.
  private struct Listing: Decodable {
    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var discussion: String?
      var arguments: [Argument]?
      var subcommands: [Command]?
    }

    struct Argument: Decodable {
      struct Name: Decodable { var name: String }
      var kind: String
      var names: [Name]?
      var valueName: String?
      var sectionTitle: String?
      var abstract: String?
    }

    var command: Command
  }

  private func commands() throws -> Listing.Command {
    let text = try run(["--experimental-dump-help"]).output
    return try JSONDecoder().decode(Listing.self, from: Data(text.utf8)).command
  }

  private static func isJapanese(_ text: String?) -> Bool {
    text?.unicodeScalars.contains { (0x3040...0x30ff).contains($0.value) } ?? false
  }

  @Test("Every command, argument and option is described in Japanese")
  func everyHelp() throws {
    var count = 0
    func check(_ command: Listing.Command, _ path: String) {
      // The parser's own.
      if command.commandName == "help" { return }
      count += 1
      let path = path + " " + command.commandName
      #expect(Self.isJapanese(command.abstract), "\(path): \(command.abstract ?? "no abstract")")
      if let discussion = command.discussion {
        #expect(discussion.unicodeScalars.contains { $0.value > 0x3000 }, "\(path): \(discussion)")
      }
      for argument in command.arguments ?? [] {
        let name = argument.names?.first?.name ?? argument.valueName ?? argument.kind
        let isOwn = !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        if !isOwn { continue }
        count += 1
        #expect(
          argument.abstract?.unicodeScalars.contains { $0.value > 0x3000 } ?? false,
          "\(path) \(name): \(argument.abstract ?? "no help")")
        if let title = argument.sectionTitle {
          #expect(title.unicodeScalars.contains { $0.value > 0x3000 }, "\(path): \(title)")
        }
      }
      for subcommand in command.subcommands ?? [] { check(subcommand, path) }
    }
    check(try commands(), "")
    #expect(count > 100)
  }

  @Test("Every help screen is Japanese throughout and fits 80 columns")
  func screens() throws {
    func check(_ command: Listing.Command, _ path: [String]) throws {
      if command.commandName == "help" { return }
      let screen = try run(path + ["--help"])
      #expect(screen.status == 0 && screen.errors == "")
      #expect(screen.output.hasPrefix("概要: "), "\(path)")
      for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "default", "values:", "Show "] {
        #expect(!screen.output.contains(word), "\(path): \(word)")
      }
      for line in screen.output.split(separator: "\n") {
        let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
        #expect(columns <= 80, "\(path): \(line)")
      }
      for subcommand in command.subcommands ?? [] {
        try check(subcommand, path + [subcommand.commandName])
      }
    }
    try check(commands(), [])
    let english = try run(["colorize", "--help"], in: "en_GB.UTF-8")
    #expect(english.output.hasPrefix("OVERVIEW: Colours drawings"))
    #expect(english.output.unicodeScalars.allSatisfy { $0.value < 0x3000 })
  }

  @Test("What the parser makes for programs stays as it is")
  func scripts() throws {
    let script = try run(["--generate-completion-script", "bash"])
    #expect(script.status == 0 && script.output.contains("colorize"))
    #expect(script.output.hasPrefix("#!/bin/bash"))
  }

  private static let wrong: [(arguments: [String], english: String, japanese: String)] = [
    (
      ["colorize", "line.png", "--referense", "sheet.png"],
      "there is no option --referense; did you mean --reference?",
      "--referense というオプションはありません。--reference のことですか?"
    ),
    (
      ["render", "hana.nurie", "--al"], "did you mean --all?",
      "--al というオプションはありません。--all のことですか?"
    ),
    (
      ["--referense", "sheet.png", "line.png"], "did you mean --reference?",
      "--reference のことですか?"
    ),
    (
      ["colorize", "line.png", "--reference", "sheet.png", "--shading", "flat"],
      "The value 'flat' is invalid", "'flat' は '--shading <shading>' の値にできません。"
    ),
    (
      ["regions", "a.png", "--frobnicate"], "Unknown option '--frobnicate'",
      "オプション '--frobnicate' はありません。"
    ),
    (["regions"], "Missing expected argument '<line>'", "'<line>' を指定してください。"),
    (["regions", "a.png", "--gap"], "Missing value for '--gap <px>'", "'--gap <px>' の値がありません。"),
    (["regions", "a.png", "b.png"], "Unexpected argument 'b.png'", "余分な引数があります: 'b.png'"),
    (["colorise", "a.png"], "did you mean colorize?", "colorize のことですか?"),
    (["sheet", "a", "--output", "b", "--size", "3"], "from 64 to 2048", "64 から 2048"),
    (["renders", "cancle", "hana.nurie"], "did you mean cancel?", "cancel のことですか?"),
  ]

  @Test(
    "Mistakes in arguments are told in both languages, with what was meant", arguments: wrong)
  func mistakes(_ arguments: [String], _ english: String, _ japanese: String) throws {
    let told = try run(arguments, in: "C")
    #expect(told.status == 64 && told.errors.contains(english), "\(told.errors)")
    let said = try run(arguments)
    #expect(said.status == 64 && said.errors.contains(japanese), "\(said.errors)")
    for word in ["Error", "Usage", "See '", "Help:"] {
      #expect(!said.errors.contains(word), "\(said.errors)")
    }
  }

  @Test("What files and decoders bring about is told in Japanese")
  func files() throws {
    // Its end lacks, its pixels are there.
    try folder.write(Array(PNG.encode(SmallPictures.line).dropLast(12)), to: "cut.png")
    try folder.write(Array(PNG.encode(SmallPictures.line).prefix(60)), to: "broken.png")
    try folder.write(Image(width: 40, height: 40, repeating: .white), to: "blank.png")
    try folder.write(SmallPictures.reference.map { RGBA($0.g, $0.g, $0.g) }, to: "grey.png")
    for (arguments, sentence) in [
      (["regions", "cut.png"], "cut.png: ファイルが途中で切れています"),
      (["regions", "broken.png"], "broken.png: PNG ファイルが途中で切れています"),
      (["regions", "blank.png"], "blank.png: 線がありません"),
      (["regions", "missing.png"], "missing.png: ファイルがありません"),
      (["colorize", "line.png", "--reference", "grey.png"], "grey.png: 色がないため"),
      (["colorize", "line.png", "--reference", "sheet.png", "--output", "a.jpg"], "PNG で書き出します"),
      (["new", "hana", "--lines", "cut.png", "--references", "sheet.png"], "cut.png: ファイルが途中で"),
      (["export", "hana.nurie", "run", "--output", "out"], "この線画はありません"),
      (["export", "hana.nurie", "--output", "line.png"], "line.png: ファイルです"),
      (["sheet", "hana.nurie", "--output", "broken.png"], "broken.png: すでにあります"),
      (["apply", "hana.nurie", "line.png"], "line.png"),
      (["render", "hana.nurie", "run"], "この線画はありません"),
    ] {
      let outcome = try run(arguments)
      #expect(outcome.errors.contains(sentence), "\(arguments): \(outcome.errors)")
      for line in outcome.errors.split(separator: "\n") {
        #expect(line.unicodeScalars.contains { $0.value > 0x3000 }, "\(arguments): \(line)")
      }
    }
    let sheet = try run(["sheet", "hana.nurie", "--output", "all.png"])
    #expect(sheet.output == "1 cut: 要確認なし\n", "\(sheet)")
    #expect(try run(["regions", "line.png"]).output.hasPrefix("大きさ"))
    #expect(try run(["regions", "line.png", "--json"]).output.contains("\"strokeWidth\""))
  }
}
