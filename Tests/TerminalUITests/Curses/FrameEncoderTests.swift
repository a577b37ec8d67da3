import Raster
import TestSupport
import Testing

@testable import TerminalUI

extension CursesTests {
  /// Whatever frames follow each other, the terminal shows the last one.
  @Suite struct FrameEncoderTests {
    private func encoder(columns: Int, rows: Int, glyphs: GlyphSet = .halves) throws -> FrameEncoder
    {
      _ = CharacterEncoding.prepare(TerminalEnvironment(locale: "C.UTF-8"))
      let terminfo = try #require(Terminfo("xterm-256color"))
      let encoder = FrameEncoder(
        terminfo, columns: columns, rows: rows,
        capabilities: Capabilities(colors: .direct, glyphs: glyphs), exact: [])
      guard let encoder else { throw TerminalError(description: "no encoder") }
      return encoder
    }

    /// ncurses would set it for 24 rows on a terminal of 30, and movements down stop at its edge.
    @Test(arguments: ["xterm-256color", "vt100", "linux", "screen"])
    func noScrollingRegionIsSet(term: String) throws {
      _ = CharacterEncoding.prepare(TerminalEnvironment(locale: "C.UTF-8"))
      let terminfo = try #require(Terminfo(term))
      let encoder = FrameEncoder(
        terminfo, columns: 100, rows: 30,
        capabilities: Capabilities(colors: .mono, glyphs: .ascii), exact: [])
      guard var encoder else { throw TerminalError(description: "no encoder") }
      for shift in 0..<3 {
        var surface = Surface(width: 100, height: 30)
        for y in 0..<30 {
          let text = String(repeating: "line \(y + shift) ", count: 9)
          surface.write(text, at: Point(0, y), CellStyle())
        }
        let bytes = String(decoding: encoder.encode(surface, cursor: nil), as: UTF8.self)
        #expect(bytes.firstMatch(of: /\u{1b}\[[0-9;]*r/) == nil)
      }
    }

    /// ncurses keeps much from the screen before.
    @Test func oneTerminalAfterTheOtherIsDrawnOn() throws {
      _ = CharacterEncoding.prepare(TerminalEnvironment(locale: "C.UTF-8"))
      for term in ["linux", "vt100", "linux", "screen-256color", "linux", "vt220", "xterm"] {
        let terminfo = try #require(Terminfo(term))
        let encoder = FrameEncoder(
          terminfo, columns: 20, rows: 4,
          capabilities: Capabilities(colors: .ansi16, glyphs: .halves), exact: [])
        guard var encoder else { throw TerminalError(description: "no encoder for \(term)") }
        var surface = Surface(width: 20, height: 4)
        surface.write("hair", at: Point(0, 0), CellStyle(CellColor(230, 40, 40)))
        let bytes = String(decoding: encoder.encode(surface, cursor: nil), as: UTF8.self)
        #expect(bytes.contains("hair"), "\(term)")
        #expect(bytes.contains("\u{1b}[91m") || bytes.contains("\u{1b}[31m"), "\(term)")
      }
    }

    /// Colours of 5 bits a channel, which are not rounded.
    private func color(_ random: inout SeededNumbers) -> CellColor {
      func level() -> UInt8 { UInt8((random.roll(32) * 255 + 15) / 31) }
      return random.roll(8) == 0 ? .terminal : CellColor(level(), level(), level())
    }

    private func style(_ random: inout SeededNumbers) -> CellStyle {
      CellStyle(
        color(&random), on: color(&random),
        random.roll(3) > 0 ? [] : CellStyle.Attributes(rawValue: UInt8(random.roll(32))))
    }

    /// Texts, areas and noise in random places.
    private func change(_ surface: inout Surface, _ random: inout SeededNumbers) {
      let texts = ["hair", "塗り絵の線画", "▀▄█▌▐", "a        b", "┌──┐", "é…", "   "]
      for _ in 0..<random.roll(6) {
        let place = Point(random.roll(surface.width), random.roll(surface.height))
        switch random.roll(3) {
        case 0: surface.write(texts[random.roll(texts.count)], at: place, style(&random))
        case 1:
          let box = Box(x: place.x, y: place.y, width: random.roll(20), height: random.roll(6))
          surface.fill(box, style(&random))
        default:
          for x in place.x..<min(surface.width, place.x + 12) where !surface[x, place.y].isCovered {
            surface.write("▀", at: Point(x, place.y), style(&random))
          }
        }
      }
    }

