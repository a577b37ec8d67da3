internal import Tensors

// Every change of side goes with a small binomial blur, so that no frequency is folded over (Karras et al. 2020, after
// Zhang 2019). All of them are linear maps of rows and columns.

extension LinearMap {
  private static let kernel: [Float] = [1, 3, 3, 1].map { $0 / 8 }

  /// Twice as many outputs: zeros are put between the inputs, and blurred.
  static func smoothedDoubling(_ inputs: Int) -> LinearMap {
    smoothed(inputs, up: 2, before: 2, after: 1)
  }

  /// Half as many outputs: blurred, then every other one is kept.
  static func smoothedHalving(_ inputs: Int) -> LinearMap {
    smoothed(inputs, down: 2, before: 1, after: 1)
  }

  /// Blurs what a transposed convolution of stride 2 made, to twice the side that went in.
  static func smoothedAfterDoubling(_ inputs: Int) -> LinearMap {
    smoothed(inputs, gain: 2, before: 1, after: 1)
  }

  /// Blurs what a convolution of stride 2 without padding is to make half as large.
  static func smoothedBeforeHalving(_ inputs: Int) -> LinearMap {
    smoothed(inputs, before: 2, after: 2)
  }

  /// - Parameter gain: what a constant is multiplied by, but for the zeros between.
  private static func smoothed(
    _ inputs: Int, up: Int = 1, down: Int = 1, gain: Float? = nil, before: Int, after: Int
  ) -> LinearMap {
    let gain = gain ?? Float(up)
    let last = up * inputs + before + after - kernel.count
    return LinearMap(
      inputs: inputs,
      taps: stride(from: 0, through: last, by: down).map { first in
        kernel.indices.compactMap { index in
          let position = first + index - before
          guard position >= 0, position % up == 0, position / up < inputs else { return nil }
          return (position / up, kernel[index] * gain)
        }
      })
  }
}
