internal import Autograd
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
  let samplesAStep = 2 * LineBatch.pairs

  func batch(of step: Int, using random: inout RandomStream) -> LineBatch {
    let first = Generator.firstSeed + UInt64(step * LineBatch.pairs)
    return LineBatch(seeds: first..<first + UInt64(LineBatch.pairs), using: &random)
  }

  func losses(of network: LineNetwork, on batch: LineBatch) -> [(name: String, value: Variable)] {
    let scores = network(Variable(batch.colours))
    let ink = Variable(batch.ink)
    let pixels = softplus(scores) - ink * scores
    let weights = 1 + ink * Self.inkWeight + Variable(batch.irises) * Self.irisWeight
    let crossEntropy = (pixels * weights).mean()
    let guessed = sigmoid(scores)
    let overlap =
      ((guessed * ink).sum() * 2 + Variable(Tensor(1)))
      / (guessed.sum() + ink.sum() + Variable(Tensor(1)))
    return [("ink", crossEntropy), ("overlap", (1 - overlap) * 0.1)]
  }

  func figures(of network: LineNetwork, work: Work) throws -> [String: Double] {
    try heldOut.figures(of: network, work: work)
  }

  func picture(of network: LineNetwork, work: Work) -> Image {
    heldOut.picture(of: network, work: work)
  }
}
