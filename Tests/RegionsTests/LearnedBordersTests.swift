import Raster
import Testing

@testable import Regions

@Suite struct LearnedBordersTests {
  private static let side = 300
  private let work = Work(threads: 2)

  /// A closed square outline with nothing inside.
  private var lineArt: LineArt { .square(openBelow: 0..<0) }

  /// Hair left of x = 150 and skin right of it, as sure as is said; nothing else.
  private func seen(_ chance: Float = 0.98, hair: (Int, Int) -> Bool = { column, _ in column < 15 })
    -> SeenParts
  {
    let (cells, parts) = (30, Part.standard.count)
    var chances = [Float](repeating: 0, count: cells * cells * parts)
    for cell in 0..<cells * cells {
      let isHair = hair(cell % cells, cell / cells)
      chances[cell * parts + 1] = isHair ? chance : 1 - chance
      chances[cell * parts + 2] = isHair ? 1 - chance : chance
    }
    return SeenParts(
      parts: parts,
      grids: [
        SeenParts.Grid(
          width: cells, height: cells, cell: Double(Self.side / cells), chances: chances)
      ])
  }

  private func map(_ seen: SeenParts?, gap: Double = 8, edits: RegionEdits = RegionEdits()) throws
    -> RegionMap
  {
    try RegionMap(lineArt, gap: gap, seen: seen, edits: edits, work: work)
  }

  @Test func aRegionThatShowsTwoPartsIsDivided() throws {
    #expect(try map(nil).regions.count == 2)
    let map = try map(seen())
    #expect(map.regions.count == 3)
    let (left, right) = (map[map.labels[100, 150]], map[map.labels[200, 150]])
    #expect(left.label != right.label && !left.isBackground && !right.isBackground)
    #expect(abs(left.area - right.area) < 140 * 12)
    // The border lies where the parts meet, and is named by its ends.
    #expect(map.closings.count == 1 && map.learned == map.closings)
    let ends = [map.learned[0].from, map.learned[0].to].sorted { $0.y < $1.y }
    #expect(ends.allSatisfy { abs($0.x - 150) < 6 } && ends[0].y < 90 && ends[1].y > 210)
  }

  @Test func aRejectedBorderIsNotDrawn() throws {
    let border = try map(seen()).learned[0]
    let map = try map(seen(), edits: RegionEdits(opened: [border]))
    #expect(map.regions.count == 2)
    #expect(map.closings.isEmpty && map.learned.isEmpty && map.orphans.isEmpty)
  }

  @Test func whoClosesNoGapGetsNoBorder() throws {
    #expect(try map(seen(), gap: 0).regions.count == 2)
  }

  @Test func whatIsNotSureIsNotDivided() throws {
    #expect(try map(seen(0.7)).regions.count == 2)
  }

  /// A spot of another part, all of whose border is open, and the ground, whatever is seen in it.
  @Test func whatNoLineBoundsIsNoPiece() throws {
    let spot = seen { column, row in (13...17).contains(column) && (13...17).contains(row) }
    #expect(try map(spot).regions.count == 2)
    let bare = LineArt(
      darkness: Plane(width: Self.side, height: Self.side, repeating: 0),
      strokes: Plane(width: Self.side, height: Self.side, repeating: .paper), strokeWidth: 3)
    #expect(try RegionMap(bare, gap: 8, seen: seen(), work: work).regions.count == 1)
  }

  @Test func cutsAndJoinsHoldBesideBorders() throws {
    let cut = Cut(points: [Point(81, 120), Point(160, 120)])
    let joined = Join(
      RegionName(inside: Point(100, 150)), RegionName(inside: Point(200, 150)))
    let map = try map(seen(), edits: RegionEdits(cuts: [cut], joins: [joined]))
    #expect(map.orphans.isEmpty)
    #expect(map.labels[100, 150] == map.labels[200, 150])
  }

  @Test func anyNumberOfThreadsFindsTheSame() throws {
    let one = try RegionMap(lineArt, gap: 8, seen: seen(), work: Work(threads: 1))
    let three = try RegionMap(lineArt, gap: 8, seen: seen(), work: Work(threads: 3))
    #expect(one.labels == three.labels && one.learned == three.learned)
  }

  /// The expansions find what no other labels undercut, as trying all of them says.
  @Test func fewNodesGetTheCheapestParts() throws {
    var state: UInt64 = 7
    func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24)
    }
    for _ in 0..<50 {
      let (width, height) = (3, 3)
      let costs = (0..<width * height * 2).map { _ in 8 * next() }
      let dark = (0..<width * height).map { _ in UInt8(255 * next()) }
      let own = [Bool](repeating: true, count: width * height)
      let found = try PartLabels(
        width: width, height: height, parts: [1, 2], isOwn: own, darkest: dark, costs: costs,
        ground: [Float](repeating: 0, count: width * height), work: work)
      func cost(_ labels: [Int]) -> Float {
        var sum: Float = 0
        for node in labels.indices {
          sum += costs[2 * node + labels[node]]
          for (open, other) in [
            (found.right[node], node + 1), (found.down[node], node + width),
          ] where open > 0 {
            sum += labels[node] == labels[other] ? 0 : PartLabels.together * open
          }
        }
        return sum
      }
      let least = (0..<512).map { bits in cost((0..<9).map { bits >> $0 & 1 }) }.min()!
      #expect(cost(found.labels) < least + 0.2)
    }
  }
}
