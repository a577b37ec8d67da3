import Figures
import Learning
import Networks
import Raster
import Tensors
import Testing

@testable import Training

@Suite struct PairTests {
  @Test func eachPairIsUsedFourTimesByOneShard() {
    let steps = 2 * PairPool.uses * PairPool.lag
    var uses: [Int: [(step: Int, shard: Int)]] = [:]
    for step in 0..<steps {
      for shard in 0..<Shards.count {
        uses[PairPool.number(at: step, shard), default: []].append((step, shard))
      }
    }
    let whole = uses.values.filter { $0.count == PairPool.uses }
    #expect(whole.count >= (PairPool.uses + 1) * PairPool.lag * Shards.count / PairPool.uses)
    for use in whole {
      #expect(Set(use.map(\.shard)).count == 1)
      #expect(zip(use, use.dropFirst()).allSatisfy { $1.step - $0.step == PairPool.lag })
    }
    #expect(uses.values.allSatisfy { $0.count <= PairPool.uses })
    // Once there are old pairs, a quarter is new.
    for step in PairPool.uses * PairPool.lag..<steps {
      let new = (0..<Shards.count).count {
        PairPool.number(at: step, $0) / Shards.count == step
      }
      #expect(new == Shards.count / PairPool.uses)
    }
  }

  @Test func someShardsGetThePairsThatAllWouldGiveThem() {
    let work = Work(threads: 1)
    let all = PairPool(side: 32, firstSeed: 7).pairs(of: 200, work: work)
    let some = PairPool(side: 32, firstSeed: 7).pairs(of: 200, 2..<4, work: work)
    #expect(some.map { $0.views[0].line } == all[2..<4].map { $0.views[0].line })
  }

  @Test func aPoolThatWasNeverAskedGivesTheSamePairs() {
    let pool = PairPool(side: 32, firstSeed: 7)
    let work = Work(threads: 2)
    for step in 0..<3 { _ = pool.pairs(of: step, work: work) }
    let known = pool.pairs(of: 3, work: work)
    let fresh = PairPool(side: 32, firstSeed: 7).pairs(of: 3, work: work)
    #expect(known.map { $0.views[0].line } == fresh.map { $0.views[0].line })
    #expect(known.map { $0.views[1].regions } == fresh.map { $0.views[1].regions })
  }

  /// Pixels and points go the same way: where a point comes to lie, its region is.
  @Test func warpsMovePointsWithThePixels() {
    let pair = DrawnPair(seed: 3, side: 128)
    var random = RandomStream(seed: 1, stream: 1)
    for _ in 0..<8 {
      let warp = ViewWarp(from: 128, to: 96, using: &random)
      let view = TrainingView(pair.views[0], of: 128, warp, isLineArt: true)
      var right = 0
      for point in view.points
      where view.regions[Int(point.y) * 96 + Int(point.x)] == point.region { right += 1 }
      // Rounding moves some by a pixel, over a border now and then.
      #expect(right * 10 >= view.points.count * 8)
      #expect(view.points.isEmpty == false)
    }
  }

  @Test func theWholeViewIsItself() {
    let pair = DrawnPair(seed: 5, side: 64)
    let view = TrainingView(pair.views[1], of: 64, ViewWarp(side: 64), isLineArt: false)
    #expect(view.parts == pair.views[1].parts.map(Int32.init))
    let difference = zip(view.pixels, pair.views[1].colour.joined()).map {
      abs($0 * 255 - Float($1))
    }
    #expect(difference.max()! < 0.01)
  }

  /// An artist's picture is its own counterpart: places are known, parts are not.
  @Test func ownPicturesHavePlacesAlone() throws {
    var picture = Image(width: 80, height: 40, repeating: RGBA(200, 180, 90))
    for x in 0..<80 { picture[x, 20] = .black }
    let pair = try DrawnPair(ownPicture: picture, side: 64, work: Work(threads: 1))
    let view = TrainingView(pair.views[0], of: 64, ViewWarp(side: 64), isLineArt: true)
    #expect(view.parts.allSatisfy { $0 == -1 })
    #expect(view.regions.allSatisfy { $0 == 0 })
    #expect(pair.views[0].points.count > 100)
    // The ridge is ink, the paint is not.
    #expect(view.pixels[32 * 64 + 32] < 0.3)
    #expect(view.pixels[24 * 64 + 32] > 0.95)
    let pool = PairPool(side: 64, firstSeed: 0, own: [pair])
    let pairs = pool.pairs(of: 5, work: Work(threads: 2))
    #expect(pairs.filter { $0.views[0].parts[0] == DrawnPair.unknownPart }.count == 2)
  }

  @Test func aBatchSaysWhatBelongsTogether() {
    let pairs = (0..<2).map { DrawnPair(seed: 40 + UInt64($0), side: 256) }
    var random = RandomStream(seed: 2, stream: 0)
    let batch = MatcherBatch(pairs, using: &random)
    for table in [batch.toColours, batch.toLines, batch.sameRegion] {
      let side = table.shape[2]
      let values = table.values
      for row in 0..<values.count / side {
        let sum = values[row * side..<(row + 1) * side].reduce(0, +)
        #expect(sum == 0 || abs(sum - 1) < 1e-4)
      }
    }
    // Something is alike in every pair, and no cell is its own like.
    let places = batch.toColours.values
    #expect(places.reduce(0, +) > Float(MatcherBatch.places) / 2)
    let cells = batch.sameRegion
    for i in 0..<MatcherBatch.cells { #expect(cells[0, i, i] == 0) }
    #expect(batch.parts.allSatisfy { $0 >= -1 && $0 < Int32(MatcherNetwork.parts) })
  }
}
