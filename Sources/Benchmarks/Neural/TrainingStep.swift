import Autograd
import Foundation
import Learning
import Networks
import Raster
import Tensors

/// A step of Adam on a U-Net: eight images of 128 pixels, about 1.6 GFLOP each forward.
enum TrainingStep {
  struct Figures: Encodable {
    let seconds: Double
    /// The most that was held, less what was held before the first step.
    let megabytes: Double
    let libtorchSeconds: Double?
    let libtorchMegabytes: Double?
  }

  private static let batch = 8
  private static let side = 128
  private static let classes = 4

  /// The median of `turns` steps, after one that is not counted.
  static func measure(turns: Int, threads: Int, peer: PythonPeer?) throws -> Figures {
    var random = RandomStream(seed: 1, stream: 0)
    let network = UNet(3, classes: classes, widths: [32, 48, 64, 96], using: &random)
    var trainer = Trainer(network, Adam(for: network, rate: 1e-3), seed: 1)
    let images = Tensor.normal([batch, 3, side, side], using: &random)
    let labels = (0..<batch * side * side).map { Int32($0 / 7 % classes) }
    let before = try kilobytes("VmRSS")
    var own: [Double] = []
    var others: [[Double]] = []
    try Compute.with(Work(threads: threads)) {
      for _ in 0...turns {
        let start = ContinuousClock.now
        _ = try trainer.update { crossEntropy($0(Variable(images)), labels: labels) }
        own.append((ContinuousClock.now - start) / .seconds(1))
        if let peer { others.append(try peer.answer(to: "step \(batch) \(side)")) }
      }
    }
    return Figures(
      seconds: median(Array(own.dropFirst())),
      megabytes: Double(try kilobytes("VmHWM") - before) / 1024,
      libtorchSeconds: peer == nil ? nil : median(others.dropFirst().map { $0[0] }),
      libtorchMegabytes: others.last?[1])
  }

  /// A field of the process's status.
  static func kilobytes(_ field: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    return status.split(separator: "\n").first { $0.hasPrefix(field) }
      .flatMap { Int($0.split(whereSeparator: \.isWhitespace)[1]) } ?? 0
  }
}
