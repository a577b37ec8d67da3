public import Autograd
public import Tensors

/// `x · weightᵀ + bias`: `[..., I]` to `[..., O]`.
public struct Linear: Trainable {
  public var weight: Variable
  public var bias: Variable?
  public var spectral: SpectralNorm?

  /// A layer from `inputs` to `outputs` numbers; `weight` is `[O, I]`, `bias` `[O]`.
  ///
  /// - Parameter spectral: whether the weight is divided by its largest singular value.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, spectral: Bool = false,
    initialisation: Initialisation = .kaiming, using random: inout RandomStream
  ) {
    weight = Variable(initialisation([outputs, inputs], using: &random))
    self.bias = bias ? Variable(.zeros([outputs])) : nil
    self.spectral = spectral ? SpectralNorm(outputs: outputs, using: &random) : nil
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    linear(x, spectral?(weight) ?? weight, bias: bias)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("weight", &weight)
    visit("bias", &bias)
    visit("spectral", &spectral)
  }
}
