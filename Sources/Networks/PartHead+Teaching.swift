internal import Autograd
internal import Learning
public import Tensors

extension PartHead {
  private static let steps = 100
  /// Drawings of a step.
  private static let batch = 4
  /// The weight of the mean square of what is added to scores that were there before.
  private static let calm: Float = 0.1

  /// A head that learns parts on features that do not change.
  ///
  /// - Parameters:
  ///   - features: of each drawing `[1, C, H, W]`; drawings may differ in size.
  ///   - start: scores that each place has already, `[1, parts, H, W]`, which the head adds to: a part that no drawing shows
  ///     keeps them. Nil: none have any.
  ///   - labels: of each drawing the part of each place, -1 where it is unknown.
  ///   - parts: their number.
  ///   - seed: of the first weights and of the order.
  ///   - step: called before each step with the share done, 0…1; what it throws ends the learning.
  /// - Complexity: 100 steps of four drawings each: 0.1 MMAC a place and step.
  public init(
    taughtOn features: [Tensor], start: [Tensor]? = nil, labels: [[Int32]], parts: Int,
    seed: UInt64, step check: (Double) throws -> Void
  ) rethrows {
    require(
      !features.isEmpty && features.count == labels.count,
      "PartHead: \(features.count) drawings, \(labels.count) with labels")
    var random = RandomStream(seed: seed, stream: 1)
    self.init(features[0].shape[1], parts: parts, isSilent: start != nil, using: &random)
    forEachParameter { $1.update { _ in } }
    var weights = Self.weights(of: labels, parts: parts)
    // Parts that no drawing shows keep their scores: else one drawing would unlearn all that it lacks.
    let shown = Variable(Tensor(weights.map { $0 > 0 ? 1 : 0 }, [1, parts, 1]))
    // Where much is right already, large parts count for more.
    if start != nil { weights = weights.map { $0.squareRoot() } }
    var adam = Adam(for: self, rate: 1e-3)
    var order: [Int] = []
    for step in 0..<Self.steps {
      try check(Double(step) / Double(Self.steps))
      var own: [Int] = []
      while own.count < min(Self.batch, features.count) {
        if order.isEmpty { order = Array(features.indices).shuffled(using: &random) }
        own.append(order.removeLast())
      }
      let truth = own.flatMap { labels[$0] }
      adam.rate = 3e-3 * Schedule.cosine(warmup: 5, steps: Self.steps).share(at: step)
      let (_, gradients) = valueAndGradients(of: self) { head in
        // All places in one row, since drawings may differ in size.
        func row(_ scores: Variable) -> Variable { scores.reshaped(1, parts, -1) }
        let added = concatenated(own.map { row(head(Variable(features[$0]))) }, axis: 2)
        guard let start else { return crossEntropy(added, labels: truth, weights: weights) }
        let known = concatenated(own.map { row(Variable(start[$0])) }, axis: 2)
        return crossEntropy(added * shown + known, labels: truth, weights: weights)
          + square(added).mean() * Self.calm
      }
      adam.update(&self, gradients)
    }
  }

  /// Small parts count for more than their places, but not as much as large ones: by the root of their share.
  public static func weights(of labels: [[Int32]], parts: Int) -> [Float] {
    var counts = [Float](repeating: 0, count: parts)
    for label in labels.joined() where label >= 0 { counts[Int(label)] += 1 }
    return counts.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
  }
}
