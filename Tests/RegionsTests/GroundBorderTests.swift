import Raster
import Testing

@testable import Regions

@Suite struct GroundBorderTests {
  private static let side = 300
  private let work = Work(threads: 2)

  /// A square outline that is open over 60 pixels of its lower side.
  private var lineArt: LineArt { .square(openBelow: 120..<180) }

  /// What a network might see: the square as figure, blurred by its cells.
  private func chances(
    rows: ClosedRange<Int> = 8...21, figure: Float = 0.05, ground: Float = 0.95
  ) -> GroundChances {
    let cells = 30
    return GroundChances(
      width: cells, height: cells, cell: Double(Self.side / cells),
      values: (0..<cells * cells).map { index in
        let isInside = (8...21).contains(index % cells) && rows.contains(index / cells)
        return isInside ? figure : ground
      })
  }

  private func map(_ chances: GroundChances?, gap: Double = 8, edits: RegionEdits = RegionEdits())
    throws -> RegionMap
  {
    try RegionMap(lineArt, gap: gap, chances: chances, edits: edits, work: work)
  }

  @Test func aFigureThatIsOpenIsKeptApart() throws {
    let leaked = try map(nil)
    #expect(leaked.regions.count == 1 && leaked.regions[0].isBackground)
    let map = try map(chances())
    #expect(map.regions.count == 2)
    let figure = map[map.labels[150, 150]]
    #expect(!figure.isBackground && map[map.labels[10, 10]].isBackground)
    #expect(map.labels[150, 10] == map.labels[150, 290])
    // The border lies across the opening and nowhere else, and is named by its ends.
    #expect(map.closings.count == 1)
    let ends = [map.closings[0].from, map.closings[0].to].sorted { $0.x < $1.x }
    #expect((110...130).contains(ends[0].x) && (170...190).contains(ends[1].x))
    #expect(ends.allSatisfy { abs($0.y - 220) < 12 })
    #expect(abs(figure.area - 137 * 137) < 137 * 12)
  }

  /// A closed square near the edge and a strip of paper below it that looks like figure: its border is drawn but for what the
  /// edge is.
  @Test func theStripBetweenAFigureAndTheEdgeIsGround() throws {
    let near = LineArt.square(openBelow: 0..<0).upper(240)
    let map = try RegionMap(near, gap: 8, chances: chances(rows: 8...23), work: work)
    #expect(map[map.labels[150, 230]].isBackground)
    #expect(map.closings.isEmpty)
  }

  /// The picture cuts the square off, whose lines reach its edge, and its side is open.
  @Test func anOpenFigureThatThePictureCutsOffIsKeptApart() throws {
    var strokes = lineArt.strokes
    for y in 140..<180 { for x in 78..<84 { strokes[x, y] = .paper } }
    let cut = LineArt(
      darkness: strokes.map { $0 == .ink ? 255 : 0 }, strokes: strokes, strokeWidth: 3
    ).upper(200)
    let map = try RegionMap(cut, gap: 8, chances: chances(), work: work)
    #expect(!map[map.labels[150, 150]].isBackground && map[map.labels[10, 10]].isBackground)
  }

  @Test func aRejectedBorderIsNotDrawn() throws {
    let border = try map(chances()).closings[0]
    let map = try map(chances(), edits: RegionEdits(opened: [border]))
    #expect(map.regions.count == 1)
    #expect(map.closings.isEmpty && map.orphans.isEmpty)
  }

  @Test func whoClosesNoGapGetsNoBorder() throws {
    #expect(try map(chances(), gap: 0).regions.count == 1)
  }

  @Test func whatIsNotSureIsNoFigure() throws {
    #expect(try map(chances(figure: 0.4)).regions.count == 1)
    #expect(try map(chances(figure: 0.95)).regions.count == 1)
  }

  @Test func aSightWithoutLinesIsNoFigure() throws {
    // Open all round: three of four sides are missing.
    var open = lineArt.strokes
    for y in 85..<300 { for x in 0..<300 { open[x, y] = .paper } }
    let bare = LineArt(
      darkness: open.map { $0 == .ink ? 255 : 0 }, strokes: open, strokeWidth: 3)
    let map = try RegionMap(bare, gap: 8, chances: chances(), work: work)
    #expect(map.regions.count == 1)
  }

  @Test func anyNumberOfThreadsFindsTheSame() throws {
    let one = try RegionMap(lineArt, gap: 8, chances: chances(), work: Work(threads: 1))
    let three = try RegionMap(lineArt, gap: 8, chances: chances(), work: Work(threads: 3))
    #expect(one.labels == three.labels && one.closings == three.closings)
  }
}

extension LineArt {
  /// The uppermost rows.
  fileprivate func upper(_ rows: Int) -> LineArt {
    LineArt(
      darkness: Plane(
        width: width, height: rows, elements: Array(darkness.elements.prefix(rows * width))),
      strokes: Plane(
        width: width, height: rows, elements: Array(strokes.elements.prefix(rows * width))),
      strokeWidth: strokeWidth)
  }
}
