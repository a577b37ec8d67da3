internal import Autograd
internal import Networks
internal import Raster
internal import Tensors

/// A head that learned parts on features that do not change.
struct TaughtHead: Sendable {
  private let head: PartHead
  /// The number of parts.
  let parts: Int

  /// Learns as `PartHead.init(taughtOn:)` does, from drawings of one size.
  init(
    features: [Tensor], start: [Tensor]? = nil, labels: [[Int32]], parts: Int, seed: UInt64,
    work: Work
  ) {
    head = Compute.with(work) {
      PartHead(
        taughtOn: features, start: start, labels: labels, parts: parts, seed: seed
      ) { _ in }
    }
    self.parts = parts
  }

  /// Scores of the parts, `[N, parts, H, W]`.
  func callAsFunction(_ features: Variable) -> Variable { head(features) }
}

/// The likeliest part of each pixel of each picture.
///
/// - Parameter scores: `[N, parts, H, W]`.
func likeliest(_ scores: Tensor) -> [Plane<UInt8>] {
  let (count, parts, height, width) = (
    scores.shape[0], scores.shape[1], scores.shape[2], scores.shape[3]
  )
  let area = width * height
  return scores.withValues { scores in
    (0..<count).map { index in
      let first = index * parts * area
      return Plane(
        width: width, height: height,
        elements: (0..<area).map { pixel in
          var best = 0
          for part in 1..<parts
          where scores[first + part * area + pixel] > scores[first + best * area + pixel] {
            best = part
          }
          return UInt8(best)
        })
    }
  }
}
