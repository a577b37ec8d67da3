import Raster
import TestSupport
import Testing

@testable import Regions

@Suite struct LabellingTests {
  @Test func regionsMeetUnderTheInk() throws {
    let map = try RegionMap(
      LineArt(
        """
        ....###....
        ....###....
        ....###....
        """), gap: 0, work: Work(threads: 1))
    #expect(
      map.picture == """
        aaaaaabbbbb
        aaaaaabbbbb
        aaaaaabbbbb
        """)
  }

  @Test func aDiagonalLineDivides() throws {
    let map = try RegionMap(
      LineArt(
        """
        #.....
        .#....
        ..#...
        ...#..
        ....#.
        .....#
        """), gap: 0, work: Work(threads: 1))
    #expect(map.regions.map(\.area) == [15, 15])
  }

  @Test func specksOfPaperInsideAStrokeBelongToTheStroke() throws {
    let map = try RegionMap(
      LineArt(
        """
        ....#####....
        ....##.##....
        ....#####....
        """), gap: 0, work: Work(threads: 1))
    #expect(map.regions.map(\.area) == [12, 12])
  }

  @Test func statisticsDescribeTheRegion() throws {
    let map = try RegionMap(
      LineArt(
        """
        #########
        #.......#
        #.......#
        #.......#
        #########
        """), gap: 0, work: Work(threads: 1))
    let region = try #require(map.regions.first)
    #expect(region.area == 21)
    #expect(region.box == Box(x: 1, y: 1, width: 7, height: 3))
    #expect(region.centroid == (4, 2))
    #expect(region.inside == Point(2, 2))
    #expect(region.insideRadius == 2)
    #expect(!region.isBackground)
  }

  @Test func allInkHasNoRegions() throws {
    let map = try RegionMap(LineArt("##\n##"), gap: 0, work: Work(threads: 1))
    #expect(map.regions.isEmpty)
    #expect(map.labels.elements == [0, 0, 0, 0])
  }

  @Test func onePixelOfPaperIsARegion() throws {
    let map = try RegionMap(LineArt("."), gap: nil, work: Work(threads: 1))
    #expect(map.labels.elements == [1])
  }

  @Test(arguments: 0..<40) func agreesWithTheNaiveTwin(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let strokes = Self.scribble(using: &numbers)
    let lineArt = LineArt(strokes: strokes, strokeWidth: 1)
    let map = try RegionMap(lineArt, gap: 0, work: Work(threads: 1))
    let naive = NaiveRegions(strokes, smallest: 4)
    #expect(map.labels == naive.labels)
    #expect(map.regions.map(\.inside) == naive.insides)
    for threads in [2, 3, 5] {
      let other = try RegionMap(lineArt, gap: 0, work: Work(threads: threads))
      #expect(other.labels == map.labels)
      #expect(other.regions.map(\.inside) == map.regions.map(\.inside))
    }
  }

  @Test func regionsBeyondTheLimitMergeIntoTheirNeighbours() throws {
    // Cells of 2×2, each a region of its own but for ink between them: more than labels can tell.
    let cells = 257
    var strokes = Plane(width: cells * 3, height: cells * 3, repeating: Stroke.ink)
    for y in 0..<cells * 3 where y % 3 != 2 {
      for x in 0..<cells * 3 where x % 3 != 2 { strokes[x, y] = .paper }
    }
    let map = try RegionMap(
      LineArt(strokes: strokes, strokeWidth: 1), gap: 0, work: Work(threads: 2))
    #expect(map.regions.count == 65_535)
    #expect(map.warnings.count == 1)
    #expect(!map.labels.elements.contains(0))
  }

  @Test func givesUpWhenCancelled() {
    let work = Work(threads: 1, isCancelled: { true })
    #expect(throws: Cancelled.self) {
      try RegionMap(LineArt("..#..\n..#.."), gap: 0, work: work)
    }
  }

  /// Random lines on paper, up to 90 pixels across.
  static func scribble(using numbers: inout SeededNumbers) -> Plane<Stroke> {
    let width = Int.random(in: 8...90, using: &numbers)
    let height = Int.random(in: 8...50, using: &numbers)
    var strokes = Plane(width: width, height: height, repeating: Stroke.paper)
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      let from = Point(
        .random(in: 0..<width, using: &numbers), .random(in: 0..<height, using: &numbers))
      let to = Point(
        .random(in: 0..<width, using: &numbers), .random(in: 0..<height, using: &numbers))
      let thickness = Int.random(in: 0...3, using: &numbers)
      for step in 0...200 {
        let x = from.x + (to.x - from.x) * step / 200
        let y = from.y + (to.y - from.y) * step / 200
        for dx in 0...thickness where strokes.contains(x + dx, y) { strokes[x + dx, y] = .ink }
      }
    }
    return strokes
  }
}

/// Regions by flood fill, ink and inside points by looking at every pixel.
struct NaiveRegions {
  private(set) var labels: Plane<UInt16>
  private(set) var insides: [Point] = []

  init(_ strokes: Plane<Stroke>, smallest: Int) {
    let (width, height) = (strokes.width, strokes.height)
    var paper = Plane<UInt16>(width: width, height: height, repeating: 0)
    var seen = strokes.map { $0 != .paper }
    var count: UInt16 = 0
    let all = (0..<height).flatMap { y in (0..<width).map { Point($0, y) } }
    for point in all where !seen[point] {
      var region = [point]
      seen[point] = true
      var next = 0
      while next < region.count {
        let p = region[next]
        next += 1
        for q in [
          Point(p.x + 1, p.y), Point(p.x - 1, p.y), Point(p.x, p.y + 1), Point(p.x, p.y - 1),
        ] where seen.contains(q) && !seen[q] {
          seen[q] = true
          region.append(q)
        }
      }
      if region.count >= smallest {
        count += 1
        for p in region { paper[p] = count }
      }
    }
    let sources = all.filter { paper[$0] != 0 }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let barriers = all.filter { paper[$0] == 0 }
    labels = paper
    for point in barriers {
      let nearest = sources.min { point.squaredDistance(to: $0) < point.squaredDistance(to: $1) }
      if let nearest { labels[point] = paper[nearest] }
    }
    var best = [Int](repeating: -1, count: Int(count))
    insides = Array(repeating: Point(0, 0), count: Int(count))
    for point in sources.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      let edge = min(point.x + 1, point.y + 1, width - point.x, height - point.y)
      let distance = barriers.reduce(edge * edge) { min($0, point.squaredDistance(to: $1)) }
      let index = Int(paper[point]) - 1
      if distance > best[index] {
        best[index] = distance
        insides[index] = point
      }
    }
  }
}
