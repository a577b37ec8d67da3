import Raster
import TestSupport
import Testing

@testable import Regions

/// Each kind of gap, drawn one pixel wide.
@Suite struct GapClosingTests {
  @Test func aGapInsideAStrokeIsClosed() throws {
    let drawing = """
      #####################
      #...................#
      #...................#
      #...................#
      ########.....########
      #...................#
      #...................#
      #...................#
      #####################
      """
    #expect(try regions(drawing, gap: 5) == 2)
    #expect(try regions(drawing, gap: 2) == 1)
    #expect(try regions(drawing, gap: 0) == 1)
  }

  @Test func aClosingIsNamedByTheEndsOfItsStrokes() throws {
    let map = try map(
      """
      #####################
      #...................#
      #...................#
      ########.....########
      #...................#
      #...................#
      #####################
      """, gap: 5)
    #expect(map.closings == [Closing(from: Point(7, 3), to: Point(13, 3))])
  }

  @Test func aStrokeThatStopsShortOfASideMeetsIt() throws {
    let drawing = """
      #####################
      #...................#
      #...................#
      ################....#
      #...................#
      #...................#
      #####################
      """
    #expect(try regions(drawing, gap: 10) == 2)
    // Four times as long as its distance: at the drawing's own width that is not enough.
    #expect(try regions(drawing, gap: 4) == 1)
    #expect(try regions(drawing, gap: 1) == 1)
  }

  @Test func aWiderGapClosesNoLess() throws {
    for drawing in Self.floating {
      let lineArt = LineArt(drawing)
      var last = 0
      for gap in stride(from: 0, through: 3 * lineArt.defaultGap, by: 0.25) {
        let closings = try RegionMap(lineArt, gap: gap, work: Work(threads: 1)).closings.count
        #expect(closings >= last, "at \(gap)")
        last = closings
      }
      #expect(last > 0)
    }
  }

  /// Strokes that stop short of a side, more or less far.
  private static let floating = [
    """
    #####################
    #...................#
    #...................#
    ################....#
    #...................#
    #...................#
    #####################
    """,
    """
    ###########################################
    #.........................................#
    #.........................................#
    ##################################........#
    #.........................................#
    #.........................................#
    #..........#####################..........#
    #.........................................#
    #.........................................#
    ########################################..#
    #.........................................#
    #.........................................#
    ###########################################
    """,
  ]

  @Test func cornersStayCorners() throws {
    let map = try map(
      """
      .......................
      .......................
      ...############........
      ...#...................
      ...#...................
      ...#...................
      ...#..............#....
      ...#..............#....
      ...#..............#....
      ...#..............#....
      ...#..............#....
      ...#..............#....
      ...################....
      .......................
      """, gap: 6)
    #expect(map.regions.count == 2)
    // The pixel in the corner, which a straight closing would cut off.
    #expect(map.labels[17, 3] == map.labels[10, 7])
    #expect(map.labels[20, 1] != map.labels[10, 7])
  }

  @Test func anOpenMouthIsCapped() throws {
    let drawing = """
      ...................
      ...................
      ...................
      ...................
      ...................
      ...................
      ...................
      ...................
      ......#.....#......
      ......#.....#......
      ......#.....#......
      ......#.....#......
      ......#.....#......
      ......#.....#......
      ....###.....###....
      ....#.........#....
      ....#.........#....
      ....###########....
      ...................
      """
    #expect(try regions(drawing, gap: 5) == 2)
    #expect(try regions(drawing, gap: 2) == 1)
  }

  @Test func thinPartsStayWhole() throws {
    // A strap narrower than the gap setting, and a wedge that narrows to nothing.
    let drawing = """
      #########################
      #.......................#
      #.......................#
      #########################
      #.......................#
      #########################
      ##......................#
      #.####..................#
      #.....####..............#
      #.........####..........#
      #.............####......#
      #.................####..#
      #.....................###
      #########################
      """
    #expect(try regions(drawing, gap: 8) == 4)
  }

  @Test func aFoldThatFloatsDividesNothing() throws {
    #expect(
      try regions(
        """
        ####################
        #..................#
        #..................#
        #..................#
        #.....########.....#
        #..................#
        #..................#
        #..................#
        ####################
        """, gap: 6) == 1)
  }

  @Test func whatTheArtistOpenedStaysOpen() throws {
    let lineArt = LineArt(
      """
      #####################
      #...................#
      #...................#
      ########.....########
      #...................#
      #...................#
      #####################
      """)
    let there = Closing(from: Point(13, 3), to: Point(8, 3))
    let elsewhere = Closing(from: Point(2, 1), to: Point(9, 1))
    let map = try RegionMap(
      lineArt, gap: 5, edits: RegionEdits(opened: [there, elsewhere]), work: Work(threads: 1))
    #expect(map.regions.count == 1)
    #expect(map.closings.isEmpty)
    #expect(map.orphans.opened == [elsewhere])
  }

  @Test func aGapTooManyUndoesTheOthers() throws {
    // One of the two openings is too wide: closing the other would keep nothing apart.
    let map = try map(
      """
      ##############################
      #............................#
      #............................#
      ######...######..............#
      #............................#
      #............................#
      ##############################
      """, gap: 4)
    #expect(map.regions.count == 1)
    #expect(map.closings.isEmpty)
  }

  @Test(arguments: 0..<12) func theSameWhateverTheThreads(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let lineArt = LineArt(strokes: LabellingTests.scribble(using: &numbers), strokeWidth: 2)
    let map = try RegionMap(lineArt, gap: 10, work: Work(threads: 1))
    #expect(!map.labels.elements.contains(0))
    for threads in [2, 5] {
      let other = try RegionMap(lineArt, gap: 10, work: Work(threads: threads))
      #expect(other.labels == map.labels)
      #expect(other.closings == map.closings)
    }
  }

  private func map(_ drawing: String, gap: Double) throws -> RegionMap {
    try RegionMap(LineArt(drawing), gap: gap, work: Work(threads: 1))
  }

  private func regions(_ drawing: String, gap: Double) throws -> Int {
    try map(drawing, gap: gap).regions.count
  }
}
