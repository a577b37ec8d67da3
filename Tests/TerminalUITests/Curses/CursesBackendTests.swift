import Raster
import Testing

@testable import TerminalUI

extension CursesTests {
  /// The backend on a pseudo-terminal.
  @Suite struct CursesBackendTests {
    private func backend(
      on terminal: PseudoTerminal, term: String = "xterm-256color",
      colors: ColorDepth? = .direct, locale: String = "C.UTF-8"
    ) throws -> CursesBackend {
      try CursesBackend(
        path: terminal.path, environment: TerminalEnvironment(term: term, locale: locale),
        overrides: CapabilityOverrides(colors: colors), catchesSignals: false)
    }

    private func surface(_ text: String, width: Int = 80, height: Int = 24) -> Surface {
      var surface = Surface(width: width, height: height)
      surface.write(
        text, at: Point(0, 0), CellStyle(CellColor(255, 0, 0), on: CellColor(0, 0, 255)))
      return surface
    }

    @Test func aFrameIsWrittenOnceAndAnEqualOneNotAtAll() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      _ = terminal.read()
      #expect(backend.show(surface("hair"), cursor: nil))
      let frame = terminal.text()
      #expect(frame.contains("38;2;255;0;0"))
      #expect(frame.contains("48;2;0;0;255"))
      #expect(frame.contains("hair"))
      #expect(backend.show(surface("hair"), cursor: nil))
      #expect(terminal.read() == [])
      #expect(backend.show(surface("hare"), cursor: nil))
      #expect(terminal.text().contains("re"))
    }

    @Test func aTerminalThatStopsReadingNeverBlocksAndLaterGetsTheNewestFrame() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      _ = terminal.read()
      var refused = 0
      for number in 0..<50 {
        var noisy = Surface(width: 80, height: 24)
        for y in 0..<24 {
          for x in 0..<80 {
            let hash = UInt32(truncatingIfNeeded: (number * 80 * 24 + y * 80 + x) &* 2_654_435_761)
            let color = CellColor(
              UInt8(hash >> 24), UInt8(hash >> 16 & 255), UInt8(hash >> 8 & 255))
            noisy[x, y] = Cell("▀", CellStyle(color, on: CellColor(1, 2, 3)))
          }
        }
        if !backend.show(noisy, cursor: nil) { refused += 1 }
      }
      #expect(refused > 0)
      let newest = surface("newest")
      #expect(!backend.show(newest, cursor: nil))
      var shown = ""
      for _ in 0..<1000 where !backend.show(newest, cursor: nil) {
        shown += terminal.text()
        #expect(backend.events(timeout: 50) == [])
      }
      shown += terminal.text()
      #expect(shown.contains("newest"))
    }

    @Test func aTerminalThatGoesAwayIsToldOnceAndThenWaitedForNoMore() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      #expect(backend.show(surface("hair"), cursor: nil))
      terminal.close()
      #expect(backend.events(timeout: 1000) == [.hangUp])
      #expect(backend.events(timeout: 20) == [])
      #expect(backend.show(surface("hare"), cursor: nil))
    }

    @Test func keysComeAsEvents() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      terminal.type("a\u{1b}[A\u{1b}[<0;3;4M塗")
      #expect(
        backend.events(timeout: 1000) == [
          .key(Key(.character("a"))), .key(Key(.up)),
          .mouse(MouseEvent(.press(.left), at: Point(2, 3))),
          .key(Key(.character("塗"))),
        ])
      terminal.type("\u{1b}")
      #expect(backend.events(timeout: 1000) == [.key(Key(.escape))])
    }

    @Test func wakingEndsAWait() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      backend.wake()
      #expect(backend.events(timeout: nil) == [])
    }

    @Test func aFrameFollowsTheSizeOfTheTerminal() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      #expect(backend.show(surface("hair"), cursor: nil))
      _ = terminal.read()
      for (columns, rows) in [(1, 1), (300, 100), (20, 5)] {
        terminal.resize(columns: columns, rows: rows)
        #expect(backend.size == (columns, rows))
        #expect(backend.show(surface("hair", width: columns, height: rows), cursor: nil))
        #expect(terminal.text().contains(columns == 1 ? "h" : "hair"))
      }
    }

    @Test func aTerminalThatKnows24BitColorIsUpgradedWhenItSaysSo() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal, colors: nil)
      #expect(backend.capabilities.colors == .palette256)
      #expect(terminal.text().contains("\u{1b}P$qm"))
      #expect(backend.show(surface("hair"), cursor: nil))
      #expect(terminal.text().contains("38;5;196"))
      terminal.type("x\u{1b}P1$r0;48:2::1:2:3m\u{1b}\\y\u{1b}[?64;22c")
      #expect(
        backend.events(timeout: 1000) == [
          .key(Key(.character("x"))), .key(Key(.character("y"))), .resized,
        ])
      #expect(backend.capabilities.colors == .direct)
      #expect(backend.show(surface("hair"), cursor: nil))
      #expect(terminal.text().contains("38;2;255;0;0"))
    }

    @Test func closingGivesTheScreenTheModesAndTheMouseBack() throws {
      let terminal = try PseudoTerminal()
      let backend = try backend(on: terminal)
      let entering = terminal.text()
      backend.close()
      let leaving = terminal.text()
      for mode in ["1049", "1000", "1002", "1006", "1004", "2004"] {
        #expect(entering.contains("\u{1b}[?\(mode)"), "\(mode)")
        #expect(leaving.contains("\u{1b}[?\(mode)l"), "\(mode)")
      }
      #expect(leaving.contains("\u{1b}[?25h") || leaving.contains("?25h"))
    }
  }
}
