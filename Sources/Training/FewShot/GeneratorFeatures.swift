internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

// What a generator knows of a picture that it draws: the activations of all its convolutions, at one size, one vector a pixel
// (Tritrong et al. 2021). They are brought to mean 0 and deviation 1, for layers differ.
//
// Cost: 0.5 GMAC a picture of 64 pixels for the head that reads them; 2 MB a thousand pixels.

/// The features of every pixel of a generator's pictures.
struct GeneratorFeatures: Sendable {
  private let generator: StyleGenerator
  /// `[1, count, 1, 1]`.
  private let mean: Variable
  private let scale: Variable

  /// - Complexity: that of 64 pictures.
  init(_ generator: StyleGenerator, seed: UInt64, work: Work) {
    self.generator = generator
    var random = RandomStream(seed: seed, stream: 6 << 56)
    // One after the other, for each picture's take some megabytes.
    let pictures = 64
    (mean, scale) = Compute.with(work) {
      var (sum, squares) = (Variable(Tensor(0)), Variable(Tensor(0)))
      for _ in 0..<pictures {
        let all = Self.activations(
          generator.synthesis(
            generator.randomStyles(1, using: &random),
            noise: generator.noise(of: 1, using: &random)))
        let shape = [1, all.shape[1], 1, 1]
        sum = sum + all.mean(to: shape)
        squares = squares + square(all).mean(to: shape)
      }
      let mean = sum * (1 / Float(pictures))
      let variance = squares * (1 / Float(pictures)) - square(mean)
      return (mean, reciprocalSqrt(clamp(variance, 0...Float.infinity) + Variable(Tensor(1e-6))))
    }
  }

  /// A picture's features, `[N, count, side, side]`.
  func callAsFunction(_ drawn: StyleGenerator.Synthesis) -> Variable {
    (Self.activations(drawn) - mean) * scale
  }

  /// The features of what was found of a picture, `[1, count, side, side]`.
  func features(of projection: Projection) -> Variable {
    self(
      generator.synthesis(
        Variable(projection.styles), noise: projection.noise.map { Variable($0) }))
  }

  private static func activations(_ drawn: StyleGenerator.Synthesis) -> Variable {
    let side = drawn.picture.shape[2]
    return concatenated(
      drawn.activations.map {
        $0.shape[2] == side ? $0 : $0.resizedBilinear(height: side, width: side)
      })
  }
}
