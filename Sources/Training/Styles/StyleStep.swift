internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// The time of a StyleGAN2's training step, for benchmarks.
public struct StyleStep {
  public static let batch = StyleTrainer.batch

  private var trainer: StyleTrainer
  private let real: [Tensor]
  private let work: Work

  /// Of networks of a side in pixels and of channels at it and at most, on random pictures.
  public init(side: Int, width: Int, widest: Int, threads: Int) {
    trainer = StyleTrainer(StyleShape(side: side, width: width, widest: widest), seed: 1)
    var random = RandomStream(seed: 2, stream: 0)
    let size = StyleTrainer.batch / Shards.count
    real = (0..<Shards.count).map { _ in
      .uniform([size, 3, side, side], in: -1...1, using: &random)
    }
    work = Work(threads: threads)
  }

  /// Seconds of a step, what R1 every 16th and path length every 4th take counted in.
  public mutating func seconds() throws -> Double {
    func time(_ step: Int, _ trainer: inout StyleTrainer) throws -> Double {
      trainer.step = step
      let start = ContinuousClock.now
      _ = try trainer.update(real: real, ranks: SingleRank(), work: work)
      return (ContinuousClock.now - start) / .seconds(1)
    }
    let plain = try time(1, &trainer)
    let withLengths = try time(4, &trainer)
    let withBoth = try time(16, &trainer)
    return plain + (withLengths - plain) / 4 + (withBoth - withLengths) / 16
  }
}
