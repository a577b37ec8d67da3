import Projects
import Regions
import Testing

@testable import Coloring
@testable import ImageFormats
@testable import Studio
@testable import TerminalUI

@Suite("What is wrong with a file, in both languages")
struct ErrorPhraseTests {
  /// Words that stand in Japanese sentences as they are: names, and what was put in.
  private static let names: Set<Substring> = [
    "a", "nurie", "new", "project", "json", "edits", "jsonl",
    "lock", "kai", "host", "toml", "true", "false", "rrggbb", "terminal", "fg", "bg", "attributes",
    "colors", "UTF", "x", "GIMP", "Palette", "gpl", "R", "G", "B", "palette", "roles", "parts",
    "teach", "forget",
  ]

  private func check(_ phrase: Phrase) {
    let words = phrase.japanese.split { !$0.isASCII || !$0.isLetter }
    #expect(words.allSatisfy(Self.names.contains), "\(phrase.japanese)")
    #expect(phrase.japanese.contains { !$0.isASCII } && phrase.japanese.hasSuffix("。"))
    #expect(phrase.english.hasSuffix(".") && phrase != Phrase(same: phrase.english))
  }

  private static let projectProblems: [ProjectError.Problem] = [
    .missing, .notAProject, .exists, .unreadable("x"), .unwritable("x"), .diskFull, .newer("x"),
    .brokenManifest("x"), .brokenLine(3, "x"), .refusedLine(3, "x"),
    .held(LockHolder(host: "host", user: "kai", process: 7, boot: "")), .held(.unreadable),
    .changedOutside, .gone, .brokenTeller("a", "x"),
  ]

  @Test("A project", arguments: projectProblems)
  func projects(_ problem: ProjectError.Problem) {
    let error = ProjectError(problem, path: "a")
    check(Phrase(error))
    check(error.reasonPhrase)
    #expect(!error.reasonPhrase.japanese.hasPrefix("a:"))
  }

  @Test(
    "Why no parts are taught",
    arguments: [.nothingLabelled, .onePart(Part.standard[1]), .noNetwork, .notLearned]
      as [PartsTeachingError])
  func teaching(_ error: PartsTeachingError) { check(Phrase(error)) }

  @Test(
    "A fault of a picture that could be lived with",
    arguments: [
      .lacksEnd, .profileTooLarge, .colours(.gamma(90)), .colours(.chromaticities),
      .colours(.damagedProfile), .colours(.greyProfile("x")), .colours(.notRGB("x")),
      .colours(.unusableProfile("x")), .twoDensities(.jpeg, head: "300", exif: "150"),
      .firstFrame, .noFrame, .said(by: "libpng", "x"),
    ] as [ImageWarning.Problem])
  func pictureWarnings(_ problem: ImageWarning.Problem) {
    let phrase = ImageWarning(problem: problem, file: "a").phrase
    #expect(phrase.english.hasPrefix("a: ") && phrase.japanese.hasPrefix("a: "))
    #expect(phrase.japanese.contains { !$0.isASCII }, "\(phrase.japanese)")
  }

  private static let themeProblems: [ThemeError.Problem] =
    [
      .unreadable("x"), .noTextFile, .noUnicode, .syntax("x"), .unknownKey(["fg", "bg"]),
      .unknownAttribute(["x"]), .unknownRole, .unknownColour("x"), .inheritsItself(through: "x"),
      .noTheme("x", known: ["a"]),
    ] + ThemeError.Wanted.allCases.map { .wanted($0) }

  @Test("A theme", arguments: themeProblems)
  func themes(_ problem: ThemeError.Problem) {
    check(Phrase(ThemeError(problem, file: "a.toml", place: "roles")))
  }

  @Test("A palette and line art")
  func others() {
    let palette = [UInt8]("GIMP Palette\n1 2".utf8)
    let broken = [[UInt8]("x".utf8), [UInt8]("GIMP Palette".utf8), palette]
    for bytes in broken + [[UInt8]("GIMP Palette\n1 2 999 a".utf8)] {
      do throws(GPLError) {
        _ = try Palette(gpl: bytes)
        Issue.record("it was read")
      } catch {
        check(error.phrase.of("a.gpl"))
      }
    }
    for error in [LineArtError.noLine, .noPaper, .tooSmall(width: 2, height: 2)] {
      check(Phrase(error))
    }
    check(Project.Note.tornEdit("a").phrase)
  }

  @Test("Names are escaped")
  func escaped() {
    #expect(
      !GPLError(line: 1, problem: .noColour).phrase.of("a\u{1b}b").japanese.contains("\u{1b}"))
  }
}
