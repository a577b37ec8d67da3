import Autograd
import Foundation
import Learning
import Networks
import Raster
import Tensors

/// The matcher's network beside other libraries: a look at a coloured picture beside onnxruntime with the same weights, a
/// training step beside libtorch and jax.
struct MatcherTask {
  struct Figures: Encodable {
    /// Of the picture that is looked at.
    let side: Int
    let seconds: Double
    let onnxruntimeSeconds: Double?
    /// The largest difference of the two embeddings, whose length is 1.
    let difference: Double?
    let stepSeconds: Double
    let libtorchStepSeconds: Double?
    let jaxStepSeconds: Double?
  }

  private static let side = 384
  /// Pairs and side of a training step.
  private static let (pairs, stepSide) = (4, 256)

  private let work: Work
  private let network: MatcherNetwork

  init(threads: Int) {
    work = Work(threads: threads)
    var random = RandomStream(seed: 3, stream: 0)
    var network = MatcherNetwork(using: &random)
    // Untrained blocks add nothing: here they do.
    network.forEachParameter { name, value in
      if name.hasSuffix("second.weight") {
        value = Variable(Tensor.normal(value.shape, deviation: 0.02, using: &random))
      }
    }
    self.network = network
  }

  /// Medians of `turns` turns, after one that is not counted.
  func measure(turns: Int, libtorch: PythonPeer?) throws -> Figures {
    let look = try look(turns: turns)
    let step = try step(
      turns: turns, peers: [libtorch, PythonPeer(script: "jax_peer", needs: "jax")])
    return Figures(
      side: Self.side, seconds: look.own, onnxruntimeSeconds: look.other,
      difference: look.difference, stepSeconds: step.own, libtorchStepSeconds: step.others[0],
      jaxStepSeconds: step.others[1])
  }

  private func look(turns: Int) throws -> (own: Double, other: Double?, difference: Double?) {
    let folder = NSTemporaryDirectory() + "nurie-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = RandomStream(seed: 4, stream: 0)
    let input = Tensor.uniform(
      [1, ColourInput.channels, Self.side, Self.side], in: -0.5...0.5, using: &random)
    try SafeTensors(tensors: network.namedTensors()).write(to: folder + "/weights")
    try input.withValues { Data(buffer: $0) }.write(to: URL(filePath: folder + "/input"))
    let peer = try PythonPeer(script: "onnx_peer", needs: "onnx, onnxruntime")
    let task = "matcher \(folder)/weights \(folder)/input \(Self.side) \(folder)/output"
    var seen: [Float] = []
    func look() {
      seen = Compute.with(work) {
        network(lines: nil, colours: Variable(input)).embedding.value.values
      }
    }
    let (own, others) = try turnByTurn(turns, [peer], task, runs: 5, own: look)
    let other = others[0]
    guard peer != nil else { return (own, nil, nil) }
    let output = try Data(contentsOf: URL(filePath: folder + "/output"))
    let values = output.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    let difference = zip(seen, values).map { abs($0 - $1) }.max()
    return (own, other, values.count == seen.count ? difference.map(Double.init) : .nan)
  }

  /// A step of Adam; the loss is one that both sides have: parts, and the embedding against given numbers.
  private func step(
    turns: Int, peers: [PythonPeer?]
  ) throws -> (own: Double, others: [Double?]) {
    var random = RandomStream(seed: 5, stream: 0)
    let side = Self.stepSide
    let lines = Tensor.uniform([Self.pairs, LineInput.channels, side, side], using: &random)
    let colours = Tensor.uniform([Self.pairs, ColourInput.channels, side, side], using: &random)
    let cells = side * side / 16
    let given = Tensor.normal(
      [2 * Self.pairs, network.channels, side / 4, side / 4], using: &random)
    let labels = (0..<2 * Self.pairs * cells).map { Int32($0 / 7 % MatcherNetwork.parts) }
    var trainer = Trainer(network, Adam(for: network, rate: 1e-3), seed: 1)
    return try turnByTurn(turns, peers, "matcher \(Self.pairs) \(side)") {
      _ = try Compute.with(work) {
        try trainer.update { network in
          let output = network(lines: Variable(lines), colours: Variable(colours))
          return crossEntropy(output.partScores, labels: labels)
            + (output.embedding * Variable(given)).mean()
        }
      }
    }
  }

  /// - Parameter runs: in a row, as the peers do them; the turn's figure is their median.
  private func turnByTurn(
    _ turns: Int, _ peers: [PythonPeer?], _ task: String, runs: Int = 1,
    own: () throws -> Void
  ) throws -> (own: Double, others: [Double?]) {
    var times: [Double] = []
    var others = peers.map { _ in [Double]() }
    for turn in 0...turns {
      let seconds = try (0..<runs).map { _ in
        let start = ContinuousClock.now
        try own()
        return (ContinuousClock.now - start) / .seconds(1)
      }
      if turn > 0 { times.append(median(seconds)) }
      for (index, peer) in peers.enumerated() {
        guard let seconds = try peer?.answer(to: task)[0] else { continue }
        if turn > 0 { others[index].append(seconds) }
        // A library's threads wait awake for its next run, on the cores that are measured next.
        usleep(200_000)
      }
    }
    return (median(times), others.map { $0.isEmpty ? nil : median($0) })
  }
}
