import Raster
import Testing

@testable import Regions

@Suite struct SkeletonTests {
  @Test(arguments: 0..<20) func agreesWithTheNaiveTwin(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let strokes = BitPlane(
      strokes: LabellingTests.scribble(using: &numbers), work: Work(threads: 1))
    let naive = naiveSkeleton(strokes, rounds: 6)
    for threads in [1, 3] {
      let skeleton = try Skeleton(of: strokes, rounds: 6, work: Work(threads: threads))
      #expect(skeleton.lines == naive)
    }
  }

  @Test(arguments: 0..<20) func perimetersCountPixelSides(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let barriers = BitPlane(
      strokes: LabellingTests.scribble(using: &numbers), work: Work(threads: 1))
    let components = try PaperComponents(barriers: barriers, work: Work(threads: 1))
    var sides = [Int](repeating: 0, count: components.count)
    for y in 0..<barriers.height {
      for x in 0..<barriers.width {
        guard let component = components.component(at: Point(x, y)) else { continue }
        for neighbour in Point(x, y).neighbours
        where components.component(at: neighbour) != component {
          sides[component] += 1
        }
      }
    }
    #expect(components.perimeters() == sides)
  }

  @Test func strokesEndWhereTheyWereGoing() throws {
    let drawing = LineArt(
      """
      ....................
      ....................
      ..###############...
      ..###############...
      ..###############...
      ....................
      ....................
      """, strokeWidth: 3)
    let strokes = BitPlane(strokes: drawing.strokes, work: Work(threads: 1))
    let skeleton = try Skeleton(of: strokes, rounds: 8, work: Work(threads: 1))
    let ends = try StrokeEndFinder(strokes: strokes, strokeWidth: 3)
      .ends(of: skeleton, work: Work(threads: 1))
    #expect(ends.map(\.tip) == [Point(2, 3), Point(16, 3)])
    #expect(ends.map { $0.direction.x.rounded() } == [-1, 1])
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
