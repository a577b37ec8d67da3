import ImageFormats
import Studio
import Testing

@Suite("What is wrong with a picture, in both languages")
struct ImageErrorPhraseTests {
  static let problems: [ImageError.Problem] = [
    .missing, .nothingFits, .folder, .noPictures, .unreadable("x"), .empty, .notAPicture(nil),
    .notAPicture("x"), .truncated(.png), .corrupt(.jpeg, "x"),
    .tooManyPixels(width: 9, height: 9, limit: 1), .tooManyBytes(limit: 1),
    .unsupported("x", saveAs: "PNG"), .exists, .targetIsFolder, .noSuchFolder, .unwritable("x"),
    .diskFull, .tooLargeForFormat("PSD"), .lost, .special, .nameIsNoText,
  ]

  @Test("A Japanese one holds no English words but names", arguments: problems)
  func japanese(_ problem: ImageError.Problem) {
    let phrase = Phrase(ImageError(problem, file: "a.png"))
    let words = phrase.japanese.split { !$0.isASCII || !$0.isLetter }
    #expect(
      words.allSatisfy { ["a", "png", "x", "PNG", "JPEG", "WebP", "PSD", "UTF"].contains($0) },
      "\(phrase.japanese)")
    #expect(phrase.japanese.hasSuffix("。") && phrase.english.hasSuffix("."))
  }

  @Test("Names are escaped")
  func escaped() {
    let phrase = ImageError(.missing, file: "a\u{1b}b").phrase
    #expect(!phrase.japanese.contains("\u{1b}") && !phrase.english.contains("\u{1b}"))
  }
}
