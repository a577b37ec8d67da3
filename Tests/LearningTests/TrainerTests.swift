import Autograd
import Learning
import Networks
import Raster
import Synchronization
import Tensors
import Testing

@Suite struct TrainerTests {
  /// A network with every kind of thing to store: spectral directions, running statistics, optional
  /// biases.
  struct Mixed: Trainable {
    var first: Convolution
    var norm: BatchNorm
    var spade: SPADE
    var last: Convolution

    init(using random: inout RandomStream) {
      first = Convolution(
        1, 4, kernel: 3, border: .reflect, bias: false, spectral: true, using: &random)
      norm = BatchNorm(4)
      spade = SPADE(4, mapChannels: 1, hidden: 4, kind: .position, using: &random)
      last = Convolution(4, 3, kernel: 1, using: &random)
    }

    func callAsFunction(_ x: Variable) -> Variable { last(spade(norm(first(x)), map: x)) }

    mutating func walk(_ visit: inout Walker) {
      visit("first", &first)
      visit("norm", &norm)
      visit("spade", &spade)
      visit("last", &last)
    }
  }

  private func start() -> Trainer<Mixed> {
    var random = RandomStream(seed: 8, stream: 0)
    let network = Mixed(using: &random)
    return Trainer(
      network, Adam(for: network, rate: 1e-2, weightDecay: 0.01),
      schedule: .cosine(warmup: 2, steps: 8), averageDecay: 0.5, clipping: 1, seed: 8)
  }

  private func run(_ trainer: inout Trainer<Mixed>, _ steps: Int) throws -> [Float] {
    try (0..<steps).map { _ in
      var random = trainer.random(for: 1)
      let (images, labels) = drawnShapes(4, side: 17, using: &random)
      return try trainer.update { crossEntropy($0(Variable(images)), labels: labels) }
    }
  }

  @Test func goesOnFromACheckpointBitForBit() throws {
    var whole = start()
    _ = try run(&whole, 6)
    var part = start()
    _ = try run(&part, 3)
    let bytes = part.checkpoint(["architecture": "Mixed"]).encoded()
    var resumed = start()
    try resumed.resume(SafeTensors(decoding: bytes, named: "x"), from: "x")
    #expect(resumed.step == 3)
    _ = try run(&resumed, 3)
    #expect(resumed.checkpoint().encoded() == whole.checkpoint().encoded())
  }

  @Test(arguments: [2, 3, 5]) func givesTheSameBytesWithAnyNumberOfThreads(threads: Int) throws {
    func trained(_ threads: Int) throws -> [UInt8] {
      try Compute.with(Work(threads: threads)) {
        var random = RandomStream(seed: 2, stream: 0)
        let network = UNet(1, classes: 3, widths: [8, 20], using: &random)
        var trainer = Trainer(network, Adam(for: network), seed: 2)
        for _ in 0..<2 {
          var random = trainer.random(for: 1)
          let (images, labels) = drawnShapes(3, side: 66, using: &random)
          _ = try trainer.update { crossEntropy($0(Variable(images)), labels: labels) }
        }
        return trainer.checkpoint().encoded()
      }
    }
    #expect(try trained(threads) == trained(1))
  }

  @Test func allocatesNothingAfterTheFirstStep() throws {
    let memory = MemoryPool()
    // One thread: of several each takes its own scratch memory in the first step that it comes to, which may be a later one.
    try Compute.with(Work(threads: 1), memory: memory) {
      var trainer = start()
      _ = try run(&trainer, 1)
      let count = memory.allocationCount
      #expect(count > 0)
      _ = try run(&trainer, 4)
      #expect(memory.allocationCount == count)
    }
  }

