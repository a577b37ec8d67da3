import Tensors

// Normalisation: mean 0 and variance 1 over some of the axes. Which axes is what the kinds differ
// in.

/// Over the channels of each group and all pixels, for each image by itself.
///
/// - Parameters:
///   - x: `[N, C, ...]`.
///   - groups: a divisor of C; C of them normalise each channel by itself (instance normalisation).
public func groupNormalised(_ x: Variable, groups: Int, epsilon: Float = 1e-5) -> Variable {
  require(
    x.shape.count >= 2 && groups > 0 && x.shape[1] % groups == 0,
    "group normalisation: \(groups) groups of \(x.shape)")
  let rows = x.reshaped(x.shape[0], groups, x.value.count / (x.shape[0] * groups))
  return rowsNormalised(rows, epsilon: epsilon).reshaped(x.shape)
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

/// Each row of the last axis shifted to mean 0 and scaled to variance 1.
public func rowsNormalised(_ x: Variable, epsilon: Float = 1e-5) -> Variable {
  let (rows, inverse) = x.value.standardised(epsilon: epsilon)
  return Standardisation(
    source: x.withoutValue, rows: rows, inverseDeviation: inverse
  ).normalised
}

/// The values that the backward pass of a normalisation keeps: its result and one over the deviations, not its
/// input.
private struct Standardisation {
  let source: Variable
  let rows: Tensor
  let inverseDeviation: Tensor

  var normalised: Variable {
    .recorded(
      rows,
      (
        source,
        { gradient in
          if !Tape.isRecording {
            return Variable(
              rows.standardisationGradient(gradient.value, inverseDeviation: inverseDeviation))
          }
          let y = self.normalised
          return self.deviation
            * (gradient - gradient.mean(over: -1) - y * (gradient * y).mean(over: -1))
        }
      ))
  }

  /// One over the deviation r, on the tape: ∂r / ∂x = -r² y / length.
  private var deviation: Variable {
    .recorded(
      inverseDeviation,
      (
        source,
        { gradient in
          self.normalised * square(self.deviation) * gradient * (-1 / Float(rows.shape.last!))
        }
      ))
  }
}
