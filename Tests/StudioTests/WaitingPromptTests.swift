import Coloring
import DrawnStudios
import Projects
import TerminalUI
import Testing

@testable import Studio

@Suite("A prompt for a file waits until that is done")
struct WaitingPromptTests {
  private let reason = Phrase(same: "a.png: there is no such file.")

  private func prompt(_ state: StudioState) throws -> Prompt {
    guard case .prompt(let prompt)? = state.overlay else {
      throw Missing()
    }
    return prompt
  }

  private struct Missing: Error {}

  private func picture(_ title: String) -> Picture {
    Picture(
      id: PictureID(rawValue: "new-\(title)"), kind: .drawing, title: title, width: 9, height: 9)
  }

  @Test("What fails leaves the text to be mended, and no key meanwhile means anything below")
  func failing() throws {
    var state = studio()
    guard case .importFiles(["a.png"], .drawing)? = state.press("i a . p n g enter").last else {
      Issue.record("nothing is imported")
      return
    }
    #expect(try prompt(state).isWaiting)
    state.press("D x")
    _ = reduce(&state, .paste("b.png"))
    #expect(state.listed(.drawing).count == 3)
    _ = reduce(&state, .imported([], as: .drawing, failures: [reason]))
    #expect(try prompt(state).editor.text == "a.png")
    #expect(try prompt(state).complaint == reason)
    #expect(state.log.last?.text == reason)
    state.press("backspace")
    #expect(try prompt(state).complaint == nil)
  }

  @Test("What succeeds closes it, and what part of it failed is told with it")
  func partly() throws {
    var state = studio()
    state.press("i a enter")
    let pictures = [picture("a"), picture("b")]
    _ = reduce(&state, .imported(pictures, as: .drawing, failures: [reason]))
    #expect(state.overlay == nil)
    #expect(
      state.notice?.text.english
        == "2 imported, 1 left out: a.png: there is no such file.")
  }

  @Test("Left with Escape it goes on, and a notice tells how it ended")
  func left() {
    var state = studio()
    state.press("i a enter esc")
    #expect(state.overlay == nil)
    _ = reduce(&state, .imported([], as: .drawing, failures: [reason]))
    #expect(state.overlay == nil && state.notice?.text == reason)
  }

  @Test("What was left with Escape answers to no prompt that was opened since")
  func another() throws {
    var state = studio()
    state.press("i a enter esc tab i b enter")
    _ = reduce(&state, .imported([picture("a")], as: .drawing, failures: []))
    #expect(try prompt(state).editor.text == "b" && prompt(state).isWaiting)
    _ = reduce(&state, .imported([], as: .drawing, failures: [reason]))
    #expect(try prompt(state).isWaiting && prompt(state).complaint == nil)
    #expect(state.notice?.text == reason)
    let order = FileOrder.palette(Palette(entries: []), title: "hana")
    _ = reduce(&state, .fileExists(PendingFile(order: order, path: "hana.gpl", place: "/hana.gpl")))
    #expect(state.pendingFile?.prompt == nil)
  }

  @Test("All there is to say of an import is in one notice, and once in the log")
  func everything() {
    var state = studio()
    let taken = picture("cut 01")
    _ = reduce(
      &state, .imported([taken], as: .drawing, coloured: [taken], failures: [reason]))
    let text = state.notice?.text.english ?? ""
    for part in [
      "1 imported, 1 left out: a.png: there is no such file. cut 01 has colours",
      "Tab and i. 1 name taken already got a number",
    ] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(state.log.count { $0.text.english.contains("no such file") } == 1)
  }

  @Test("A palette that cannot be read, a file that cannot be written")
  func palettes() throws {
    var state = try StudioState.coloured()
    state.press("p i a enter")
    _ = reduce(&state, .exchangeFailed(reason, .readPalette))
    #expect(try prompt(state).complaint == reason)
    state.press("esc e enter")
    _ = reduce(&state, .exchangeFailed(reason, .writePalette))
    #expect(try prompt(state).complaint == reason)
    state.press("enter")
    _ = reduce(&state, .written("hana.gpl", .writePalette))
    #expect(state.overlay == nil)
  }

  @Test("Not to replace a file leads back to its name")
  func keeping() throws {
    var state = try StudioState.coloured()
    guard case .write(let order, let path, false)? = state.press("p e enter").last else {
      Issue.record("nothing is written")
      return
    }
    _ = reduce(&state, .fileExists(PendingFile(order: order, path: path, place: path)))
    state.press("n")
    #expect(try prompt(state).editor.text == path)
    #expect(try !prompt(state).isWaiting)
  }

  @Test("A title that is taken gets a number, and undo takes picture and number back")
  func titles() throws {
    var state = studio()
    let again = [picture("cut 01"), picture("cut 01 (2)"), picture("cut 01")]
      .enumerated().map { index, picture in
        Picture(
          id: PictureID(rawValue: "n\(index)"), kind: .drawing, title: picture.title, width: 9,
          height: 9)
      }
    _ = reduce(&state, .imported(again, as: .drawing, failures: []))
    #expect(
      state.listed(.drawing).map(\.title).suffix(3)
        == ["cut 01 (2)", "cut 01 (2) (2)", "cut 01 (3)"])
    state.press("u")
    #expect(state.listed(.drawing).count == 3)
  }

  @Test("A picture cannot be called as another of its list is")
  func renaming() throws {
    var state = studio()
    #expect(state.press("R backspace 2 enter").appended.isEmpty)
    #expect(try prompt(state).complaint?.english == "Another drawing has this name")
    #expect(state.press("backspace 9 enter").appended.count == 1)
    #expect(state.press("R ctrl-u s h e e t enter").appended.count == 1)
  }
}
