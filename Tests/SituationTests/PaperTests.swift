import Coloring
import Raster
import TestSupport
import Testing

/// Paper in more than one piece: a horizon, a fold, a slope behind the figure.
@Suite(.byEachEngine) struct PaperTests {
  @Test func aHorizonBehindTheDollPartsNoGround() throws {
    let clean = Situation.doll()
    let parted = clean.with { $0.line = $0.line.horizon(at: 230, behind: $0.subject) }
    #expect(try parted.rightShare() >= 0.95 * clean.rightShare())
    #expect(try parted.paintedGroundShare() < clean.paintedGroundShare() + 0.03)
  }

  @Test func aFoldAcrossTheScanPartsNothing() throws {
    let clean = Situation.doll()
    let folded = clean.with { $0.line.fold(at: 160) }
    #expect(try folded.rightShare() >= 0.95 * clean.rightShare())
    #expect(try folded.paintedGroundShare() < clean.paintedGroundShare() + 0.03)
  }

  @Test func aSampleAcrossAFoldIsColouredAsWithoutOne() throws {
    let clean = Situation.sample(0, scale: 0.4)
    let folded = clean.with { $0.line.fold(at: 380) }
    #expect(try folded.rightShare() >= 0.95 * clean.rightShare())
    #expect(try folded.paintedGroundShare() < clean.paintedGroundShare() + 0.03)
  }
}

extension Image {
  /// The drawing with a line from side to side that its figure hides.
  fileprivate func horizon(at y: Int, behind subject: Image) -> Image {
    var result = self
    for row in y..<y + 3 {
      for x in 0..<width where subject[x, row] == .black {
        result[x, row] = .black
      }
    }
    return result
  }

  /// Draws a grey line across everything.
  fileprivate mutating func fold(at y: Int) {
    for row in y..<y + 2 {
      for x in 0..<width where self[x, row].r > 150 { self[x, row] = RGBA(150, 150, 150) }
    }
  }
}
