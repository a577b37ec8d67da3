import TOMLKit
import Testing

@testable import TOMLText

@Suite("Texts in TOML")
struct TOMLTextTests {
  @Test(
    "Headers without a name are refused with their line",
    arguments: [
      ("[]", 1), ("\n  [ ]\n", 2), ("a = 1\n[[]]", 2), ("a = \"\"\"\n[\n\"\"\"\n[]", 4),
      ("a = [\n  [],\n]\n[]", 4), ("'[' = 1 # [\n[]", 2), ("a = \"\\\"\"\n[", 2),
    ])
  func nameless(text: String, line: Int) {
    let error = #expect(throws: TOMLTextError.self) { try TOMLTable(text: text) }
    #expect(error?.line == line)
  }

  @Test(
    "All else is read as it stands",
    arguments: [
      "[a]\nb = 1", "[[a]]\n[[a]]", "[ \"a b\" . c ]",
      "a = [\n  [1, 2],\n  [],\n  [ # two\n  ],\n]",
      "a = \"\"\"\n[]\n\"\"\"", "a = '''\n[]'''\n[b]", "a = { b = [[]], c = ']' }\n[d]", "# []\n",
      "",
    ])
  func valid(text: String) throws {
    #expect(lineOfNamelessHeader(in: text) == nil)
    _ = try TOMLTable(text: text)
  }

  @Test("Other faults have the parser's words and line")
  func fault() {
    let error = #expect(throws: TOMLTextError.self) { try TOMLTable(text: "a = 1\nb = \n") }
    #expect(error?.line == 2)
    #expect(error?.detail.isEmpty == false)
  }
}
