import Coloring
import Raster
import Testing

/// The expected numbers are those of the evaluation's Python script (numpy, Pillow 13) on the same
/// pictures.
@Suite struct ScoreTests {
  let work = Work(threads: 2)

  func picture(_ width: Int, _ height: Int, _ color: (Int, Int) -> [Int]) -> Image {
    Image(
      width: width, height: height,
      elements: (0..<width * height).map { index in
        let codes = color(index % width, index / width).map { UInt8($0 % 256) }
        return RGBA(codes[0], codes[1], codes[2], codes.count == 4 ? codes[3] : 255)
      })
  }

  func grey(_ code: (Int, Int) -> Int) -> Image {
    picture(60, 52) { x, y in Array(repeating: code(x, y), count: 3) }
  }

  var truth: Image { picture(60, 52) { x, y in [40 + x * 3, y * 4, x * y / 8] } }
  var line: Image { grey { x, y in x % 11 == 0 || y % 13 == 0 ? 30 : 255 - (x + y) % 60 } }

  func agrees(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 5e-5 }

  @Test func agreesWithTheScriptOverWhiteWithinTheSubject() throws {
    let output = picture(60, 52) { x, y in
      [40 + x * 3 + y / 3, y * 4 + x % 7 * 3, x * y / 9, x < 50 ? 255 : x * 4]
    }
    let score = try Score(
      of: output, truth: truth, line: line, subject: grey { x, y in x + y > 14 ? 255 : 0 },
      eyes: grey { _, y in (20..<26).contains(y) ? 255 : 0 }, work: work)
    #expect(agrees(score.acc10, 0.781210))
    #expect(agrees(score.acc20, 0.966967))
    #expect(agrees(score.difference, 7.897239))
    #expect(agrees(score.flat, 0.375468))
    #expect(agrees(score.texture, 0.424340))
    #expect(agrees(score.eyes ?? 0, 0.766667))
  }

  @Test func agreesWithTheScriptInAnotherSize() throws {
    let output = picture(30, 26) { x, y in [x * 6 + 40, y * 8, 90] }
    let score = try Score(of: output, truth: truth, line: line, work: work)
    #expect(agrees(score.acc10, 0.311828))
    #expect(agrees(score.acc20, 0.567825))
    #expect(agrees(score.difference, 18.681323))
    #expect(agrees(score.flat, 0.718862))
    #expect(agrees(score.texture, 0.878066))
    #expect(score.eyes == nil)
  }

  @Test func theTruthItselfIsPerfect() throws {
    let score = try Score(of: truth, truth: truth, line: line, work: work)
    #expect(score.acc10 == 1 && score.acc20 == 1 && score.difference == 0 && score.flat == 0)
    #expect(agrees(score.texture, 1))
  }

  @Test func plainColourHasNoTexture() throws {
    let plain = picture(60, 52) { _, _ in [200, 100, 50] }
    #expect(try Score(of: plain, truth: truth, line: line, work: work).texture == 0)
  }

  @Test func aDrawingWithoutPaperCannotBeScored() {
    #expect(throws: ScoreError.nothingToScore) {
      try Score(of: truth, truth: truth, line: grey { _, _ in 0 }, work: work)
    }
  }
}
