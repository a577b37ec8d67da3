import Testing

@testable import Projects

@Suite struct PictureTitlesTests {
  @Test(arguments: [
    ("A0001", "A0001"), ("c012 (修正).v2", "c012 (修正).v2"), ("walk/front", "walk-front"),
    ("what? 1:2", "what- 1-2"), ("../..", "drawing"), ("--force", "force"), (".hidden. ", "hidden"),
    ("line\nend", "line-end"), ("", "drawing"),
  ])
  func aFilesNameIsTheTitleButForWhatMeansSomethingElse(title: String, name: String) {
    #expect(PictureTitles.name(for: title, .drawing) == name)
  }

  @Test func aLongTitleIsCutBetweenLetters() {
    let name = PictureTitles.name(for: String(repeating: "塗", count: 100), .drawing)
    #expect(name == String(repeating: "塗", count: 66))
  }

  @Test(arguments: [("A0001", "a0001"), ("c012 (修正).v2", "c012-修正-v2"), ("?", "drawing")])
  func aFoldersNameIsOfLettersAndDigits(title: String, id: String) {
    #expect(PictureTitles.id(for: title, .drawing) == id)
  }
}
