import Foundation
import Training

/// A training step of StyleGAN2 at the shape that `nurie train gan` begins with, beside libtorch.
enum StyleTask {
  struct Figures: Encodable {
    let seconds: Double
    /// The most that was held, less what was held before.
    let megabytes: Double
    let libtorchSeconds: Double?
    let libtorchMegabytes: Double?
  }

  private static let (side, width, widest) = (64, 32, 64)

  /// Medians of `turns` turns, after one that is not counted.
  static func measure(turns: Int, threads: Int, peer: PythonPeer?) throws -> Figures {
    let before = try TrainingStep.kilobytes("VmRSS")
    var step = StyleStep(side: side, width: width, widest: widest, threads: threads)
    var own: [Double] = []
    var others: [Double] = []
    var megabytes: Double?
    for _ in 0...turns {
      own.append(try step.seconds())
      let task = "style \(side) \(width) \(widest) \(StyleStep.batch)"
      guard let parts = try peer?.answer(to: task) else { continue }
      others.append(parts[0] + parts[1] / 16 + parts[2] / 4)
      megabytes = parts[3]
      // Its threads wait awake for their next run, on the cores that are measured next.
      usleep(200_000)
    }
    return Figures(
      seconds: median(Array(own.dropFirst())),
      megabytes: Double(try TrainingStep.kilobytes("VmHWM") - before) / 1024,
      libtorchSeconds: peer == nil ? nil : median(Array(others.dropFirst())),
      libtorchMegabytes: megabytes)
  }
}
