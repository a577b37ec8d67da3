import Autograd
import Foundation
import Learning
import Raster
import Tensors
import Training

/// Convolutions, training steps and learning itself, beside libtorch, onnxruntime and jax: `./nurie bench neural`.
///
/// Both sides take turns, so that a busy machine is busy for both, and have two threads each. A row's figure is the median of
/// its turns, in GFLOP/s counted the plain way: 2 · N · O · C · K² · H · W forward, three times that for both passes, however
/// few operations the row's method takes.
struct NeuralBenchmark {
  private let isJSON: Bool
  private let turns: Int
  private let threads = 2

  init(arguments: [String]) {
    isJSON = arguments.contains("--json")
    turns =
      arguments.value(after: "--turns").flatMap(Int.init) ?? 7
  }

  private struct Row: Encodable {
    let name: String
    /// The side of the filters.
    let kernel: Int
    let forward: Double
    let both: Double
    let libtorchForward: Double?
    let libtorchBoth: Double?
    /// How it is computed: by fewer operations than are counted, where not directly.
    let method: String
    /// The largest of some results, as a share of the largest result.
    let error: Double
  }

  private struct Report: Encodable {
    var rows: [Row] = []
    var step: TrainingStep.Figures
    var style: StyleTask.Figures
    var matcher: MatcherTask.Figures
    var learning: Learning
  }

  /// A U-Net that learned `ShapePictures`.
  private struct Learning: Encodable {
    /// Mean intersection over union of ground and the three shapes, on pictures it never saw.
    let overlap: Double
    let seconds: Double
  }

  func run() throws {
    let peer = try PythonPeer(script: "libtorch", needs: "torch")
    if peer == nil {
      FileHandle.standardError.write(
        Data("libtorch is missing (Debian: python3-torch): nurie is measured alone.\n".utf8))
    }
    // First, while this process is small: memory is what the step adds to it.
    let step = try TrainingStep.measure(turns: turns, threads: threads, peer: peer)
    let style = try StyleTask.measure(turns: min(3, turns), threads: threads, peer: peer)
    let matcher = try MatcherTask(threads: threads).measure(turns: turns, libtorch: peer)
    let start = ContinuousClock.now
    let overlap = try ShapeLearning.overlap(threads: threads)
    let learning = Learning(overlap: overlap, seconds: (ContinuousClock.now - start) / .seconds(1))
    var report = Report(step: step, style: style, matcher: matcher, learning: learning)
    for shape in ConvolutionTask.all {
      report.rows.append(try row(shape, peer: peer))
    }
    if isJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      printTable(report)
    }
  }

  private func row(_ task: ConvolutionTask, peer: PythonPeer?) throws -> Row {
    var own: [[Double]] = []
    var others: [[Double]] = []
    for _ in 0..<turns {
      own.append(task.seconds(threads: threads))
      if let peer { others.append(try peer.answer(to: task.line)) }
    }
    func speed(_ runs: [[Double]], _ index: Int) -> Double? {
      guard !runs.isEmpty else { return nil }
      let passes = index == 0 ? 1.0 : 3
      return passes * task.operations / median(runs.map { $0[index] }) / 1e9
    }
    return Row(
      name: task.name, kernel: task.kernel, forward: speed(own, 0)!, both: speed(own, 1)!,
      libtorchForward: speed(others, 0), libtorchBoth: speed(others, 1),
      method: task.method.rawValue, error: task.error(threads: threads))
  }

  private func printTable(_ report: Report) {
    print(
      "GFLOP/s            forward  libtorch  ratio      both  libtorch  ratio  method    error")
    for row in report.rows {
      func cells(_ own: Double, _ other: Double?) -> String {
        guard let other else { return String(format: "%9.1f         –      –", own) }
        return String(format: "%9.1f %9.1f %6.2f", own, other, own / other)
      }
      print(
        "\(row.kernel)×\(row.kernel) \(row.name)".padding(toLength: 17, withPad: " ", startingAt: 0)
          + cells(row.forward, row.libtorchForward) + " " + cells(row.both, row.libtorchBoth)
          + "  " + row.method.padding(toLength: 8, withPad: " ", startingAt: 0)
          + String(format: "  %.1e", row.error))
    }
    let step = report.step
    print(
      String(format: "\nU-Net step  %.2f s, %.0f MB", step.seconds, step.megabytes)
        + (step.libtorchSeconds.map {
          String(format: "; libtorch %.2f s, %.0f MB", $0, step.libtorchMegabytes!)
        } ?? ""))
    let style = report.style
    print(
      String(
        format: "StyleGAN2   a step of %d pictures %.2f s, %.0f MB", StyleStep.batch,
        style.seconds, style.megabytes)
        + (style.libtorchSeconds.map {
          String(
            format: "; libtorch %.2f s, %.2f times as long, %.0f MB", $0, $0 / style.seconds,
            style.libtorchMegabytes!)
        } ?? ""))
    let matcher = report.matcher
    print(
      String(format: "matcher     a look at %d px: %.3f s", matcher.side, matcher.seconds)
        + (matcher.onnxruntimeSeconds.map {
          String(
            format: "; onnxruntime %.3f s, %.2f times as long, embeddings differ by %.1e", $0,
            $0 / matcher.seconds, matcher.difference!)
        } ?? "; onnxruntime is missing (PyPI: onnx, onnxruntime; NURIE_PYTHON names its Python)"))
    print(
      String(format: "            a training step: %.2f s", matcher.stepSeconds)
        + (matcher.libtorchStepSeconds.map {
          String(format: "; libtorch %.2f s, %.2f times as long", $0, $0 / matcher.stepSeconds)
        } ?? "")
        + (matcher.jaxStepSeconds.map {
          String(format: "; jax %.2f s, %.2f times as long", $0, $0 / matcher.stepSeconds)
        } ?? "; jax is missing (PyPI: jax; NURIE_PYTHON names its Python)"))
    let learning = report.learning
    print(
      String(
        format: "learning    IoU %.3f after %.0f s (goal 0.9 in 120 s)", learning.overlap,
        learning.seconds))
  }
}

func median(_ values: [Double]) -> Double {
  values.sorted()[values.count / 2]
}
