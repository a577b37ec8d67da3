internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// How far generated pictures are from drawings that the training does not see, by what the matcher sees in them.
struct StyleFigures: Sendable {
  private static let batch = 16

  private let matcher: MatcherNetwork
  private let drawn: FeatureCloud
  private let seed: UInt64

  /// - Parameters:
  ///   - drawings: `[N, 3, side, side]`, −1…1.
  ///   - seed: of the generated pictures.
  init(matcher: MatcherNetwork, drawings: Tensor, seed: UInt64, work: Work) {
    self.matcher = matcher
    self.seed = seed
    drawn = FeatureCloud(Self.features(of: drawings, matcher, work))
  }

  /// - Returns: `distance`: Fréchet's, of as many generated pictures as there are drawings; `precision`: the share of them
  ///   that lie among the drawings; `recall`: of the drawings that lie among them.
  func figures(of generator: StyleGenerator, work: Work) -> [String: Double] {
    let generated = cloud(of: generator, work: work)
    return Compute.with(work) {
      [
        "distance": drawn.distance(to: generated), "precision": drawn.share(of: generated),
        "recall": generated.share(of: drawn),
      ]
    }
  }

  /// Of other pictures, `[N, 3, side, side]`, −1…1, for comparison.
  func distance(to drawings: Tensor, work: Work) -> Double {
    let features = Self.features(of: drawings, matcher, work)
    return Compute.with(work) { drawn.distance(to: FeatureCloud(features)) }
  }

  private func cloud(of generator: StyleGenerator, work: Work) -> FeatureCloud {
    let count = drawn.features.shape[0]
    return FeatureCloud(
      Self.features(of: count, matcher, work) { index, range in
        var random = RandomStream(seed: seed, stream: 2 << 56 | UInt64(index))
        let styles = generator.randomStyles(range.count, using: &random)
        return generator.synthesis(
          styles, noise: generator.noise(of: range.count, using: &random)
        ).picture
      })
  }

  private static func features(
    of pictures: Tensor, _ matcher: MatcherNetwork, _ work: Work
  ) -> Tensor {
    features(of: pictures.shape[0], matcher, work) { _, range in
      Variable(pictures.sliced(range, axis: 0))
    }
  }

  /// - Parameter pictures: those of a batch, by its number and their own; called on any thread.
  private static func features(
    of count: Int, _ matcher: MatcherNetwork, _ work: Work,
    _ pictures: @Sendable (Int, Range<Int>) -> Variable
  ) -> Tensor {
    let starts = Array(stride(from: 0, to: count, by: batch))
    let rows = work.mapItems(of: starts.count) { index in
      Compute.with(Work(threads: 1)) {
        row(of: pictures(index, starts[index]..<min(starts[index] + batch, count)), matcher)
      }
    }
    return Tensor(rows.flatMap { $0 }, [count, width])
  }

  private static let width = 2 * 64 + MatcherNetwork.parts

  /// Of each picture the mean and the deviation of the matcher's features over its pixels, and the shares of its parts.
  private static func row(of pictures: Variable, _ matcher: MatcherNetwork) -> [Float] {
    // The matcher knows drawings of some 256 pixels; small ones are enlarged.
    let side = max(128, pictures.shape[2])
    let shown = clamp((pictures + 1) * 0.5, 0...1).resizedBilinear(height: side, width: side)
    let seen = matcher.seen(in: shown, areLineArt: false)
    let (count, channels) = (seen.embedding.shape[0], seen.embedding.shape[1])
    let means = seen.embedding.mean(to: [count, channels, 1, 1])
    let (_, variance) = moments(seen.embedding, to: [count, channels, 1, 1])
    let parts = softmax(seen.partScores, axis: 1)
    let shares = parts.mean(to: [count, parts.shape[1], 1, 1])
    let all = concatenated([means, sqrt(variance), shares], axis: 1)
    return all.value.values
  }
}
