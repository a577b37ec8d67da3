internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// The matcher learns from drawn pairs: line art of one view, coloured art of the other.
///
/// Its loss is a sum: the same place of both views should be alike and all others not (InfoNCE, both ways); cells of one
/// region should be alike within a view; parts should be told.
struct MatcherLesson: Lesson {
  /// The side that pairs are drawn at.
  private static let side = 256
  private static let regionSharpness: Float = 10

  private let pool: PairPool
  private let heldOut: HeldOutPairs

  /// - Parameters:
  ///   - pictures: an artist's own, to learn from too.
  ///   - work: draws the held-out pairs.
  ///   - heldOut: how many of them.
  /// - Throws: `Cancelled`.
  init(
    pictures: [Image] = [], work: Work, heldOut: Int = HeldOutPairs.count
  ) throws(Cancelled) {
    var own: [DrawnPair] = []
    for picture in pictures {
      own.append(try DrawnPair(ownPicture: picture, side: Self.side, work: work))
    }
    pool = PairPool(side: Self.side, firstSeed: Generator.firstSeed, own: own)
    material =
      "drawings that nurie's generator made, and "
      + (own.isEmpty ? "nothing else" : "\(own.count) of an artist's own pictures")
    self.heldOut = HeldOutPairs(count: heldOut, work: work)
  }

  let material: String
  var samplesAStep: Int { Shards.count }

  let lossNames = ["places", "regions", "parts"]

  func batches(
    of step: Int, shards: Range<Int>, draws: (_ shard: Int) -> RandomStream
  ) -> [MatcherBatch] {
    zip(shards, pool.pairs(of: step, shards, work: Work(threads: 1))).map { shard, pair in
      var random = draws(shard)
      return MatcherBatch([pair], using: &random)
    }
  }

  func losses(of network: MatcherNetwork, on batch: MatcherBatch) -> [Variable] {
    let output = network(lines: Variable(batch.lines), colours: Variable(batch.colours))
    let pairs = batch.lines.shape[0]
    let features = output.embedding.reshaped(2 * pairs, network.channels, -1)
    let ofLines = features.sliced(0..<pairs, axis: 0).gathered(batch.linePlaces, axis: 2)
    let ofColours = features.sliced(pairs..<2 * pairs, axis: 0).gathered(
      batch.colourPlaces, axis: 2)
    let alike = matrixProduct(ofLines, ofColours, transposingA: true) * exp(network.sharpness)
    let places =
      infoNCE(alike, targets: batch.toColours, temperature: 1)
      + infoNCE(alike.transposed(), targets: batch.toLines, temperature: 1)

    let cells = features.gathered(batch.regionCells, axis: 2)
    let within = matrixProduct(cells, cells, transposingA: true) * Self.regionSharpness
    let regions = infoNCE(
      within - Variable(Self.diagonal), targets: batch.sameRegion, temperature: 1)
    let parts = crossEntropy(output.partScores, labels: batch.parts, weights: batch.partWeights)
    return [places * 0.5, regions * 0.3, parts * 0.5]
  }

  /// So large on the diagonal that no cell counts as its own like.
  private static let diagonal: Tensor = {
    let side = MatcherBatch.cells
    return Tensor(
      (0..<side * side).map { $0 / side == $0 % side ? 1e4 : 0 }, [1, side, side])
  }()

  func figures(of network: MatcherNetwork, work: Work) -> [String: Double] {
    heldOut.figures(of: network, work: work)
  }

  func picture(of network: MatcherNetwork, work: Work) -> Image {
    heldOut.picture(of: network, work: work)
  }
}
