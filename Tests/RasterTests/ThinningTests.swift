import Raster
import TestSupport
import Testing

@Suite struct ThinningTests {
  @Test(arguments: 1...20) func agreesWithTheNaiveTwin(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    let strokes = BitPlane.scribble(&dice)
    let naive = naiveSkeleton(strokes, rounds: 6)
    for threads in [1, 3] {
      #expect(try strokes.thinned(rounds: 6, work: Work(threads: threads)) == naive)
    }
  }

  @Test func aLineEndsWhereOnlyOneNeighbourIsSet() {
    let line = BitPlane(
      "#.......",
      ".##..#..",
      "...##...")
    #expect(line.lineEnds() == [Point(0, 0), Point(5, 1)])
  }

  /// Guo and Hall's thinning, pixel by pixel.
  private func naiveSkeleton(_ strokes: BitPlane, rounds: Int) -> BitPlane {
    var lines = strokes
    for round in 0..<2 * rounds {
      var thinner = lines
      for y in 0..<lines.height {
        for x in 0..<lines.width where lines[x, y] {
          // Clockwise from the north.
          let p = [(0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1)].map {
            lines[x + $0.0, y + $0.1]
          }
          let pieces = stride(from: 0, to: 8, by: 2).count {
            !p[$0] && (p[$0 + 1] || p[($0 + 2) % 8])
          }
          let one = stride(from: 0, to: 8, by: 2).count { p[$0] || p[$0 + 1] }
          let other = stride(from: 0, to: 8, by: 2).count { p[$0 + 1] || p[($0 + 2) % 8] }
          let kept =
            round % 2 == 0 ? (p[0] || p[1] || !p[3]) && p[2] : (p[4] || p[5] || !p[7]) && p[6]
          if pieces == 1, (2...3).contains(min(one, other)), !kept { thinner[x, y] = false }
        }
      }
      lines = thinner
    }
    return lines
  }
}
