import Raster
import TestSupport
import Testing

@testable import TerminalUI

extension CursesTests {
  /// What frames cost in bytes and memory: bounds that hold whatever the machine.
  @Suite struct FrameCostTests {
    private func encoder(_ colors: ColorDepth, columns: Int = 200, rows: Int = 50) throws
      -> FrameEncoder
    {
      let terminfo = try #require(Terminfo("xterm-256color"))
      let encoder = FrameEncoder(
        terminfo, columns: columns, rows: rows,
        capabilities: Capabilities(colors: colors, glyphs: .halves), exact: [])
      guard let encoder else { throw TerminalError(description: "no encoder") }
      return encoder
    }

    /// Noise in 24 bits: no two cells of a frame are alike.
    private func noise(_ number: Int) -> Surface {
      var surface = Surface(width: 200, height: 50)
      var random = SeededNumbers(seed: UInt64(number))
      func next() -> CellColor {
        CellColor(
          UInt8(random.roll(256)), UInt8(random.roll(256)), UInt8(random.roll(256)))
      }
      for y in 0..<50 {
        for x in 0..<200 { surface[x, y] = Cell("▀", CellStyle(next(), on: next())) }
      }
      return surface
    }

    @Test func aMovedSelectionIsAFewBytesBesideALargePicture() throws {
      var encoder = try encoder(.direct)
      var surface = noise(1)
      let selected = CellStyle(CellColor(255, 255, 255), on: CellColor(0, 0, 255))
      surface.write("region 14", at: Point(10, 10), CellStyle())
      surface.write("region 15", at: Point(10, 11), CellStyle())
      _ = encoder.encode(surface, cursor: nil)
      surface.write("region 14", at: Point(10, 10), selected)
      #expect(encoder.encode(surface, cursor: nil).count < 120)
      surface.write("region 14", at: Point(10, 10), CellStyle())
      surface.write("region 15", at: Point(10, 11), selected)
      #expect(encoder.encode(surface, cursor: nil).count < 240)
    }

    @Test(arguments: [
      (ColorDepth.direct, 420_000), (.palette256, 260_000), (.ansi16, 160_000), (.mono, 80_000),
    ])
    func aNoisyFrameTakesNoMoreBytes(colors: ColorDepth, limit: Int) throws {
      var encoder = try encoder(colors)
      _ = encoder.encode(noise(1), cursor: nil)
      let bytes = encoder.encode(noise(2), cursor: nil)
      #expect(bytes.count < limit)
    }
  }
}
