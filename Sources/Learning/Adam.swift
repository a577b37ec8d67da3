import Autograd
import Tensors

/// Adam with bias correction and decoupled weight decay.
///
/// Each parameter moves by its mean gradient over the root of its mean squared gradient. Memory:
/// two numbers a parameter, changed in place. Sources: Kingma and Ba (2015), Loshchilov and Hutter
/// (2019).
public struct Adam: Sendable {
  /// How far a parameter moves in a step, about.
  public var rate: Float
  /// How much of the means is kept in a step.
  public var momentum: Float
  public var squareMomentum: Float
  public var epsilon: Float
  /// The share of each parameter, times the rate, that is taken away in a step.
  public var weightDecay: Float
  /// Steps made.
  public internal(set) var steps = 0
  var means: [Tensor]
  var squares: [Tensor]

  public init(
    for network: some Trainable, rate: Float = 1e-3, momentum: Float = 0.9,
    squareMomentum: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    self.rate = rate
    self.momentum = momentum
    self.squareMomentum = squareMomentum
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    means = network.parameters.map { .zeros($0.value.shape) }
    squares = means.map { .zeros($0.shape) }
  }

  /// Moves the parameters of `network` one step against `gradients`.
  public mutating func update(_ network: inout some Trainable, _ gradients: NetworkGradients) {
    require(
      gradients.values.count == means.count,
      "Adam: \(gradients.values.count) gradients for \(means.count) parameters")
    steps += 1
    let step = Step(
      rate: rate, keep: 1 - rate * weightDecay, momentum: momentum,
      squareMomentum: squareMomentum, epsilon: epsilon,
      correction: 1 / (1 - power(momentum, steps)),
      squareCorrection: 1 / (1 - power(squareMomentum, steps)))
    var index = 0
    network.forEachParameter { name, parameter in
      let gradient = gradients.values[index]
      require(
        gradient.shape == parameter.shape && means[index].shape == parameter.shape,
        "Adam: \(name) of \(parameter.shape), gradient \(gradient.shape)")
      means[index].update { mean in
        squares[index].update { square in
          parameter.update { values in
            gradient.withValues { step.move(values, $0, mean, square) }
          }
        }
      }
      index += 1
    }
  }

  private func power(_ base: Float, _ exponent: Int) -> Float {
    // By squaring in Double: the same on every machine.
    var result = 1.0
    var factor = Double(base)
    var rest = exponent
    while rest > 0 {
      if rest % 2 == 1 { result *= factor }
      factor *= factor
      rest /= 2
    }
    return Float(result)
  }

  private struct Step {
    let rate, keep, momentum, squareMomentum, epsilon, correction, squareCorrection: Float

    func move(
      _ values: UnsafeMutableBufferPointer<Float>, _ gradient: UnsafeBufferPointer<Float>,
      _ mean: UnsafeMutableBufferPointer<Float>, _ square: UnsafeMutableBufferPointer<Float>
    ) {
      for i in values.indices {
        let g = gradient[i]
        mean[i] = momentum * mean[i] + (1 - momentum) * g
        square[i] = squareMomentum * square[i] + (1 - squareMomentum) * g * g
        let spread = (square[i] * squareCorrection).squareRoot() + epsilon
        values[i] = keep * values[i] - rate * mean[i] * correction / spread
      }
    }
  }
}
