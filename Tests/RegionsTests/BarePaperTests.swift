import Raster
import TestSupport
import Testing

@testable import Regions

@Suite struct BarePaperTests {
  private let side = 240

  /// Grey strokes three pixels wide with soft edges, and what `paper` shows elsewhere.
  private func strokes(on paper: (_ x: Int, _ y: Int) -> (Double, Double, Double)) -> Image {
    Image(
      width: side, height: side,
      elements: (0..<side * side).map { index in
        let (x, y) = (index % side, index / side)
        let light = 30..<210 ~= x ? 1 - Double(strokeDarkness(y)) / 255 : 1
        let (r, g, b) = paper(x, y)
        return RGBA(UInt8(r * light), UInt8(g * light), UInt8(b * light))
      })
  }

  private func strokeDarkness(_ y: Int) -> Int {
    switch abs(y % 40 - 20) {
    case 0, 1: 150
    case 2: 60
    default: 0
    }
  }

  @Test func aScansPaperIsBareAndItsPencilStaysGrey() throws {
    var numbers = SeededNumbers(seed: 3)
    let image = strokes { x, y in
      let shade = 1 - Double(x + y) / 2000
      let smudge = (x - 180) * (x - 180) + (y - 40) * (y - 40) < 100 ? 14.0 : 0
      let grain = Double(Int.random(in: -4...4, using: &numbers))
      return (240 * shade - smudge + grain, 228 * shade - smudge + grain, 196 * shade - smudge)
    }
    let art = try LineArt(image, work: Work(threads: 2))
    var paper = 0
    var pencil: [Int] = []
    for y in 0..<side {
      for x in 0..<side {
        let darkness = Int(art.darkness[x, y])
        let away = abs(y % 40 - 20)
        if away <= 1 && 40..<200 ~= x { pencil.append(darkness) }
        if away > 6 || !(24..<216 ~= x) { paper = max(paper, darkness) }
      }
    }
    #expect(paper == 0)
    #expect(pencil.allSatisfy { abs($0 - 150) < 20 })
    #expect(art.darkness[100, 102] > 30)
  }

  @Test func aCleanDrawingKeepsEveryTone() throws {
    let image = strokes { x, y in 60..<90 ~= x && 20..<50 ~= y ? (245, 245, 245) : (255, 255, 255) }
    let art = try LineArt(image, work: Work(threads: 2))
    #expect(art.darkness.elements == image.elements.map { 255 - $0.r })
  }
}
