internal import Autograd
internal import Learning
internal import Tensors

// Weights are kept at deviation 1 and scaled where they are used, so that the optimiser moves all of them alike ("equalised
// learning rate"). Rectifiers make what goes through √2 times as large, which keeps its deviation; the factor is taken into
// the weights before them, since leakyReLU(√2 · x) = √2 · leakyReLU(x).

private let gain = Float(2).squareRoot()

/// What is multiplied by weights of deviation 1.
private func scale(inputs: Int) -> Float { 1 / Float(inputs).squareRoot() }

/// `[N, I]` to `[N, O]`.
struct EqualizedLinear: Trainable {
  private var weight: Variable
  private var bias: Variable
  /// Times as fast as others it learns.
  private let rate: Float
  private let isRectified: Bool

  init(
    _ inputs: Int, _ outputs: Int, rate: Float = 1, bias: Float = 0, isRectified: Bool = false,
    using random: inout RandomStream
  ) {
    weight = Variable(.normal([outputs, inputs], deviation: 1 / rate, using: &random))
    self.bias = Variable(Tensor([Float](repeating: bias, count: outputs), [outputs]))
    self.rate = rate
    self.isRectified = isRectified
  }

  func callAsFunction(_ x: Variable) -> Variable {
    let factor = isRectified ? rate * gain : rate
    let result = linear(x, weight * (scale(inputs: weight.shape[1]) * factor), bias: bias * factor)
    return isRectified ? leakyRelu(result) : result
  }

  mutating func walk(_ visit: inout Walker) {
    visit("weight", &weight)
    visit("bias", &bias)
  }
}

/// `[N, C, H, W]` to `[N, O, H, W]`, or half as large.
struct EqualizedConvolution: Trainable {
  private var weight: Variable
  private var bias: Variable?
  private let isHalving: Bool

  /// - Parameter isRectified: with a bias, too.
  init(
    _ inputs: Int, _ outputs: Int, kernel: Int, isHalving: Bool = false, isRectified: Bool = true,
    using random: inout RandomStream
  ) {
    weight = Variable(.normal([outputs, inputs, kernel, kernel], using: &random))
    bias = isRectified ? Variable(.zeros([outputs])) : nil
    self.isHalving = isHalving
  }

  func callAsFunction(_ x: Variable) -> Variable {
    let kernel = weight.shape[2]
    let factor = scale(inputs: weight.shape[1] * kernel * kernel)
    let weight = weight * (bias == nil ? factor : factor * gain)
    var x = x
    var steps = ConvolutionSteps(padding: Padding(kernel / 2))
    if isHalving && kernel == 1 {
      // What a single pixel makes of those that are left out is not asked for.
      x = x.resampled(.smoothedHalving(x.shape[2]), .smoothedHalving(x.shape[3]))
    } else if isHalving {
      x = x.resampled(.smoothedBeforeHalving(x.shape[2]), .smoothedBeforeHalving(x.shape[3]))
      steps = ConvolutionSteps(stride: 2)
    }
    return convolution(
      x, weight, bias: bias.map { $0 * gain }, steps,
      activation: bias == nil ? .none : .leakyReLU(slope: 0.2))
  }

  mutating func walk(_ visit: inout Walker) {
    // Named by places in a row: the blur, the filters, the rectifier.
    let place = isHalving ? 1 : 0
    visit("\(place).weight", &weight)
    visit("\(place + 1).bias", &bias)
  }
}

/// A convolution whose inputs are weighted by a style: `[N, C, H, W]` to `[N, O, H, W]`, or twice as large.
///
/// The filters of each picture are the shared ones times its style, and then brought to length 1. Here the pictures are
/// multiplied before and after instead, which is the same and lets all pictures share the filters.
struct ModulatedConvolution: Trainable {
  private var weight: Variable
  private var modulation: EqualizedLinear
  private let isDoubling: Bool
  private let isDemodulated: Bool

