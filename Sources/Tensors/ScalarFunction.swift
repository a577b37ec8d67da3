/// A function of one number with its first two derivatives: enough for gradients of gradients.
///
/// Backward rules multiply a gradient with a derivative; so one kernel, `gradient · f⁽ᵏ⁾(x)`, is
/// forward (k = 0, no gradient), backward (k = 1) and second backward (k = 2) of every function
/// here.
public enum ScalarFunction: Sendable, Equatable {
  case exponential, logarithm, squareRoot, reciprocalSquareRoot, reciprocal, square, absolute
  case sigmoid, tanh, silu, softplus
  /// `x`, or `slope * x` below 0; the derivative at 0 is the slope.
  case leakyReLU(slope: Float)
  /// The nearest number in the range; the derivative on its ends is 1.
  case clamp(ClosedRange<Float>)

  /// `f⁽ᵏ⁾(x)`, times `gradient` where there is one.
  ///
  /// - Parameters:
  ///   - order: `k`, 0…2.
  ///   - gradient: the shape of `x`.
  public func callAsFunction(_ x: Tensor, order: Int = 0, times gradient: Tensor? = nil) -> Tensor {
    require((0...2).contains(order), "\(self) has two derivatives, not \(order)")
    if let gradient {
      require(
        gradient.shape == x.shape, "\(self): a gradient of \(gradient.shape) for \(x.shape)")
    }
    func run(_ curve: some SmoothFunction) -> Tensor { apply(curve, order, to: x, times: gradient) }
    return switch self {
    case .exponential: run(SmoothFunctions.Exponential())
    case .logarithm: run(SmoothFunctions.Logarithm())
    case .squareRoot: run(SmoothFunctions.SquareRoot())
    case .reciprocalSquareRoot: run(SmoothFunctions.ReciprocalSquareRoot())
    case .reciprocal: run(SmoothFunctions.Reciprocal())
    case .square: run(SmoothFunctions.Square())
    case .absolute: run(SmoothFunctions.Absolute())
    case .sigmoid: run(SmoothFunctions.Sigmoid())
    case .tanh: run(SmoothFunctions.Tanh())
    case .silu: run(SmoothFunctions.SiLU())
    case .softplus: run(SmoothFunctions.Softplus())
    case .leakyReLU(let slope): run(SmoothFunctions.LeakyReLU(leak: slope))
    case .clamp(let range):
      run(SmoothFunctions.Clamp(low: range.lowerBound, high: range.upperBound))
    }
  }
}

private func apply(
  _ curve: some SmoothFunction, _ order: Int, to x: Tensor, times gradient: Tensor?
) -> Tensor {
  Tensor(x.shape) { out in
    read(x, gradient ?? x) { values, factors in
      forEachBand(of: x.count, cost: 4) { band in
        switch (order, gradient == nil) {
        case (0, true): for i in band { out[i] = curve.value(values[i]) }
        case (1, true): for i in band { out[i] = curve.slope(values[i]) }
        case (_, true): for i in band { out[i] = curve.bend(values[i]) }
        case (0, false): for i in band { out[i] = factors[i] * curve.value(values[i]) }
        case (1, false): for i in band { out[i] = factors[i] * curve.slope(values[i]) }
        case (_, false): for i in band { out[i] = factors[i] * curve.bend(values[i]) }
        }
      }
    }
  }
}

/// `x` where `sign` is above 0, elsewhere `slope * x`: the backward pass of ReLU (slope 0) and
/// leaky ReLU, from their input or their output.
public func gate(_ x: Tensor, by sign: Tensor, slope: Float) -> Tensor {
  require(x.shape == sign.shape, "gate: \(x.shape) by \(sign.shape)")
  return Tensor(x.shape) { out in
    read(x, sign) { values, sign in
      forEachBand(of: x.count, cost: 2) { band in
        for i in band { out[i] = sign[i] > 0 ? values[i] : slope * values[i] }
      }
    }
  }
}
