import Raster
import Testing

@testable import Coloring

@Suite struct FacesTests {
  private func faces(_ rows: [String]) throws -> Faces {
    try Faces(
      facial: rows.flatMap { $0.map { $0 == "#" ? 0.9 : 0.1 } }, width: rows[0].count,
      height: rows.count, work: Work(threads: 1))
  }

  @Test func eyesAndMouthAreOneFace() throws {
    let found = try faces([
      "....................",
      "....###...###.......",
      "....###...###.......",
      "....................",
      "......####..........",
      "....................",
    ])
    #expect(found.squares.count == 1)
    let square = found.squares[0]
    // The box is 9 wide; the square twice that, around its middle.
    #expect(square.side == 18 && square.x == 4 + 4.5 - 9 && square.y == 1 + 2 - 9)
  }

  @Test func facesFarApartAreTwoTheLargerFirst() throws {
    let found = try faces([
      ".##.......................####.###",
      ".##.##....................####.###",
      "..................................",
    ])
    #expect(found.squares.count == 2)
    #expect(found.squares[0].x > found.squares[1].x)
  }

  @Test func aSpeckIsNoFace() throws {
    #expect(try faces(["......", "..##..", "......"]).squares.isEmpty)
    #expect(try faces(["......", "......"]).squares.isEmpty)
  }
}
