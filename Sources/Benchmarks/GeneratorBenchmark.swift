import Figures
import Foundation
import Raster

/// How fast characters are drawn for training: `benchmarks generator`.
///
/// Pairs with all their truth, in memory; on one thread, and a pair a thread on two.
struct GeneratorBenchmark {
  func run() {
    print("side    threads   pairs a second   ms a pair and thread")
    for (side, count) in [(256, 60), (512, 24), (1024, 8), (2048, 2)] {
      for threads in [1, 2] { measure(side, count: count, threads: threads) }
    }
    print(
      "generator \(FigurePair.version), fingerprint",
      String(FigurePair.generatorFingerprint(), radix: 16))
  }

  private func measure(_ side: Int, count: Int, threads: Int) {
    let time = ContinuousClock().measure {
      Work(threads: threads).forEachBand(of: count, smallest: 1) { band in
        for seed in band { _ = FigurePair(seed: UInt64(seed), width: side, height: side) }
      }
    }
    let seconds = time / .seconds(1)
    print(
      String(
        format: "%4d %10d %16.1f %22.1f", side, threads, Double(count) / seconds,
        seconds * 1000 * Double(threads) / Double(count)))
  }
}
