import Coloring
import Raster
import TestSupport
import Testing

/// Speech bubbles, letters and cut numbers beside the figure.
@Suite(.byEachEngine) struct BubbleTests {
  @Test func aBubbleBesideTheDollStaysPaper() throws {
    let clean = Situation.doll()
    let spoken = clean.padded(left: 160).with { $0.line.drawBubble(width: 150, height: 70) }
    #expect(try spoken.rightShare() > 0.95)
    #expect(try spoken.paintedGroundShare() < clean.paintedGroundShare() + 0.02)
  }

  @Test func aLargeBubbleBesideASampleStaysPaper() throws {
    let clean = Situation.sample(2, scale: 0.4)
    let spoken = clean.padded(left: 260).with { $0.line.drawBubble(width: 240, height: 150) }
    #expect(try spoken.rightShare() >= 0.95 * clean.rightShare())
    #expect(try spoken.paintedGroundShare() < clean.paintedGroundShare() + 0.02)
  }
}

extension Image {
  /// Draws a bubble of two zeros in the upper left corner.
  fileprivate mutating func drawBubble(width: Double, height: Double) {
    let centre = (x: width / 2 + 5, y: height / 2 + 10)
    drawEllipse(centre: centre, radii: (width / 2, height / 2), width: 3)
    for side in [-1.0, 1] {
      drawEllipse(
        centre: (centre.x + side * width / 8, centre.y), radii: (width / 12, height / 6), width: 3)
    }
  }
}
