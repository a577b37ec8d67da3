import Raster
import Testing

@testable import Training

@Suite struct LossCurveTests {
  private func records(_ losses: [Double]) -> [TrainingRecord] {
    losses.enumerated().map { index, loss in
      TrainingRecord(
        step: index + 1, samples: 9 * (index + 1), seconds: 1, losses: ["a": loss, "b": 1])
    }
  }

  @Test func fallsFromTheLeftTopToTheRightBottom() {
    let curve = LossCurve(records((0..<80).map { 4 - Double($0) / 40 }))
    let lines = curve.text(columns: 20, rows: 5)
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("5.00 │"))
    #expect(lines[4].hasPrefix("3.04 │") || lines[4].hasPrefix("3.0"))
    #expect(lines[5].hasSuffix(" 720 samples"))
    let blank: Character = "\u{2800}"
    #expect(lines[0].dropFirst(6).first != blank)
    #expect(lines[0].last == blank)
    #expect(lines[4].last != blank)
  }

  @Test func linesWithoutLossesAreLeftOut() {
    let looked = TrainingRecord(step: 3, samples: 27, seconds: 1, figures: ["parts": 0.5])
    #expect(LossCurve(records([2, 1]) + [looked]).points.map(\.samples) == [9, 18])
  }

  @Test func noCurveOfNothing() {
    for losses in [[], [2.0], [2.0, 2.0]] {
      #expect(LossCurve(records(losses)).text(columns: 20, rows: 4) == [])
      #expect(LossCurve(records(losses)).picture() == nil)
    }
  }

  @Test func thePictureHasTheCurve() throws {
    let picture = try #require(
      LossCurve(records([3, 2, 1.5, 1.2])).picture(width: 400, height: 200))
    let blue = picture.elements.filter { $0.b > $0.r && $0.b > 150 && $0.r < 100 }.count
    #expect(blue > 300)
  }
}