  @Test func stopsAtANumberThatIsNoneAndKeepsTheNetwork() throws {
    var trainer = start()
    _ = try run(&trainer, 2)
    let before = trainer.checkpoint().tensors.filter { $0.key.hasPrefix("network.first.weight") }
    let error = #expect(throws: NonFinite.self) {
      try trainer.update { log($0.last.bias!.sum() * 0) }
    }
    #expect(error?.step == 2 && error?.tensor == "the gradient of last.bias")
    let scarce = #expect(throws: NonFinite.self) {
      try trainer.update { $0.last.bias!.sum() + Variable(Tensor(.infinity)) }
    }
    #expect(scarce?.tensor == "the loss")
    #expect(
      trainer.checkpoint().tensors.filter { $0.key.hasPrefix("network.first.weight") } == before)
    #expect(trainer.step == 2)
  }

  @Test func refusesCheckpointsThatDoNotFit() throws {
    let good = start().checkpoint()
    func complaint(_ change: (inout SafeTensors) -> Void) -> String {
      var changed = good
      change(&changed)
      var trainer = start()
      let error = #expect(throws: CheckpointError.self) {
        try trainer.resume(changed, from: "x.safetensors")
      }
      #expect(trainer.checkpoint().encoded() == good.encoded(), "nothing may be taken over")
      #expect(error?.reason == .mismatch)
      return error?.description ?? ""
    }
    #expect(
      complaint { $0.tensors["network.last.bias"] = nil }.contains(
        "\"network.last.bias\" is missing"))
    #expect(complaint { $0.tensors["z"] = Tensor(1) }.contains("\"z\" is not of this network"))
    #expect(complaint { $0.tensors["network.last.bias"] = .zeros([4]) }.contains("is [4], not [3]"))
    #expect(
      complaint { $0.tensors["average.last.bias"] = Tensor([0, .nan, 0], [3]) }.contains(
        "\"average.last.bias\" holds a number that is infinite or none"))
    #expect(complaint { $0.metadata["step"] = "-1" }.contains("seed 8"))
    #expect(complaint { $0.metadata["seed"] = "9" }.contains("seed 8"))
  }

  @Test func prefetchKeepsTheOrderAndTheBound() throws {
    let made = Mutex(0)
    let queue = PrefetchQueue(depth: 3, threads: 4, first: 10) { number in
      made.withLock { $0 += 1 }
      if number == 17 { throw Cancelled() }
      return number * number
    }
    for number in 10..<17 { #expect(try queue.next() == number * number) }
    #expect(throws: Cancelled.self) { try queue.next() }
    #expect(try queue.next() == 18 * 18)
    #expect(made.withLock { $0 } <= 9 + 3)
  }

  @Test func spectralNormMakesTheLargestSingularValueOne() {
    var random = RandomStream(seed: 6, stream: 0)
    let layer = Linear(7, 5, bias: false, spectral: true, using: &random)
    Training.$isActive.withValue(true) {
      for _ in 0..<60 { _ = layer(Variable(.zeros([1, 7]))) }
    }
    // The longest that a vector of length 1 can become, by another power iteration.
    var x = Variable(Tensor.normal([1, 7], using: &random))
    let weight = layer.spectral!(layer.weight)
    for _ in 0..<200 { x = unitLength(matrixProduct(linear(x, weight), weight), axis: 1) }
    #expect(Swift.abs(square(linear(x, weight)).sum().value.scalar - 1) < 1e-4)
  }

  @Test func batchNormUsesItsRunningStatisticsWhenNotTrained() {
    let norm = BatchNorm(1, momentum: 1)
    let x = Variable(Tensor([1, 2, 3, 4], [2, 1, 1, 2]))
    _ = Training.$isActive.withValue(true) { norm(x) }
    let states = norm.states.map(\.state.value.scalar)
    #expect(states[0] == 2.5 && Swift.abs(states[1] - 5.0 / 3) < 1e-6)
    let deviation = Float(5.0 / 3 + 1e-5).squareRoot()
    #expect(
      zip(norm(x).value.values, x.value.values).allSatisfy {
        Swift.abs($0 - ($1 - 2.5) / deviation) < 1e-6
      })
  }

  @Test func sinkhornLeadsToADoublyStochasticMatrix() {
    var random = RandomStream(seed: 6, stream: 0)
    var x = Variable(Tensor.normal([2, 4, 4], using: &random))
    for _ in 0..<60 { x = sinkhornStep(x) }
    for axis in [1, 2] {
      #expect(exp(x).sum(over: axis).value.values.allSatisfy { Swift.abs($0 - 1) < 1e-4 })
    }
  }

  @Test func adamFollowsItsDefinition() throws {
    struct One: Trainable {
      var x = Variable(Tensor([1, -2], [2]))
      mutating func walk(_ visit: inout Walker) { visit("x", &x) }
    }
    var network = One()
    var adam = Adam(for: network, rate: 0.1, momentum: 0.8, squareMomentum: 0.9, weightDecay: 0.5)
    var x = [1.0, -2.0]
    var mean = [0.0, 0.0]
    var spread = [0.0, 0.0]
    for step in 1...5 {
      adam.update(&network, valueAndGradients(of: network) { square($0.x).sum() * 0.5 }.gradients)
      for i in 0..<2 {
        mean[i] = 0.8 * mean[i] + 0.2 * x[i]
        spread[i] = 0.9 * spread[i] + 0.1 * x[i] * x[i]
        let corrected = (1...step).reduce((1.0, 1.0)) { powers, _ in
          (powers.0 * 0.8, powers.1 * 0.9)
        }
        x[i] -=
          0.1 * 0.5 * x[i]
          + 0.1 * mean[i] / (1 - corrected.0)
          / ((spread[i] / (1 - corrected.1)).squareRoot() + 1e-8)
      }
      #expect(zip(network.x.value.values, x).allSatisfy { Swift.abs(Double($0) - $1) < 1e-5 })
    }
  }
}
