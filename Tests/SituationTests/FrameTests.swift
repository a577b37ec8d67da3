import Coloring
import Raster
import TestSupport
import Testing

/// A drawing, or its reference, in a ruled frame: a comic panel, animation paper, a framed model sheet.
@Suite(.byEachEngine) struct FrameTests {
  @Test(arguments: [0, 3, 10, 30])
  func aFrameRoundTheDollIsNoPartOfIt(_ inset: Int) throws {
    let framed = Situation.doll().padded(left: 20, top: 20, right: 20, bottom: 20).with {
      $0.line = $0.line.framed(at: inset, width: 3)
    }
    #expect(try framed.rightShare() > 0.95)
    #expect(try framed.paintedGroundShare() < 0.06)
  }

  @Test func aFrameRoundTheReferenceIsNoPartOfIt() throws {
    let framed = Situation.doll().with {
      $0.reference = $0.reference.padded(
        left: 12, top: 12, right: 12, bottom: 12, with: .white
      ).framed(at: 8, width: 2)
    }
    #expect(try framed.rightShare() > 0.95)
  }

  @Test(arguments: [false, true])
  func aSampleInAFrameIsColouredAsWithoutOne(_ isReference: Bool) throws {
    let clean = Situation.sample(1, scale: 0.4)
    let framed = clean.padded(left: 30, top: 30, right: 30, bottom: 30).with {
      if isReference {
        $0 = clean
        $0.reference = $0.reference.padded(
          left: 30, top: 30, right: 30, bottom: 30, with: .white
        ).framed(at: 10, width: 3)
      } else {
        $0.line = $0.line.framed(at: 10, width: 3)
      }
    }
    #expect(try framed.rightShare() >= 0.95 * clean.rightShare())
    #expect(try framed.paintedGroundShare() < clean.paintedGroundShare() + 0.03)
  }
}
