import Raster
import Regions
import Testing

@testable import Coloring

/// The queue of regions worth a look.
@Suite struct DoubtTests {
  /// Ground 1; a large region 2, a small one 3, a crumb 4.
  private let map = RegionMapOfSquares.map(
    Plane(
      width: 12, height: 10,
      elements: (0..<120).map { index in
        let (x, y) = (index % 12, index / 12)
        if x < 2 { return 1 }
        if y < 6 { return 2 }
        return x == 11 && y == 9 ? 4 : 3
      }))

  private func queue(
    _ confidences: [Double], origin: FlatOrigin = .match,
    areas: [TraceArea?] = [nil, nil, nil, nil], settled: Set<UInt16> = []
  ) -> [Doubt] {
    let flats = confidences.enumerated().map { index, confidence in
      Flat(entry: 0, origin: index == 3 ? origin : .match, confidence: confidence)
    }
    return Doubt.queue(map: map, flats: flats, areas: areas, settled: settled)
  }

  @Test func whatIsLargeAndUnlikelyComesFirst() {
    #expect(queue([0, 0.5, 0.5, 0.5]).map(\.label) == [2, 3, 4])
    #expect(queue([0, 0.8, 0.5, 0.5]).map(\.label) == [3, 2, 4])
  }

  @Test func theWeightIsTheSideTimesTheChanceOfBeingWrong() {
    // 60, 39 and 1 of 100 pixels.
    let weights = queue([0, 0.75, 1, 0.5]).map(\.weight)
    #expect(
      zip(weights, [Double(0.6).squareRoot() * 0.25, 0.05]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func whatIsNotWorthAStopIsLeftOut() {
    #expect(queue([0, 1, 1, 0.7]).map(\.label) == [4])
    #expect(queue([0, 1, 1, 0.8]).isEmpty)
    #expect(queue([0, 0.9, 1, 1]).isEmpty)
  }

  @Test func aShadeCountsForTheRegionThatItLiesOn() {
    let areas = [nil, nil, nil, TraceArea(parent: 3, tone: .shadow)]
    let doubts = queue([0, 1, 0.5, 0.5], origin: .trace, areas: areas)
    #expect(doubts.map(\.label) == [3])
    #expect(abs(doubts[0].weight - Double(0.4).squareRoot() * 0.5) < 1e-12)
  }

  @Test func aLabelSettlesWhereItsPartHasOnePaintOrNoneThatIsKnown() {
    let counts = PaintCounts(["hair": 2, "skin": 1])
    #expect(counts.settles("skin") && counts.settles("prop") && !counts.settles("hair"))
    #expect(queue([0, 0.5, 0.5, 0.5], settled: [2, 4]).map(\.label) == [3])
  }

  @Test func whatTheArtistPaintedIsInNoDoubt() {
    #expect(queue([0, 1, 1, 0], origin: .colour).isEmpty)
  }
}
