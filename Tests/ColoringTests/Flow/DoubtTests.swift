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
    #expect(stops([1, 0.7, 0.5, 0.5]) == [3, 2, 4])
    // A crumb that is certainly wrong does not stand before a skirt that may be.
    #expect(stops([1, 0.74, 0.74, 0]) == [2, 3, 4])
  }

  @Test func theWeightIsTheShareOfTheFigureThatIsLikelyWrong() {
    let weights = ranked([1, 0.7, 0.6, 0.5]).map(\.weight)
    #expect(zip(weights, [0.18, 0.156, 0.005, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func whatIsNotWorthAStopIsLeftOut() {
    // It is sure enough, or too small a share of the figure.
    #expect(stops([1, 0.76, 1, 0.76]) == [2, 4])
    #expect(stops([1, 0.77, 1, 0.77]).isEmpty)
    let map = RegionMapOfSquares.map(
      Plane(width: 20, height: 20, elements: (0..<400).map { $0 == 0 ? 1 : $0 == 399 ? 3 : 2 }))
    func crumb(_ confidence: Double) -> [UInt16] {
      let flats = [1, 1, confidence].map { Flat(entry: 0, origin: .match, confidence: $0) }
      return Doubt.ranked(map: map, flats: RegionTable(flats), areas: [nil, nil, nil])
        .filter(\.isStop).map(\.label)
    }
    #expect(crumb(0.5) == [3] && crumb(0.7).isEmpty)
  }

  @Test func theGroundIsAStopHoweverSureItIsOfItself() {
    #expect(stops([0.98, 0.5, 1, 1]) == [2, 1])
    #expect(stops([0.996, 1, 1, 1]).isEmpty)
    #expect(stops([0.5, 1, 1, 1], settled: [1]).isEmpty)
  }

  @Test func noMoreOfTheGroundThanAFigureIsLikelyWrong() {
    let map = RegionMapOfSquares.map(
      Plane(width: 10, height: 10, elements: (0..<100).map { $0 < 90 ? 1 : 2 }))
    let flats = [0.9, 0.7].map { Flat(entry: nil, origin: .background, confidence: $0) }
    let doubts = Doubt.ranked(map: map, flats: RegionTable(flats), areas: [nil, nil])
    #expect(doubts.map(\.label) == [2, 1])
    #expect(abs(doubts[1].weight - 0.1) < 1e-12)
  }

  @Test func everyRegionHasARankByWhatALookGains() {
    // The large one is too sure to be a stop, and weighs more than the crumb.
    let doubts = ranked([1, 0.96, 1, 0.5])
    #expect(doubts.map(\.label) == [2, 4, 1, 3])
    #expect(doubts.map(\.isStop) == [false, true, false, false])
    #expect(ranked([1, 0.5, 1, 0.5], settled: [2]).map(\.label) == [4, 1, 3, 2])
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
