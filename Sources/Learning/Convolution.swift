public import Autograd
public import Tensors

/// A convolution with its filters: `[N, C, H, W]` to `[N, O, H', W']`.
///
/// Unless padding is told, there is as much as keeps the sides of the image (with stride 1 and an
/// odd kernel).
public struct Convolution: Trainable {
  public var weight: Variable
  public var bias: Variable?
  public var spectral: SpectralNorm?
  private let steps: ConvolutionSteps
  private let border: LinearMap.Border
  private let activation: ConvolutionActivation

  /// - Parameters:
  ///   - padding: pixels on each side.
  ///   - border: what they are.
  ///   - activation: applied in the same pass.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Int? = nil,
    dilation: Int = 1, groups: Int = 1, border: LinearMap.Border = .zero, bias: Bool = true,
    activation: ConvolutionActivation = .none, spectral: Bool = false,
    initialisation: Initialisation = .kaiming, using random: inout RandomStream
  ) {
    require(
      inputs % groups == 0, "Convolution: \(inputs) channels in \(groups) groups")
    let shape = [outputs, inputs / groups, kernel, kernel]
    weight = Variable(initialisation(shape, using: &random))
    self.bias = bias ? Variable(.zeros([outputs])) : nil
    self.spectral = spectral ? SpectralNorm(outputs: outputs, using: &random) : nil
    steps = ConvolutionSteps(
      stride: stride, padding: Padding(padding ?? (kernel - 1) * dilation / 2),
      dilation: dilation, groups: groups)
    self.border = border
    self.activation = activation
  }

  /// - Parameter added: of the output's shape, added in the same pass; only without an activation.
  public func callAsFunction(_ x: Variable, adding added: Variable? = nil) -> Variable {
    var steps = steps
    var x = x
    if border != .zero {
      x = x.padded(steps.padding, border)
      steps.padding = .none
    }
    return convolution(
      x, spectral?(weight) ?? weight, bias: bias, steps, activation: activation,
      adding: added)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("weight", &weight)
    visit("bias", &bias)
    visit("spectral", &spectral)
  }
}

/// A transposed convolution with its filters: `[N, C, H, W]` to `[N, O, stride · H, stride · W]`
/// where the kernel is twice the stride and the padding half of it.
public struct TransposedConvolution: Trainable {
  public var weight: Variable
  public var bias: Variable?
  private let steps: ConvolutionSteps

  /// A layer from `inputs` to `outputs` channels, with filters of `kernel` × `kernel`; `weight` is `[C, O, K, K]`.
  ///
  /// - Parameters:
  ///   - stride: times as large as the input is the output.
  ///   - padding: pixels on each side that are cut off the output.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Int = 4, stride: Int = 2, padding: Int = 1,
    bias: Bool = true, initialisation: Initialisation = .kaiming, using random: inout RandomStream
  ) {
    // Filters are stored by input, but each output is a sum over the inputs.
    let weights = initialisation([outputs, inputs, kernel, kernel], using: &random)
    weight = Variable(weights.permuted([1, 0, 2, 3]))
    self.bias = bias ? Variable(.zeros([outputs])) : nil
    steps = ConvolutionSteps(stride: stride, padding: Padding(padding))
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    transposedConvolution(x, weight, bias: bias, steps)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("weight", &weight)
    visit("bias", &bias)
  }
}
