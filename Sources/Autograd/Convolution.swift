public import Tensors

// A convolution is linear in the image and in the filters. So are its two gradients, and each of
// the three is made of the other two when it is differentiated: nothing else is needed for any
// order.

/// The convolution of a batch of images with a bank of filters.
///
/// - Parameters:
///   - x: `[N, C, H, W]`.
///   - weight: `[O, C / groups, K, K]`.
///   - bias: `[O]`.
///   - activation: applied in the same pass.
///   - added: `[N, O, H', W']`, added after the activation in the same pass; no activation then.
/// - Returns: `[N, O, H', W']` with `H' = (H + padding - dilation * (K - 1) - 1) / stride + 1`.
/// - Complexity: O(N · O · H' · W' · C / groups · K²) multiply-adds. What is made on the way of a weight that is not tracked
///   stays with it, up to seven times its memory, until it changes.
public func convolution(
  _ x: Variable, _ weight: Variable, bias: Variable? = nil, _ steps: ConvolutionSteps = .init(),
  activation: ConvolutionActivation = .none, adding added: Variable? = nil
) -> Variable {
  require(activation == .none || added == nil, "convolution: \(activation), then a sum")
  let result = Tensors.convolution(
    x.value, weight.value, bias: bias?.value, steps, activation: activation, adding: added?.value,
    keepsFilters: !weight.isTracked)
  // The gradient before the activation.
  let inner = SharedRule { gradient in
    guard case .leakyReLU(let slope) = activation else { return gradient }
    return gated(gradient, by: result, slope: slope)
  }
  var inputs: [(Variable, (Variable) -> Variable)] = [
    (
      x,
      { [shape = x.shape] in
        gradientOfInput(inner($0), weight, sides: (shape[2], shape[3]), steps)
      }
    ),
    (
      weight,
      { [shape = weight.shape] in
        gradientOfWeight(inner($0), x, kernel: (shape[2], shape[3]), steps)
      }
    ),
  ]
  if let bias {
    inputs.append(
      (
        bias,
        { [shape = bias.shape] in
          inner($0).sum(to: [1, shape[0], 1, 1]).reshaped(shape)
        }
      ))
  }
  if let added { inputs.append((added, { $0 })) }
  return .recorded(result, inputs)
}

/// The transposed convolution: each pixel puts a copy of the filters, scaled by it, into a larger
/// image.
///
/// - Parameters:
///   - x: `[N, C, H, W]`.
///   - weight: `[C, O / groups, K, K]`.
///   - bias: `[O]`.
///   - outputPadding: rows and columns added below and to the right, less than the stride, since
///     with a
///     stride several sides lead to the same number of positions.
/// - Returns: `[N, O, H', W']` with
///   `H' = (H - 1) * stride - padding + dilation * (K - 1) + 1 + outputPadding`.
public func transposedConvolution(
  _ x: Variable, _ weight: Variable, bias: Variable? = nil, _ steps: ConvolutionSteps = .init(),
  outputPadding: Int = 0
) -> Variable {
  require(
    x.shape.count == 4 && weight.shape.count == 4 && outputPadding < steps.stride,
    "transposed convolution: \(x.shape), weight \(weight.shape), output padding \(outputPadding)")
  func side(_ axis: Int, _ padding: Int) -> Int {
    (x.shape[axis] - 1) * steps.stride - padding + steps.dilation * (weight.shape[axis] - 1) + 1
      + outputPadding
  }
  let padding = steps.padding
  let sides = (side(2, padding.top + padding.bottom), side(3, padding.left + padding.right))
  let result = gradientOfInput(x, weight, sides: sides, steps)
  return bias.map { result + $0.reshaped(1, -1, 1, 1) } ?? result
}

private func gradientOfInput(
  _ gradient: Variable, _ weight: Variable, sides: (Int, Int), _ steps: ConvolutionSteps
) -> Variable {
  .recorded(
    convolutionGradientOfInput(gradient.value, weight.value, inputSides: sides, steps),
    (gradient, { convolution($0, weight, steps) }),
    (
      weight,
      { [shape = weight.shape] in
        gradientOfWeight(gradient, $0, kernel: (shape[2], shape[3]), steps)
      }
    ))
}

private func gradientOfWeight(
  _ gradient: Variable, _ x: Variable, kernel: (Int, Int), _ steps: ConvolutionSteps
) -> Variable {
  .recorded(
    convolutionGradientOfWeight(gradient.value, x.value, kernel: kernel, steps),
    (gradient, { convolution(x, $0, steps) }),
    (
      x,
      { [shape = x.shape] in
        gradientOfInput(gradient, $0, sides: (shape[2], shape[3]), steps)
      }
    ))
}
