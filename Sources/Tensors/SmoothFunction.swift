import Glibc

/// A function of one number and its first two derivatives, for the compiler to build loops around.
///
/// Kernels are generic over these types, not given closures: only so is each loop compiled for its
/// function, without a call an element.
protocol SmoothFunction {
  func value(_ x: Float) -> Float
  func slope(_ x: Float) -> Float
  func bend(_ x: Float) -> Float
}

enum SmoothFunctions {
  struct Exponential: SmoothFunction {
    func value(_ x: Float) -> Float { exponential(x) }
    func slope(_ x: Float) -> Float { exponential(x) }
    func bend(_ x: Float) -> Float { exponential(x) }
  }

  struct Logarithm: SmoothFunction {
    func value(_ x: Float) -> Float { logf(x) }
    func slope(_ x: Float) -> Float { 1 / x }
    func bend(_ x: Float) -> Float { -1 / (x * x) }
  }

  struct SquareRoot: SmoothFunction {
    func value(_ x: Float) -> Float { x.squareRoot() }
    func slope(_ x: Float) -> Float { 0.5 / x.squareRoot() }
    func bend(_ x: Float) -> Float { -0.25 / (x * x.squareRoot()) }
  }

  struct ReciprocalSquareRoot: SmoothFunction {
    func value(_ x: Float) -> Float { 1 / x.squareRoot() }
    func slope(_ x: Float) -> Float { -0.5 / (x * x.squareRoot()) }
    func bend(_ x: Float) -> Float { 0.75 / (x * x * x.squareRoot()) }
  }

  struct Reciprocal: SmoothFunction {
    func value(_ x: Float) -> Float { 1 / x }
    func slope(_ x: Float) -> Float { -1 / (x * x) }
    func bend(_ x: Float) -> Float { 2 / (x * x * x) }
  }

  struct Square: SmoothFunction {
    func value(_ x: Float) -> Float { x * x }
    func slope(_ x: Float) -> Float { 2 * x }
    func bend(_ x: Float) -> Float { 2 }
  }

  struct Absolute: SmoothFunction {
    func value(_ x: Float) -> Float { abs(x) }
    func slope(_ x: Float) -> Float { x > 0 ? 1 : (x < 0 ? -1 : 0) }
    func bend(_ x: Float) -> Float { 0 }
  }

  struct Sigmoid: SmoothFunction {
    func value(_ x: Float) -> Float { logistic(x) }
    func slope(_ x: Float) -> Float {
      let s = logistic(x)
      return s * (1 - s)
    }
    func bend(_ x: Float) -> Float {
      let s = logistic(x)
      return s * (1 - s) * (1 - 2 * s)
    }
  }

  struct Tanh: SmoothFunction {
    func value(_ x: Float) -> Float { hyperbolicTangent(x) }
    func slope(_ x: Float) -> Float {
      let t = hyperbolicTangent(x)
      return 1 - t * t
    }
    func bend(_ x: Float) -> Float {
      let t = hyperbolicTangent(x)
      return -2 * t * (1 - t * t)
    }
  }

  struct SiLU: SmoothFunction {
    func value(_ x: Float) -> Float { x * logistic(x) }
    func slope(_ x: Float) -> Float {
      let s = logistic(x)
      return s * (1 + x * (1 - s))
    }
    func bend(_ x: Float) -> Float {
      let s = logistic(x)
      return s * (1 - s) * (2 + x * (1 - 2 * s))
    }
  }

  struct Softplus: SmoothFunction {
    func value(_ x: Float) -> Float { softPlus(x) }
    func slope(_ x: Float) -> Float { logistic(x) }
    func bend(_ x: Float) -> Float { Sigmoid().slope(x) }
  }

  struct LeakyReLU: SmoothFunction {
    let leak: Float
    func value(_ x: Float) -> Float { x > 0 ? x : leak * x }
    func slope(_ x: Float) -> Float { x > 0 ? 1 : leak }
    func bend(_ x: Float) -> Float { 0 }
  }

  struct Clamp: SmoothFunction {
    let low: Float
    let high: Float
    func value(_ x: Float) -> Float { min(max(x, low), high) }
    func slope(_ x: Float) -> Float { x >= low && x <= high ? 1 : 0 }
    func bend(_ x: Float) -> Float { 0 }
  }
}