    @Test(arguments: [(40, 10), (80, 24), (1, 1), (7, 3)])
    func theTerminalShowsTheLastFrame(columns: Int, rows: Int) throws {
      var random = SeededNumbers(seed: UInt64(columns))
      var encoder = try encoder(columns: columns, rows: rows)
      var model = ScreenModel(columns: columns, rows: rows)
      var surface = Surface(width: columns, height: rows)
      for number in 0..<150 {
        change(&surface, &random)
        if number % 40 == 39 { encoder.repaint() }
        model.take(encoder.encode(surface, cursor: nil))
        #expect(model.unknown == [])
        try #require(difference(model.surface, surface) == nil, "frame \(number)")
      }
    }

    /// Noise fills the table of pairs every few frames.
    @Test func theTerminalShowsTheLastFrameWhenThePairsStartAnew() throws {
      var random = SeededNumbers(seed: 1)
      var encoder = try encoder(columns: 160, rows: 50)
      var model = ScreenModel(columns: 160, rows: 50)
      var surface = Surface(width: 160, height: 50)
      for number in 0..<20 {
        for y in 0..<50 {
          for x in 0..<160 {
            surface[x, y] = Cell("▀", CellStyle(color(&random), on: color(&random)))
          }
        }
        model.take(encoder.encode(surface, cursor: nil))
        try #require(difference(model.surface, surface) == nil, "frame \(number)")
      }
    }

    @Test func aSurfaceOfAnotherSizeIsShownFromItsTopLeft() throws {
      var encoder = try encoder(columns: 10, rows: 4)
      var model = ScreenModel(columns: 10, rows: 4)
      var surface = Surface(width: 30, height: 2)
      surface.write("0123456789abc", at: Point(0, 1), CellStyle())
      model.take(encoder.encode(surface, cursor: nil))
      #expect(model.surface.lines == ["", "0123456789", "", ""])
    }

    @Test func withoutUnicodeEachCharacterHasAStandIn() throws {
      var encoder = try encoder(columns: 20, rows: 1, glyphs: .ascii)
      var model = ScreenModel(columns: 20, rows: 1)
      var surface = Surface(width: 20, height: 1)
      surface.write("┌─┐▀█…→塗x◆·?∅–", at: Point(0, 0), CellStyle())
      model.take(encoder.encode(surface, cursor: nil))
      #expect(model.surface.lines == ["+-+:#.>? x#.?x-"])
    }

    /// The first cell in which what they show differs.
    private func difference(_ a: Surface, _ b: Surface) -> String? {
      for y in 0..<b.height {
        for x in 0..<b.width where shown(a, x, y) != shown(b, x, y) {
          return "\(x),\(y): \(a[x, y]) instead of \(b[x, y])"
        }
      }
      return nil
    }

    /// Half of a wide character is a blank, and a blank's foreground shows only under a line or in reverse.
    private func shown(_ surface: Surface, _ x: Int, _ y: Int) -> Cell {
      var cell = surface[x, y]
      let isWide = Character(Unicode.Scalar(cell.scalar) ?? " ").terminalColumns == 2
      let hasLeft =
        x > 0 && Character(Unicode.Scalar(surface[x - 1, y].scalar) ?? " ").terminalColumns == 2
      if isWide && !surface[x + 1, y].isCovered || cell.isCovered && !hasLeft { cell.scalar = 0x20 }
      if cell.isCovered { cell.style = surface[x - 1, y].style }
      if cell.scalar == 0x20 && cell.style.attributes.isDisjoint(with: [.underline, .reverse]) {
        cell.style = CellStyle(.terminal, on: cell.style.background)
      }
      return cell
    }
  }
}
