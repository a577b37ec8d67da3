internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// A head that learns parts on features that do not change.
struct TaughtHead: Sendable {
  private static let steps = 100
  /// Drawings of a step.
  private static let batch = 4
  /// The weight of the mean square of what is added to scores that were there before.
  private static let calm: Float = 0.1

  private let head: PartHead
  /// The number of parts.
  let parts: Int

  /// Learns from drawings of one size.
  ///
  /// - Parameters:
  ///   - features: of each drawing `[1, C, H, W]`.
  ///   - start: scores that each place has already `[1, parts, H, W]`, which the head adds to: a part that no drawing shows
  ///     keeps them. Nil: none have any.
  ///   - labels: of each drawing the part of each place, -1 where it is unknown.
  ///   - parts: their number.
  ///   - seed: of the first weights and of the order.
  /// - Complexity: 100 steps of four drawings each.
  init(
    features: [Tensor], start: [Tensor]? = nil, labels: [[Int32]], parts: Int, seed: UInt64,
    work: Work
  ) {
    require(
      !features.isEmpty && features.count == labels.count,
      "TaughtHead: \(features.count) drawings, \(labels.count) with labels")
    var random = RandomStream(seed: seed, stream: 1)
    var head = PartHead(
      features[0].shape[1], parts: parts, isSilent: start != nil, using: &random)
    head.forEachParameter { $1.update { _ in } }
    Compute.with(work) {
      var weights = Self.weights(of: labels, parts: parts)
      // Where much is right already, large parts count for more.
      if start != nil { weights = weights.map { $0.squareRoot() } }
      // Parts that no drawing shows are no wrong answers: else one drawing would unlearn all that it lacks.
      let absent = Variable(
        Tensor(weights.map { $0 > 0 || start == nil ? 0 : -1e4 }, [1, parts, 1, 1]))
      var adam = Adam(for: head, rate: 1e-3)
      var order: [Int] = []
      for step in 0..<Self.steps {
        var own: [Int] = []
        while own.count < min(Self.batch, features.count) {
          if order.isEmpty { order = Array(features.indices).shuffled(using: &random) }
          own.append(order.removeLast())
        }
        let inputs = concatenated(own.map { Variable(features[$0]) }, axis: 0)
        let truth = own.flatMap { labels[$0] }
        adam.rate = 3e-3 * Schedule.cosine(warmup: 5, steps: Self.steps).share(at: step)
        let (_, gradients) = valueAndGradients(of: head) {
          let added = $0(inputs)
          guard let start else { return crossEntropy(added, labels: truth, weights: weights) }
          let scores = added + concatenated(own.map { Variable(start[$0]) }, axis: 0)
          return crossEntropy(scores + absent, labels: truth, weights: weights)
            + square(added).mean() * Self.calm
        }
        adam.update(&head, gradients)
      }
    }
    self.head = head
    self.parts = parts
  }

  /// Scores of the parts, `[N, parts, H, W]`.
  func callAsFunction(_ features: Variable) -> Variable { head(features) }

  /// Small parts count for more than their places, but not as much as large ones: by the root of their share.
  static func weights(of labels: [[Int32]], parts: Int) -> [Float] {
    var counts = [Float](repeating: 0, count: parts)
    for label in labels.joined() where label >= 0 { counts[Int(label)] += 1 }
    return counts.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
  }
}

/// The likeliest part of each pixel of each picture.
///
/// - Parameter scores: `[N, parts, H, W]`.
func likeliest(_ scores: Tensor) -> [Plane<UInt8>] {
  let (count, parts, height, width) = (
    scores.shape[0], scores.shape[1], scores.shape[2], scores.shape[3]
  )
  let area = width * height
  return scores.withValues { scores in
    (0..<count).map { index in
      let first = index * parts * area
      return Plane(
        width: width, height: height,
        elements: (0..<area).map { pixel in
          var best = 0
          for part in 1..<parts
          where scores[first + part * area + pixel] > scores[first + best * area + pixel] {
            best = part
          }
          return UInt8(best)
        })
    }
  }
}
