import Autograd
import Foundation
import Learning
import Networks
import Raster
import Tensors

/// A small U-Net learns to tell shapes apart that are drawn on the fly: discs, outlines of squares, crosses, which may
/// hide one another, in any grey, on noise.
enum ShapeLearning {
  struct Figures: Encodable {
    /// Mean intersection over union of ground and the three shapes, on pictures it never saw.
    let overlap: Double
    let seconds: Double
  }

  private static let kinds = 4
  private static let side = 64
  private static let steps = 1000

  static func measure(threads: Int) throws -> Figures {
    let start = ContinuousClock.now
    var random = RandomStream(seed: 5, stream: 0)
    let network = UNet(1, classes: kinds, widths: [16, 24, 32, 32], using: &random)
    var trainer = Trainer(
      network, Adam(for: network, rate: 5e-3), schedule: .cosine(warmup: 10, steps: steps), seed: 5)
    return try Compute.with(Work(threads: threads)) {
      for _ in 0..<steps {
        var random = trainer.random(for: 1)
        let (images, labels) = drawn(8, using: &random)
        _ = try trainer.update { crossEntropy($0(Variable(images)), labels: labels) }
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      var unseen = RandomStream(seed: 99, stream: 0)
      let (images, labels) = drawn(64, using: &unseen)
      let scores = trainer.network(Variable(images)).value
      let guesses = scores.permuted([0, 2, 3, 1]).topIndices(1).values.map { Int32($0) }
      let overlaps = (0..<Int32(kinds)).map { kind in
        let pairs = zip(guesses, labels)
        let both = pairs.count { $0 == kind && $1 == kind }
        return Double(both) / Double(pairs.count { $0 == kind || $1 == kind })
      }
      return Figures(overlap: overlaps.reduce(0, +) / Double(kinds), seconds: seconds)
    }
  }

  /// Pictures `[N, 1, side, side]`, and what each pixel shows: 0 ground, 1 disc, 2 outline, 3 cross.
  private static func drawn(
    _ count: Int, using random: inout RandomStream
  ) -> (images: Tensor, labels: [Int32]) {
    var pixels: [Float] = []
    var labels: [Int32] = []
    for _ in 0..<count {
      let shapes = (0..<5).map { index in Shape(kind: index % 3 + 1, using: &random) }
      for index in 0..<side * side {
        let (x, y) = (Float(index % side), Float(index / side))
        let top = shapes.last { $0.covers(x, y) }
        labels.append(Int32(top?.kind ?? 0))
        pixels.append((top?.grey ?? 0) + 0.2 * random.nextNormal())
      }
    }
    return (Tensor(pixels, [count, 1, side, side]), labels)
  }

  private struct Shape {
    let kind: Int
    let x: Float
    let y: Float
    let radius: Float
    let grey: Float

    init(kind: Int, using random: inout RandomStream) {
      self.kind = kind
      x = Float(side) * random.nextUniform()
      y = Float(side) * random.nextUniform()
      radius = 6 + 6 * random.nextUniform()
      grey = 0.7 + 0.6 * random.nextUniform()
    }

    func covers(_ u: Float, _ v: Float) -> Bool {
      let (across, down) = (abs(u - x), abs(v - y))
      let farther = max(across, down)
      return switch kind {
      case 1: across * across + down * down < radius * radius
      case 2: abs(farther - radius) < 1.5
      default: farther < radius && min(across, down) < 2
      }
    }
  }
}
