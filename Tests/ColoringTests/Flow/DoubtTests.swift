import Raster
import Regions
import Testing

@testable import Coloring

/// The queue of regions worth a look.
@Suite struct DoubtTests {
  /// Ground 1, of 20 pixels; a large region 2, a small one 3, a crumb 4: 60, 39 and 1 pixels.
  private let map = RegionMapOfSquares.map(
    Plane(
      width: 12, height: 10,
      elements: (0..<120).map { index in
        let (x, y) = (index % 12, index / 12)
        if x < 2 { return 1 }
        if y < 6 { return 2 }
        return x == 11 && y == 9 ? 4 : 3
      }))

  private func ranked(
    _ confidences: [Double], origin: FlatOrigin = .match,
    areas: RegionTable<TraceArea?> = [nil, nil, nil, nil], settled: Set<UInt16> = []
  ) -> [Doubt] {
    let flats = confidences.enumerated().map { index, confidence in
      Flat(entry: 0, origin: index == 3 ? origin : .match, confidence: confidence)
    }
    return Doubt.ranked(map: map, flats: RegionTable(flats), areas: areas, settled: settled)
  }

  private func stops(
    _ confidences: [Double], origin: FlatOrigin = .match,
    areas: RegionTable<TraceArea?> = [nil, nil, nil, nil], settled: Set<UInt16> = []
  ) -> [UInt16] {
    ranked(confidences, origin: origin, areas: areas, settled: settled)
      .filter(\.isStop).map(\.label)
  }

  @Test func whatIsLargeAndUnlikelyComesFirst() {
    #expect(stops([1, 0.5, 0.5, 0.5]) == [2, 3, 4])
    #expect(stops([1, 0.8, 0.5, 0.5]) == [3, 2, 4])
    // A crumb that is certainly wrong does not stand before a skirt that may be.
    #expect(stops([1, 0.9, 0.9, 0]) == [2, 3, 4])
  }

  @Test func theWeightIsTheShareOfTheFigureThatIsLikelyWrong() {
    let weights = ranked([1, 0.75, 0.9, 0.5]).map(\.weight)
    #expect(zip(weights, [0.15, 0.039, 0.005, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func whatIsNotWorthAStopIsLeftOut() {
    #expect(stops([1, 1, 1, 0.77]) == [4])
    #expect(stops([1, 1, 1, 0.78]).isEmpty)
    #expect(stops([1, 0.95, 1, 1]).isEmpty)
  }

  @Test func theGroundIsAStopHoweverSureItIsOfItself() {
    #expect(stops([0.98, 0.5, 1, 1]) == [2, 1])
    #expect(stops([0.99, 1, 1, 1]).isEmpty)
    #expect(stops([0.5, 1, 1, 1], settled: [1]).isEmpty)
  }

  @Test func noMoreOfTheGroundThanAFigureIsLikelyWrong() {
    let map = RegionMapOfSquares.map(
      Plane(width: 10, height: 10, elements: (0..<100).map { $0 < 90 ? 1 : 2 }))
    let flats = [0.9, 0.8].map { Flat(entry: nil, origin: .background, confidence: $0) }
    let doubts = Doubt.ranked(map: map, flats: RegionTable(flats), areas: [nil, nil])
    #expect(doubts.map(\.label) == [2, 1])
    #expect(abs(doubts[1].weight - 0.1) < 1e-12)
  }

  @Test func everyRegionHasARankTheStopsBeforeAllOthers() {
    // The large one is too sure to be a stop, and weighs more than the crumb.
    let doubts = ranked([1, 0.96, 1, 0.5])
    #expect(doubts.map(\.label) == [4, 2, 1, 3])
    #expect(doubts.map(\.isStop) == [true, false, false, false])
  }

  @Test func aShadeCountsForTheRegionThatItLiesOn() {
    let areas: RegionTable<TraceArea?> = [nil, nil, nil, TraceArea(parent: 3, tone: .shadow)]
    #expect(stops([1, 1, 0.5, 0.5], origin: .trace, areas: areas) == [3])
    let weight = ranked([1, 1, 0.5, 0.5], origin: .trace, areas: areas)[0].weight
    #expect(abs(weight - 0.4 * 0.5) < 1e-12)
  }

  @Test func aLabelSettlesWhereItsPartHasOnePaintOrNoneThatIsKnown() {
    let counts = PaintCounts(["hair": 2, "skin": 1])
    #expect(counts.settles("skin") && counts.settles("prop") && !counts.settles("hair"))
    #expect(stops([1, 0.5, 0.5, 0.5], settled: [2, 4]) == [3])
  }

  @Test func whatTheArtistPaintedIsInNoDoubt() {
    #expect(stops([1, 1, 1, 0], origin: .colour).isEmpty)
  }
}
