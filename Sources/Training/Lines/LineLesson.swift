internal import Autograd
internal import Figures
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// The line extractor learns from coloured views and the ink that the generator would draw them with.
///
/// Its loss is a sum: each pixel's cross-entropy, and how little the whole ink overlaps the true one (Dice; Milletari et
/// al. 2016), for lines are few pixels.
struct LineLesson: Lesson {
  /// The weights of pixels of ink and of irises beyond the 1 that all have: there are few of these.
  private static let inkWeight: Float = 1
  private static let irisWeight: Float = 24

  private let heldOut: HeldOutInk

  /// - Parameters:
  ///   - work: draws the held-out views.
  ///   - heldOut: how many pairs of them.
  init(work: Work, heldOut: Int = HeldOutPairs.count) {
    self.heldOut = HeldOutInk(pairs: heldOut, work: work)
  }

  let material = "drawings that nurie's generator made, and nothing else"
  let samplesAStep = Shards.count
  let lossNames = ["ink", "overlap"]

  /// A pair gives two shards, one of each view.
  func batches(
    of step: Int, shards: Range<Int>, draws: (_ shard: Int) -> RandomStream
  ) -> [LineBatch] {
    let first = Generator.firstSeed + UInt64(step * Shards.count / 2)
    var pair: (index: Int, drawn: FigurePair)?
    return shards.map { shard in
      if pair?.index != shard / 2 {
        pair = (shard / 2, LineBatch.pair(of: first + UInt64(shard / 2)))
      }
      var random = draws(shard)
      return LineBatch([pair!.drawn.views[shard % 2]], using: &random)
    }
  }

  func losses(of network: LineNetwork, on batch: LineBatch) -> [Variable] {
    let scores = network(Variable(batch.colours))
    let ink = Variable(batch.ink)
    let pixels = softplus(scores) - ink * scores
    let weights = 1 + ink * Self.inkWeight + Variable(batch.irises) * Self.irisWeight
    let crossEntropy = (pixels * weights).mean()
    let guessed = sigmoid(scores)
    let overlap =
      ((guessed * ink).sum() * 2 + Variable(Tensor(1)))
      / (guessed.sum() + ink.sum() + Variable(Tensor(1)))
    return [crossEntropy, (1 - overlap) * 0.1]
  }

  func figures(of network: LineNetwork, work: Work) throws -> [String: Double] {
    try heldOut.figures(of: network, work: work)
  }

  func picture(of network: LineNetwork, work: Work) -> Image {
    heldOut.picture(of: network, work: work)
  }
}
