extension Tensor {
  /// Each row of the last axis shifted to mean 0 and scaled to variance 1.
  ///
  /// Mean and variance are found in two passes, not as a difference of squares, which would
  /// lose digits.
  ///
  /// - Parameter epsilon: added to the variance.
  /// - Returns: the rows, and one over the deviation of each, `[..., 1]`.
  public func standardised(epsilon: Float) -> (rows: Tensor, inverseDeviation: Tensor) {
    let (rows, length, _) = around(-1, of: "standardise")
    let inverse = Tensor(uninitialised: shape.dropLast() + [1])
    let result = Tensor(shape) { out in
      read(self, inverse) { x, _ in
        let inverse = inverse.storage.pointer
        forEachBand(of: rows, cost: 4 * length) { band in
          for row in band {
            let x = x + row * length
            let y = out + row * length
            let mean = longSum(RowTerms.Element(x: x), length) / Float(length)
            let squares = longSum(RowTerms.SquaredDeviation(x: x, mean: mean), length)
            let scale = 1 / (squares / Float(length) + epsilon).squareRoot()
            inverse[row] = scale
            for i in 0..<length { y[i] = (x[i] - mean) * scale }
          }
        }
      }
    }
    return (result, inverse)
  }

  /// The backward pass of `standardised`, called on its rows.
  ///
  /// - Parameter gradient: of the rows.
  public func standardisationGradient(_ gradient: Tensor, inverseDeviation: Tensor) -> Tensor {
    let (rows, length, _) = around(-1, of: "standardise")
    require(
      gradient.shape == shape && inverseDeviation.count == rows,
      "standardise: a gradient of \(gradient.shape) for \(shape)")
    return Tensor(shape) { out in
      read(self, gradient, inverseDeviation) { y, gradient, inverse in
        forEachBand(of: rows, cost: 4 * length) { band in
          for row in band {
            let y = y + row * length
            let g = gradient + row * length
            let target = out + row * length
            let mean = longSum(RowTerms.Element(x: g), length) / Float(length)
            let slope = longSum(RowTerms.Product(x: g, y: y), length) / Float(length)
            let scale = inverse[row]
            for i in 0..<length { target[i] = scale * (g[i] - mean - y[i] * slope) }
          }
        }
      }
    }
  }
}
