import Raster
import Testing

@testable import Regions

@Suite struct StrokeEndTests {
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
    let strokes = try BitPlane(drawing.strokes, work: Work(threads: 1)) { $0 != .paper }
    let skeleton = try strokes.thinned(rounds: 8, work: Work(threads: 1))
    let ends = try StrokeEndFinder(strokes: strokes, strokeWidth: 3)
      .ends(of: skeleton, work: Work(threads: 1))
    #expect(ends.map(\.tip) == [Point(2, 3), Point(16, 3)])
    #expect(ends.map { $0.direction.x.rounded() } == [-1, 1])
  }
}
