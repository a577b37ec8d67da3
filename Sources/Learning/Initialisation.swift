public import Tensors

/// The size of the first weights, so that signals keep their size from layer to layer.
public enum Initialisation: Sendable {
  /// For what goes into a ReLU: deviation √(2 / inputs). (He et al. 2015)
  case kaiming
  /// Evenly within ±√(6 / (inputs + outputs)). (Glorot and Bengio 2010)
  case xavier
  case normal(deviation: Float)
  case zero

  /// - Parameters:
  ///   - shape: of a weight, `[O, I, ...]`; what follows `I` counts for inputs and outputs.
  public func callAsFunction(_ shape: [Int], using random: inout RandomStream) -> Tensor {
    let field = shape.dropFirst(2).reduce(1, *)
    let inputs = Float((shape.count > 1 ? shape[1] : 1) * field)
    let outputs = Float((shape.first ?? 1) * field)
    switch self {
    case .kaiming: return .normal(shape, deviation: (2 / inputs).squareRoot(), using: &random)
    case .xavier:
      let limit = (6 / (inputs + outputs)).squareRoot()
      return .uniform(shape, in: -limit...limit, using: &random)
    case .normal(let deviation): return .normal(shape, deviation: deviation, using: &random)
    case .zero: return .zeros(shape)
    }
  }
}
