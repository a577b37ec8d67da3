/// The convolution of a batch of images with a bank of filters.
///
/// - Parameters:
///   - input: `[N, C, H, W]`.
///   - weight: `[O, C / groups, K, K]`; the sides may differ.
///   - bias: `[O]`.
///   - activation: applied to the result in the same pass.
///   - added: `[N, O, H', W']`, added after the activation; nil is zeros.
///   - keepsFilters: whether what is made of `weight` on the way stays with it, up to seven times its memory, until it
///     changes: for weights that are used again.
/// - Returns: `[N, O, H', W']` with `H' = (H + padding - dilation * (K - 1) - 1) / stride + 1`.
/// - Complexity: O(N · O · H' · W' · C / groups · K²) multiply-adds.
public func convolution(
  _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, _ steps: ConvolutionSteps,
  activation: ConvolutionActivation = .none, adding added: Tensor? = nil,
  keepsFilters: Bool = false
) -> Tensor {
  let shape = ConvolutionShape(input: input.shape, weight: weight.shape, steps)
  if let bias {
    require(
      bias.shape == [shape.o], "convolution: bias \(bias.shape), weight \(weight.shape)")
  }
  if let added {
    require(
      added.shape == shape.output, "convolution: adding \(added.shape) to \(shape.output)")
  }
  return Tensor(shape.output) { output in
    read(input, bias ?? weight, added ?? weight) { input, biases, sums in
      RawConvolution(shape: shape, work: Compute.work).forward(
        input: input, weight: weight.storage, keepsFilters: keepsFilters,
        bias: bias == nil ? nil : biases, activation: activation,
        adding: added == nil ? nil : sums, output: output)
    }
  }
}

/// The gradient of a convolution's input, from that of its output; also the transposed convolution.
///
/// - Parameters:
///   - gradient: `[N, O, H', W']`.
///   - inputSides: `H` and `W`.
public func convolutionGradientOfInput(
  _ gradient: Tensor, _ weight: Tensor, inputSides: (Int, Int), _ steps: ConvolutionSteps
) -> Tensor {
  require(
    gradient.shape.count == 4 && weight.shape.count == 4,
    "convolution's gradient: \(gradient.shape), weight \(weight.shape)")
  let shape = ConvolutionShape(
    input: [gradient.shape[0], weight.shape[1] * steps.groups, inputSides.0, inputSides.1],
    weight: weight.shape, steps)
  require(
    shape.output == gradient.shape,
    "convolution's gradient: \(gradient.shape), where input \(shape.input) gives \(shape.output)")
  return Tensor(shape.input) { result in
    read(gradient, weight) { gradient, weight in
      RawConvolution(shape: shape, work: Compute.work).gradientOfInput(
        gradient: gradient, weight: weight, into: result)
    }
  }
}

/// The gradient of a convolution's weight, from that of its output.
///
/// - Parameters:
///   - gradient: `[N, O, H', W']`.
///   - input: `[N, C, H, W]`.
///   - kernel: height and width of the filters.
public func convolutionGradientOfWeight(
  _ gradient: Tensor, _ input: Tensor, kernel: (Int, Int), _ steps: ConvolutionSteps
) -> Tensor {
  require(
    gradient.shape.count == 4 && input.shape.count == 4,
    "convolution's gradient: \(gradient.shape), input \(input.shape)")
  let shape = ConvolutionShape(
    input: input.shape,
    weight: [gradient.shape[1], input.shape[1] / steps.groups, kernel.0, kernel.1], steps)
  require(
    shape.output == gradient.shape,
    "convolution's gradient: \(gradient.shape), where input \(input.shape) gives \(shape.output)")
  return Tensor(shape.weight) { result in
    read(gradient, input) { gradient, input in
      RawConvolution(shape: shape, work: Compute.work).gradientOfWeight(
        gradient: gradient, input: input, into: result)
    }
  }
}
