import Raster
import TestSupport
import Testing

@testable import Regions

@Suite struct RegionNamesTests {
  @Test func aNameOutsideTheDrawingMeansNothing() throws {
    let map = try RegionMap(LineArt("..#..\n..#.."), gap: 0, work: Work(threads: 1))
    for point in [Point(-1, 0), Point(5, 0), Point(0, 2), Point(Int.min, Int.max)] {
      #expect(map.resolve(RegionName(inside: point)) == nil)
    }
  }

  @Test func aNameUnderALineMeansTheRegionThatReachesThere() throws {
    let map = try RegionMap(LineArt("...####...\n...####..."), gap: 0, work: Work(threads: 1))
    #expect(map.resolve(RegionName(inside: Point(3, 0))) == 1)
    #expect(map.resolve(RegionName(inside: Point(6, 0))) == 2)
  }

  @Test func aMapWithoutRegionsKnowsNoName() throws {
    let map = try RegionMap(LineArt("##\n##"), gap: 0, work: Work(threads: 1))
    #expect(map.resolve(RegionName(inside: Point(0, 0))) == nil)
  }

  /// More closings only divide: what was two regions stays two, and each name still finds one.
  @Test(arguments: 1...25) func namesSurviveAChangeOfTheGap(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let lineArt = LineArt(
      strokes: LabellingTests.scribble(using: &numbers), strokeWidth: 2)
    let maps = try [0.0, 4, 9, 30].map {
      try RegionMap(lineArt, gap: $0, work: Work(threads: 2))
    }
    for map in maps {
      let names = map.regions.map { map.name(of: $0.label) }
      #expect(names.map { map.resolve($0) } == map.regions.map(\.label))
      for other in maps {
        for name in names {
          let label = try #require(other.resolve(name))
          #expect(other.labels[name.inside] == other[label].label)
        }
      }
      let original = maps[0].regions.map { map.resolve(maps[0].name(of: $0.label)) }
      #expect(Set(original).count == original.count)
    }
  }
}
