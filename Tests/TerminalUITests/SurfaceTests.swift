import Raster
import Testing

@testable import TerminalUI

@Suite("A surface of cells")
struct SurfaceTests {
  let plain = CellStyle()

  @Test("Wide characters take two cells and are never cut in half")
  func wideCharacters() {
    var surface = Surface(width: 6, height: 2)
    #expect(surface.write("a髪b", at: Point(0, 0), plain) == 4)
    #expect(surface.lines[0] == "a髪b")
    #expect(surface[2, 0].isCovered)
    surface.write("x", at: Point(2, 0), plain)
    #expect(surface.lines[0] == "a xb")
    surface.write("瞳", at: Point(5, 1), plain)
    #expect(surface.lines[1] == "")
  }

  @Test("Nothing is written outside of the surface or of a clip")
  func clipping() {
    var surface = Surface(width: 4, height: 1)
    surface.write("hello", at: Point(-1, 0), plain)
    #expect(surface.lines == ["ello"])
    surface.write("12345", at: Point(0, 0), plain, clip: Box(x: 1, y: 0, width: 2, height: 1))
    #expect(surface.lines == ["e23o"])
    surface.fill(Box(x: 2, y: -3, width: 9, height: 9), plain)
    #expect(surface.lines == ["e2"])
  }

  @Test("Controls and marks do not reach a cell")
  func controls() {
    var surface = Surface(width: 8, height: 1)
    surface.write("a\u{1b}[1m\u{202e}b", at: Point(0, 0), plain)
    #expect(surface.lines == ["a[1mb"])
  }
}

@Suite("Names of keys")
struct KeyNameTests {
  @Test(
    "A key's name reads back as the key",
    arguments: ["a", "?", "ctrl-r", "shift-tab", "f1", "pgup", "space", "alt--", "髪", "G"])
  func roundTrip(name: String) throws {
    let key = try #require(Key(name))
    #expect(key.name == name)
  }

  @Test("What is no key's name is none", arguments: ["", "ctrl-", "f0", "f25", "hello"])
  func unknown(name: String) { #expect(Key(name) == nil) }
}
