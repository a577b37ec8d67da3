public import Autograd
public import Tensors

/// Training stopped because a number was infinite or none.
public struct NonFinite: Error, CustomStringConvertible, Equatable {
  public let step: Int
  /// The first tensor with such a number, in the order of the network's walk: a parameter, else a
  /// gradient, else the loss itself.
  public let tensor: String

  /// - Parameter tensor: named as `description` reads it.
  public init(step: Int, tensor: String) {
    self.step = step
    self.tensor = tensor
  }

  public var description: String {
    "Step \(step): \(tensor) is not finite. "
      + "Go on from the last checkpoint with a lower rate or clipped gradients."
  }
}

/// A network in training, with all that is needed to go on from a file as if it had never stopped.
///
/// Random numbers of a step follow from the seed, their purpose and the step, so nothing of them is
/// stored.
public struct Trainer<Network: Trainable>: Sendable {
  public private(set) var network: Network
  public private(set) var optimizer: any Optimizer
  public private(set) var average: WeightAverage<Network>
  /// Steps made.
  public private(set) var step = 0
  public let seed: UInt64
  private let rate: Float
  private let schedule: Schedule
  private let clipping: Float?

  /// - Parameters:
  ///   - optimizer: its rate is the highest.
  ///   - averageDecay: the share of the averaged weights that is kept in a step.
  ///   - clipping: the longest gradient, over all parameters.
  public init(
    _ network: Network, _ optimizer: any Optimizer, schedule: Schedule = .constant,
    averageDecay: Float = 0.999, clipping: Float? = nil, seed: UInt64
  ) {
    self.network = network
    self.optimizer = optimizer
    average = WeightAverage(of: network, decay: averageDecay)
    rate = optimizer.rate
    self.schedule = schedule
    self.clipping = clipping
    self.seed = seed
    self.network.forEachParameter { $1.update { _ in } }
  }

  /// Goes on from averaged weights alone, after `step` steps: what the optimiser had found out is lost.
  ///
  /// - Throws: `mismatch`, with the trainer as it was.
  public mutating func warmStart(
    from weights: [String: Tensor], step: Int, file: String
  ) throws(CheckpointError) {
    try network.load(weights, from: file)
    network.forEachParameter { $1.update { _ in } }
    average = WeightAverage(of: network, decay: average.decay)
    self.step = step
  }

  /// The random numbers of one step for one purpose.
  public func random(for purpose: UInt32) -> RandomStream {
    RandomStream(seed: seed, stream: UInt64(purpose) << 32 | UInt64(step))
  }

  /// Moves the network one step against the gradients of `loss`.
  ///
  /// - Returns: the loss before the step.
  /// - Throws: `NonFinite`, with the network as it was.
  public mutating func update(_ loss: (Network) -> Variable) throws(NonFinite) -> Float {
    let (value, gradients) = valueAndGradients(of: network, loss)
    try update(value, gradients)
    return value
  }

  /// Moves the network one step against gradients.
  ///
  /// - Parameter value: the loss that they are of.
  /// - Throws: `NonFinite`, with the network as it was.
  public mutating func update(_ value: Float, _ gradients: NetworkGradients) throws(NonFinite) {
    var gradients = gradients
    let norm = gradients.norm
    guard value.isFinite && norm.isFinite else {
      throw NonFinite(step: step, tensor: firstNonFinite(gradients))
    }
    if let clipping { gradients.clip(toNorm: clipping) }
    optimizer.rate = rate * schedule.share(at: step)
    optimizer.update(&network, gradients)
    average.update(with: network, step: step)
    step += 1
  }

  private func firstNonFinite(_ gradients: NetworkGradients) -> String {
    func isFinite(_ tensor: Tensor) -> Bool { tensor.withValues { $0.allSatisfy(\.isFinite) } }
    for (name, value) in network.parameters where !isFinite(value) { return name }
    for (name, value) in zip(gradients.names, gradients.values) where !isFinite(value) {
      return "the gradient of \(name)"
    }
    return "the loss"
  }

  /// Everything that the next steps depend on, and `metadata`: architecture, data statement.
  public func checkpoint(_ metadata: [String: String] = [:]) -> SafeTensors {
    var tensors = network.namedTensors(prefix: "network.")
    for (name, value) in average.network.parameters { tensors["average." + name] = value }
    let memory = optimizer.checkpoint
    tensors.merge(memory.tensors) { $1 }
    let own = memory.metadata.merging(["step": "\(step)", "seed": "\(seed)"]) { $1 }
    return SafeTensors(tensors: tensors, metadata: metadata.merging(own) { $1 })
  }

  /// Goes on where `checkpoint` was made.
  ///
  /// - Parameter file: its name, for messages.
  /// - Throws: `mismatch`, with the trainer as it was; also where the seed is another.
  public mutating func resume(_ checkpoint: SafeTensors, from file: String) throws(CheckpointError)
  {
    try checkTensors(checkpoint.tensors, match: self.checkpoint().tensors, in: file)
    guard let step = checkpoint.metadata["step"].flatMap({ Int($0) }), step >= 0,
      checkpoint.metadata["seed"] == "\(seed)", optimizer.resume(checkpoint)
    else {
      throw CheckpointError(
        .mismatch,
        "\(file): is no checkpoint of a training with seed \(seed). "
          + "Give the seed it was started with."
      )
    }
    let tensors = checkpoint.tensors
    try network.load(tensors, prefix: "network.", from: file)
    average.network.forEachParameter { $1 = Variable(tensors["average." + $0]!) }
    self.step = step
  }
}
