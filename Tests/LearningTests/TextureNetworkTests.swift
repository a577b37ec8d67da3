import Autograd
import Learning
import Networks
import Tensors
import Testing

@Suite struct TextureNetworkTests {
  private static let tiny = TextureShape(
    encoderWidth: 4, features: 8, window: 3, iterations: 1, memory: 4, generatorWidth: 2,
    mapHidden: 4, temperature: 0.1)

  private func network(_ shape: TextureShape, masks: Int, seed: UInt64 = 1) -> TextureNetwork {
    var random = RandomStream(seed: seed, stream: 0)
    return TextureNetwork(shape, maskChannels: masks, using: &random)
  }

  private func inputs(_ side: Int, masks: Int) -> [Variable] {
    var random = RandomStream(seed: 2, stream: 0)
    return [2, masks, 3, masks].map {
      Variable(.uniform([2, $0, side, side], using: &random))
    }
  }

  private func output(_ network: TextureNetwork, _ x: [Variable]) -> TextureNetwork.Output {
    network(lines: x[0], lineMask: x[1], reference: x[2], referenceMask: x[3])
  }

  @Test func paintsAtEveryLevel() {
    let x = inputs(32, masks: 2)
    let made = output(network(Self.tiny, masks: 2), x)
    #expect(made.picture.shape == [2, 3, 32, 32])
    #expect(made.picture.value.values.allSatisfy { (0...1).contains($0) })
    #expect(made.levels.map { $0.warp.shape[3] } == [32, 16, 8, 4])
    #expect(made.levels.map { $0.positions.shape } == [32, 16, 8, 4].map { [2, 2, $0, $0] })
    #expect(made.levels.map { $0.margin == nil } == [false, false, false, true])
    #expect(made.cycle.shape == [2, 3, 4, 4])
    // Shares sum to 1: a warp has no colour beyond the reference's.
    for level in made.levels {
      #expect(level.warp.value.values.allSatisfy { $0 > -1e-4 && $0 < 1 + 1e-4 })
    }
  }

  @Test func everyInputCounts() {
    let x = inputs(32, masks: 2)
    let network = network(Self.tiny, masks: 2)
    let before = output(network, x).picture.value.values
    for index in x.indices {
      var changed = x
      changed[index] = 1 - changed[index]
      let after = output(network, changed).picture.value.values
      let farthest = zip(before, after).map { Swift.abs($0 - $1) }.max() ?? 0
      #expect(farthest > 1e-3, "input \(index)")
    }
  }

  @Test(arguments: [(TextureShape.small, 2.0...4.0), (.published, 35.0...70.0)])
  func millionsOfParameters(shape: TextureShape, millions: ClosedRange<Double>) {
    let count = network(shape, masks: 14).parameters.reduce(0) { $0 + $1.value.count }
    #expect(millions.contains(Double(count) / 1e6), "\(count)")
  }

  /// What the released network lacks: the recurrent unit learns from true places.
  @Test func everyParameterLearns() {
    var network = network(Self.tiny, masks: 2)
    let x = inputs(32, masks: 2)
    // The offsets begin at 0, and what is before them learns as soon as they are not.
    network.forEachParameter { name, parameter in
      guard name.hasPrefix("matcher.offsets") else { return }
      var random = RandomStream(seed: 3, stream: 0)
      parameter = Variable(.normal(parameter.shape, deviation: 0.1, using: &random))
    }
    let found = valueAndGradients(of: network) { network in
      let made = output(network, x)
      let places = made.levels.dropLast().map { square($0.positions - 3).mean() }
      let warps = made.levels.map { square($0.warp).mean() }
      return (places + warps).reduce(square(made.picture).mean()) { $0 + $1 }
    }.gradients
    for (name, gradient) in zip(found.names, found.values) {
      let largest = gradient.values.map(Swift.abs).max() ?? 0
      #expect(largest.isFinite && largest > 0, "\(name)")
    }
  }

  @Test func discriminatorJudgesPatchesAtTwoScales() {
    var random = RandomStream(seed: 4, stream: 0)
    let discriminator = TextureDiscriminator(5, width: 4, using: &random)
    let x = Variable(Tensor.uniform([2, 5, 64, 64], using: &random)).tracked()
    let made = discriminator(x)
    #expect(made.map(\.count) == [5, 5])
    #expect(made.map { $0.last!.shape } == [[2, 1, 11, 11], [2, 1, 7, 7]])
    let slope = gradient(of: made[0].last!.mean() + made[1].last!.mean(), with: x)
    #expect(slope.value.values.allSatisfy { $0.isFinite })
    #expect(slope.value.values.contains { $0 != 0 })
  }
}
