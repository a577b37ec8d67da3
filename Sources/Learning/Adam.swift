import Autograd
import Tensors

/// Adam with bias correction and decoupled weight decay.
///
/// Each parameter moves by its mean gradient over the root of its mean squared gradient. Memory:
/// two numbers a parameter, changed in place. Sources: Kingma and Ba (2015), Loshchilov and Hutter
/// (2019).
public struct Adam: Optimizer {
  public var rate: Float
  /// The share of the means that is kept in a step.
  public var momentum: Float
  public var squareMomentum: Float
  public var epsilon: Float
  /// The share of each parameter, times the rate, that is taken away in a step.
  public var weightDecay: Float
  /// Steps made.
  private var steps = 0
  private var means: [String: Tensor]
  private var squares: [String: Tensor]

  /// - Parameter isMoved: of a parameter's name; the others stay.
  public init(
    for network: some Trainable, rate: Float = 1e-3, momentum: Float = 0.9,
    squareMomentum: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0,
    where isMoved: (String) -> Bool = { _ in true }
  ) {
    self.rate = rate
    self.momentum = momentum
    self.squareMomentum = squareMomentum
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    means = Dictionary(
      uniqueKeysWithValues: network.parameters.filter { isMoved($0.name) }.map {
        ($0.name, .zeros($0.value.shape))
      })
    squares = means.mapValues { .zeros($0.shape) }
  }

  public mutating func update(_ network: inout some Trainable, _ gradients: NetworkGradients) {
    steps += 1
    let step = Step(
      rate: rate, keep: 1 - rate * weightDecay, momentum: momentum,
      squareMomentum: squareMomentum, epsilon: epsilon,
      correction: 1 / (1 - power(momentum, steps)),
      squareCorrection: 1 / (1 - power(squareMomentum, steps)))
    network.forEachParameter(with: gradients) { name, parameter, gradient in
      guard means[name] != nil else { return }
      means[name]!.update { mean in
        squares[name]!.update { square in
          parameter.update { values in
            gradient.withValues { step.move(values, $0, mean, square) }
          }
        }
      }
    }
  }

  public var checkpoint: SafeTensors {
    var tensors: [String: Tensor] = [:]
    for (name, mean) in means { tensors[Self.mean + name] = mean }
    for (name, square) in squares { tensors[Self.square + name] = square }
    return SafeTensors(tensors: tensors, metadata: ["adam.steps": "\(steps)"])
  }

  public mutating func resume(_ checkpoint: SafeTensors) -> Bool {
    guard let steps = checkpoint.metadata["adam.steps"].flatMap({ Int($0) }), steps >= 0 else {
      return false
    }
    self.steps = steps
    for name in means.keys {
      means[name] = checkpoint.tensors[Self.mean + name]!
      squares[name] = checkpoint.tensors[Self.square + name]!
    }
    return true
  }

  private static let mean = "adam.mean."
  private static let square = "adam.square."

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
