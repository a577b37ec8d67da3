import Tensors

// Normalisation: mean 0 and variance 1 over some of the axes. Which axes is what the kinds differ
// in.

/// Over the channels of each group and all pixels, for each image by itself; then a scale and a shift for each channel.
///
/// - Parameters:
///   - x: `[N, C, ...]`.
///   - groups: a divisor of C; C of them normalise each channel by itself (instance normalisation).
///   - scale: `[C]`; nil is 1.
///   - shift: `[C]`; nil is 0.
public func groupNormalised(
  _ x: Variable, groups: Int, scale: Variable? = nil, shift: Variable? = nil, epsilon: Float = 1e-5
) -> Variable {
  let (result, moments) = x.value.groupNormalised(
    groups: groups, scale: scale?.value, shift: shift?.value, epsilon: epsilon)
  let backward = SharedRule { gradient -> [Variable] in
    if Tape.isRecording {
      return recordedBackward(gradient, x, groups: groups, scale: scale, epsilon: epsilon)
    }
    let made = x.value.groupNormalisationGradient(
      gradient.value, moments, groups: groups, scale: scale?.value)
    return [made.input, made.scale, made.shift].map { Variable($0) }
  }
  var inputs = [(x, { backward($0)[0] })]
  if let scale { inputs.append((scale, { backward($0)[1] })) }
  if let shift { inputs.append((shift, { backward($0)[2] })) }
  return .recorded(result, inputs)
}

/// The gradients of a group normalisation as formulas, to be differentiated again.
private func recordedBackward(
  _ gradient: Variable, _ x: Variable, groups: Int, scale: Variable?, epsilon: Float
) -> [Variable] {
  let rows = [x.shape[0], groups, x.value.count / (x.shape[0] * groups)]
  let channels = [1, x.shape[1]] + x.shape.dropFirst(2).map { _ in 1 }
  let (centred, variance) = moments(x.reshaped(rows), to: [rows[0], groups, 1])
  let inverse = reciprocalSqrt(variance + Variable(Tensor(epsilon)))
  let y = centred * inverse
  let scaled = (scale.map { gradient * $0.reshaped(channels) } ?? gradient).reshaped(rows)
  let ofInput = inverse * (scaled - scaled.mean(over: -1) - y * (scaled * y).mean(over: -1))
  return [
    ofInput.reshaped(x.shape),
    (gradient * y.reshaped(x.shape)).sum(to: channels).reshaped([x.shape[1]]),
    gradient.sum(to: channels).reshaped([x.shape[1]]),
  ]
}

/// Over the channels of each pixel (positional normalisation).
///
/// - Parameter x: `[N, C, H, W]`.
public func positionNormalised(_ x: Variable, epsilon: Float = 1e-5) -> Variable {
  let (centred, variance) = moments(x, to: x.shape.enumerated().map { $0 == 1 ? 1 : $1 })
  return centred * reciprocalSqrt(variance + Variable(Tensor(epsilon)))
}

/// Scaled so that the mean square over the channels of each pixel is 1 (StyleGAN's pixel norm).
///
/// - Parameter x: `[N, C, ...]`.
public func pixelNormalised(_ x: Variable, epsilon: Float = 1e-8) -> Variable {
  x * reciprocalSqrt(square(x).mean(over: 1) + Variable(Tensor(epsilon)))
}

/// Scaled to length 1 along `axis`.
///
/// - Parameter epsilon: added to the square of the length.
public func unitLength(_ x: Variable, axis: Int = 1, epsilon: Float = 1e-12) -> Variable {
  x * reciprocalSqrt(square(x).sum(over: axis) + Variable(Tensor(epsilon)))
}

/// `x` less its mean, and its variance, over the axes where `shape` has 1.
public func moments(_ x: Variable, to shape: [Int]) -> (centred: Variable, variance: Variable) {
  let centred = x - x.mean(to: shape)
  return (centred, square(centred).mean(to: shape))
}
