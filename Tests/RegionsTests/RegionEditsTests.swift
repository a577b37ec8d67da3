import Raster
import TestSupport
import Testing

@testable import Regions

@Suite struct RegionEditsTests {
  private let room = """
    ###########
    #.........#
    #.........#
    #.........#
    ###########
    """

  private func map(_ picture: String, _ edits: RegionEdits) throws -> RegionMap {
    try RegionMap(LineArt(picture), gap: 0, edits: edits, work: Work(threads: 2))
  }

  @Test func aCutDividesARegion() throws {
    let map = try map(room, RegionEdits(cuts: [Cut(points: [Point(4, 0), Point(4, 4)])]))
    #expect(map.regions.map(\.area) == [9, 15])
    #expect(map.orphans.isEmpty)
  }

  @Test func aSlantingCutLetsNothingThrough() throws {
    let map = try map(
      room, RegionEdits(cuts: [Cut(points: [Point(2, 0), Point(5, 2), Point(6, 4)])]))
    #expect(map.regions.count == 2)
  }

  @Test func aCutThatDividesNothingIsListed() throws {
    let short = Cut(points: [Point(4, 0), Point(4, 2)])
    let onInk = Cut(points: [Point(0, 0), Point(10, 0)])
    let outside = Cut(points: [Point(40, 0), Point(40, 90)])
    let dot = Cut(points: [Point(4, 2)])
    let map = try map(room, RegionEdits(cuts: [short, onInk, outside, dot]))
    #expect(map.regions.count == 1)
    #expect(map.orphans == RegionEdits(cuts: [short, onInk, outside, dot]))
  }

  @Test func aCutMayBeginOutsideTheDrawing() throws {
    let cut = Cut(points: [Point(4, -1_000_000), Point(4, Int(Int32.max))])
    let map = try map(room, RegionEdits(cuts: [cut]))
    #expect(map.regions.count == 2)
    #expect(map.orphans.isEmpty)
  }

  @Test func aClosedGapDividesAndIsNamed() throws {
    let closing = Closing(from: Point(5, 1), to: Point(5, 3))
    let nowhere = Closing(from: Point(0, 0), to: Point(3, 0))
    let map = try map(
      """
      #####.#####
      #....#....#
      #.........#
      #....#....#
      #####.#####
      """, RegionEdits(closed: [closing, nowhere]))
    #expect(map.closings == [closing])
    #expect(map.labels[1, 2] != map.labels[9, 2])
    #expect(map.orphans == RegionEdits(closed: [nowhere]))
  }

  private let threeRooms = """
    #############
    #...#...#...#
    #...#...#...#
    #############
    """

  @Test func aJoinMakesTwoRegionsOne() throws {
    let join = Join(RegionName(inside: Point(10, 1)), RegionName(inside: Point(2, 1)))
    let map = try map(threeRooms, RegionEdits(joins: [join]))
    #expect(
      map.picture == """
        aaaaabbbbaaaa
        aaaaabbbbaaaa
        aaaaabbbbaaaa
        aaaaabbbbaaaa
        """)
    #expect(map.regions.map(\.area) == [12, 6])
    #expect(map.regions[0].box == Box(x: 1, y: 1, width: 11, height: 2))
    #expect(map.orphans.isEmpty)
  }

  @Test func aJoinOfOneRegionOrOfNoneIsListed() throws {
    let same = Join(RegionName(inside: Point(1, 1)), RegionName(inside: Point(2, 2)))
    let gone = Join(RegionName(inside: Point(1, 1)), RegionName(inside: Point(2, 20)))
    let map = try map(threeRooms, RegionEdits(joins: [same, gone]))
    #expect(map.regions.count == 3)
    #expect(map.orphans == RegionEdits(joins: [same, gone]))
  }

  @Test func joinsHangTogether() throws {
    let names = [2, 6, 10].map { RegionName(inside: Point($0, 1)) }
    let joins = [Join(names[0], names[1]), Join(names[1], names[2]), Join(names[2], names[0])]
    let map = try map(threeRooms, RegionEdits(joins: joins))
    #expect(map.regions.count == 1)
    #expect(map.orphans.isEmpty)
  }

  @Test func aRejectionTakesTheNearestClosing() {
    let closings = [
      Closing(from: Point(10, 10), to: Point(20, 10)),
      Closing(from: Point(10, 12), to: Point(20, 12)),
      Closing(from: Point(90, 10), to: Point(90, 20)),
    ]
    let far = Closing(from: Point(10, 30), to: Point(20, 30))
    let edits = RegionEdits(opened: [
      Closing(from: Point(20, 13), to: Point(11, 12)), far,
      Closing(from: Point(Int.max, Int.min), to: Point(0, 0)),
    ])
    let opened = edits.openedIndices(among: closings, strokeWidth: 2)
    #expect(opened.indices == [1])
    #expect(opened.orphans == [edits.opened[1], edits.opened[2]])
  }

  @Test(arguments: 1...60) func linesAreConnectedByTheirSides(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let plane = BitPlane(width: 12, height: 9)
    func point() -> Point {
      Point(Int.random(in: -9...20, using: &random), Int.random(in: -9...20, using: &random))
    }
    let (from, to) = (point(), point())
    let line = plane.line(from: from, to: to)
    for (a, b) in zip(line, line.dropFirst()) { #expect(a.squaredDistance(to: b) == 1) }
    let length = Double(from.squaredDistance(to: to)).squareRoot()
    for point in line {
      #expect(point.x >= 0 && point.x < 12 && point.y >= 0 && point.y < 9)
      let area = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
      // Clipping rounds the ends to whole pixels.
      #expect(abs(Double(area)) <= 1.5 * max(1, length))
    }
    if [from, to].allSatisfy({ (0..<12).contains($0.x) && (0..<9).contains($0.y) }) {
      #expect(line.first == from && line.last == to)
    }
  }
}