  init(
    _ inputs: Int, _ outputs: Int, kernel: Int, styleWidth: Int, isDoubling: Bool = false,
    isDemodulated: Bool = true, using random: inout RandomStream
  ) {
    weight = Variable(.normal([outputs, inputs, kernel, kernel], using: &random))
    modulation = EqualizedLinear(styleWidth, inputs, bias: 1, using: &random)
    self.isDoubling = isDoubling
    self.isDemodulated = isDemodulated
  }

  /// - Parameters:
  ///   - style: `[N, S]`.
  ///   - gain: what the result is multiplied by, too.
  func callAsFunction(_ x: Variable, style: Variable, gain: Float = 1) -> Variable {
    let (outputs, inputs, kernel) = (weight.shape[0], weight.shape[1], weight.shape[2])
    let weight = weight * scale(inputs: inputs * kernel * kernel)
    let style = modulation(style)
    let x = x * style.reshaped(-1, inputs, 1, 1)
    var result: Variable
    if isDoubling {
      result = transposedConvolution(
        x, weight.permuted(1, 0, 2, 3), ConvolutionSteps(stride: 2))
      result = result.resampled(
        .smoothedAfterDoubling(result.shape[2]), .smoothedAfterDoubling(result.shape[3]))
    } else {
      result = convolution(x, weight, ConvolutionSteps(padding: Padding(kernel / 2)))
    }
    guard isDemodulated else { return result }
    let squares = square(weight).sum(to: [outputs, inputs, 1, 1]).reshaped(outputs, inputs)
    let lengths = reciprocalSqrt(linear(square(style), squares) + Variable(Tensor(1e-8)))
    return result * (lengths * gain).reshaped(-1, outputs, 1, 1)
  }

  mutating func walk(_ visit: inout Walker) {
    visit("weight", &weight)
    visit("modulation", &modulation)
  }
}

/// A modulated convolution with noise, bias and rectifier.
struct StyledLayer: Trainable {
  private var convolution: ModulatedConvolution
  private var noise: Variable
  private var bias: Variable

  init(
    _ inputs: Int, _ outputs: Int, styleWidth: Int, isDoubling: Bool = false,
    using random: inout RandomStream
  ) {
    convolution = ModulatedConvolution(
      inputs, outputs, kernel: 3, styleWidth: styleWidth, isDoubling: isDoubling, using: &random)
    noise = Variable(.zeros([1]))
    bias = Variable(.zeros([outputs]))
  }

  /// - Parameter noise: `[N, 1, H, W]` or `[1, 1, H, W]`, of the result's sides.
  func callAsFunction(_ x: Variable, style: Variable, noise: Variable) -> Variable {
    let result = convolution(x, style: style, gain: gain)
    let shift = (bias * gain).reshaped(1, -1, 1, 1)
    return leakyRelu(result + noise * (self.noise * gain).reshaped(1, 1, 1, 1) + shift)
  }

  mutating func walk(_ visit: inout Walker) {
    visit("conv", &convolution)
    visit("noise.weight", &noise)
    visit("activate.bias", &bias)
  }
}

/// The colours that a side's activations add to the picture.
struct ColourLayer: Trainable {
  private var convolution: ModulatedConvolution
  private var bias: Variable

  init(_ inputs: Int, styleWidth: Int, using random: inout RandomStream) {
    convolution = ModulatedConvolution(
      inputs, 3, kernel: 1, styleWidth: styleWidth, isDemodulated: false, using: &random)
    bias = Variable(.zeros([1, 3, 1, 1]))
  }

  /// - Parameter coarser: the picture at half the side.
  func callAsFunction(_ x: Variable, style: Variable, coarser: Variable?) -> Variable {
    let result = convolution(x, style: style) + bias
    guard let coarser else { return result }
    let (height, width) = (coarser.shape[2], coarser.shape[3])
    return result + coarser.resampled(.smoothedDoubling(height), .smoothedDoubling(width))
  }

  mutating func walk(_ visit: inout Walker) {
    visit("bias", &bias)
    visit("conv", &convolution)
  }
}
