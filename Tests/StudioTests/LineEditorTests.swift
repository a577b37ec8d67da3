import TerminalUI
import Testing

@testable import Studio

@Suite("Typing a line")
struct LineEditorTests {
  /// Types keys by their names, one blank between; what is there then, `|` where the cursor is.
  func typed(_ keys: String, into text: String = "") -> String {
    var editor = LineEditor(text)
    for name in keys.split(separator: " ") { _ = editor.handle(Key(String(name))!) }
    var shown = editor.text
    shown.insert("|", at: shown.index(shown.startIndex, offsetBy: editor.cursor))
    return shown
  }

  @Test(
    "Keys do what they do in a shell",
    arguments: [
      ("a b c", "", "abc|"), ("left x", "髪b", "髪x|b"), ("home delete", "abc", "|bc"),
      ("backspace", "ab", "a|"), ("ctrl-w", "/home/hana/line", "/home/hana/|"),
      ("ctrl-w ctrl-w", "one two", "|"), ("ctrl-a ctrl-k", "abc", "|"), ("backspace", "", "|"),
      ("left ctrl-u", "abc", "|c"), ("end delete", "abc", "abc|"), ("space", "a", "a |"),
    ])
  func keys(keys: String, before: String, after: String) {
    #expect(typed(keys, into: before) == after)
  }

  @Test("Pasted controls and line ends do not get in")
  func paste() {
    var editor = LineEditor("a")
    editor.insert("b\nc\u{1b}[31m")
    #expect(editor.text == "abc[31m")
  }

  @Test("A key that types nothing is not taken")
  func others() {
    var editor = LineEditor()
    let taken = [Key(.up), Key(.character("x"), .alt)].map { editor.handle($0) }
    #expect(taken == [false, false])
  }
}
