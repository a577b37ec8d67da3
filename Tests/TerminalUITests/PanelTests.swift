import Raster
import Testing

@testable import TerminalUI

@Suite("Panels")
struct PanelTests {
  let plain = CellStyle()

  @Test("A border holds its title and note, and gives the room inside")
  func border() {
    var surface = Surface(width: 24, height: 4)
    let inside = surface.drawBorder(surface.bounds, title: "髪 hair", note: "3/9", plain)
    #expect(inside == Box(x: 1, y: 1, width: 22, height: 2))
    #expect(
      surface.lines == [
        "╭─╴髪 hair╶──────╴3/9╶─╮", "│                      │",
        "│                      │", "╰──────────────────────╯",
      ])
  }

  @Test("A narrow border shortens its title and drops its note; in ASCII it is ASCII")
  func narrowBorder() {
    var surface = Surface(width: 12, height: 3)
    surface.drawBorder(
      surface.bounds, title: "reference", note: "3/9", plain, linework: Linework(.ascii))
    #expect(surface.lines == ["+- refer~ -+", "|          |", "+----------+"])
    var tiny = Surface(width: 1, height: 1)
    #expect(tiny.drawBorder(tiny.bounds, title: "x", plain).width == 0)
  }

  @Test(
    "A bar is filled to an eighth of a cell, and full only at the end",
    arguments: [
      (0.0, "    ."), (0.5, "██  ."), (0.54, "██▏ ."), (0.999, "███▉."), (1.0, "████."),
      (7.0, "████."), (.nan, "    ."),
    ])
  func progress(share: Double, shown: String) {
    var surface = Surface(width: 5, height: 1)
    surface.write(".", at: Point(4, 0), plain)
    surface.drawProgress(share, in: Box(x: 0, y: 0, width: 4, height: 1), plain)
    #expect(surface.lines == [shown])
  }

  @Test("A scroll bar touches an end only where the list does")
  func scrollBar() {
    func bar(_ range: Range<Int>, of count: Int) -> String {
      var surface = Surface(width: 1, height: 6)
      surface.drawScrollBar(
        showing: range, of: count, in: surface.bounds, thumb: plain, track: plain)
      return surface.lines.joined()
    }
    #expect(bar(0..<6, of: 6) == "")
    #expect(bar(0..<6, of: 18) == "┃┃││││")
    #expect(bar(1..<7, of: 18) == "│┃┃│││")
    #expect(bar(11..<17, of: 18) == "│││┃┃│")
    #expect(bar(12..<18, of: 18) == "││││┃┃")
    #expect(bar(500..<506, of: 9000) == "│┃││││")
  }

  @Test("Text is wrapped at spaces, between wide characters, and in a word only where it must be")
  func wrapping() {
    #expect(
      "label 14: hair, not skin".wrapped(toColumns: 10) == ["label 14:", "hair, not", "skin"])
    #expect("線画に色を塗る".wrapped(toColumns: 5) == ["線画", "に色", "を塗", "る"])
    #expect("abcdefgh ij".wrapped(toColumns: 4) == ["abcd", "efgh", "ij"])
    #expect("a\n\nb".wrapped(toColumns: 4) == ["a", "", "b"])
    var surface = Surface(width: 6, height: 2)
    #expect(surface.write("one two three four", wrappedIn: surface.bounds, plain) == 2)
    #expect(surface.lines == ["one", "two"])
  }

  @Test("A footer shows the hints that fit whole, the status, and where to click")
  func keyHints() {
    var surface = Surface(width: 30, height: 1)
    let hints = [
      KeyHint("u", "undo", 1), KeyHint("n", "doubtful", 2, isEnabled: false),
      KeyHint("r", "render", 3),
    ]
    let areas = surface.drawKeyHints(
      hints, status: "saved", in: surface.bounds, theme: .standard)
    #expect(surface.lines == [" u undo  n doubtful     saved"])
    #expect(areas.map(\.value) == [1, 2])
    #expect(areas[1].box == Box(x: 9, y: 0, width: 10, height: 1))
    #expect(surface[9, 0].style.foreground == Theme.standard[.disabled].foreground)
  }
}
