public import Autograd
public import Learning
public import Tensors

// What is on top of features that already know drawings: a few layers, for they learn from one to ten of them.
//
// Source: Tritrong et al. 2021, there on the activations of a StyleGAN2.
// Cost: 33 kMAC a place.

/// From features of each place to scores of parts.
public struct PartHead: Trainable {
  private static let width = 48
  private static let narrow = 32

  private var entrance: Convolution
  private var near: Convolution
  private var far: Convolution
  private var scores: Convolution

  /// - Parameters:
  ///   - inputs: numbers of a place.
  ///   - parts: to be told apart.
  ///   - isSilent: whether all scores are 0 at first, to be added to scores that are known.
  public init(
    _ inputs: Int, parts: Int, isSilent: Bool = false, using random: inout RandomStream
  ) {
    let (width, narrow) = (Self.width, Self.narrow)
    entrance = Convolution(inputs, width, kernel: 1, activation: .relu, using: &random)
    near = Convolution(width, narrow, kernel: 3, dilation: 2, activation: .relu, using: &random)
    far = Convolution(narrow, width, kernel: 3, dilation: 4, activation: .relu, using: &random)
    scores = Convolution(
      width, parts, kernel: 1, initialisation: isSilent ? .zero : .xavier, using: &random)
  }

  /// - Parameter features: `[N, inputs, H, W]`.
  /// - Returns: `[N, parts, H, W]`: softmax makes them probabilities.
  public func callAsFunction(_ features: Variable) -> Variable {
    let x = entrance(features)
    return scores(x + far(near(x)))
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("entrance", &entrance)
    visit("near", &near)
    visit("far", &far)
    visit("scores", &scores)
  }
}
