internal import Autograd
internal import Learning
internal import Networks
internal import Tensors

extension StyleTrainer {
  private static let generatorPrefix = "generator."
  private static let discriminatorPrefix = "discriminator."

  /// Everything that the next steps depend on.
  func checkpoint(_ metadata: [String: String]) -> SafeTensors {
    var tensors = average.network.namedTensors(prefix: "average.")
    tensors["state"] = Tensor([meanLength] + augmentation.numbers, [4])
    var own = generator.shape.metadata
    own["step"] = "\(step)"
    own["seed"] = "\(seed)"
    for (prefix, network, adam) in [
      (Self.generatorPrefix, generator.namedTensors(prefix: "network."), generatorAdam),
      (Self.discriminatorPrefix, discriminator.namedTensors(prefix: "network."), discriminatorAdam),
    ] {
      let memory = adam.checkpoint
      for (name, value) in network.merging(memory.tensors, uniquingKeysWith: { $1 }) {
        tensors[prefix + name] = value
      }
      for (name, value) in memory.metadata { own[prefix + name] = value }
    }
    return SafeTensors(tensors: tensors, metadata: metadata.merging(own) { $1 })
  }

  /// Goes on where `checkpoint` was made.
  ///
  /// - Parameter file: its name, for messages.
  /// - Throws: `mismatch`, with the trainer as it was; also where seed or shape are others.
  mutating func resume(_ checkpoint: SafeTensors, from file: String) throws(CheckpointError) {
    try checkShape(checkpoint, file)
    try checkTensors(checkpoint.tensors, match: self.checkpoint([:]).tensors, in: file)
    var next = self
    guard let step = checkpoint.metadata["step"].flatMap({ Int($0) }), step >= 0,
      checkpoint.metadata["seed"] == "\(seed)",
      next.generatorAdam.resume(Self.part(of: checkpoint, Self.generatorPrefix)),
      next.discriminatorAdam.resume(Self.part(of: checkpoint, Self.discriminatorPrefix))
    else {
      throw CheckpointError(
        .mismatch,
        "\(file): is no checkpoint of a training with seed \(seed). Give the seed it was started with."
      )
    }
    try next.loadNetworks(checkpoint, file)
    let numbers = checkpoint.tensors["state"]!.values
    next.meanLength = numbers[0]
    next.augmentation = AdaptiveAugmentation(
      strength: numbers[1], signs: numbers[2], steps: numbers[3])
    next.step = step
    self = next
  }

  /// Begins with the networks of another training: the method's way, for a style with few drawings.
  ///
  /// - Throws: `mismatch`, with the trainer as it was; also where the shape is another.
  mutating func begin(with checkpoint: SafeTensors, from file: String) throws(CheckpointError) {
    try checkShape(checkpoint, file)
    var next = self
    try next.loadNetworks(checkpoint, file)
    self = next
  }

  private mutating func loadNetworks(
    _ checkpoint: SafeTensors, _ file: String
  ) throws(CheckpointError) {
    try generator.load(
      checkpoint.tensors, prefix: Self.generatorPrefix + "network.", from: file)
    try discriminator.load(
      checkpoint.tensors, prefix: Self.discriminatorPrefix + "network.", from: file)
    var averaged = average.network
    try averaged.load(checkpoint.tensors, prefix: "average.", from: file)
    average = WeightAverage(of: averaged, decay: average.decay)
    generator.forEachParameter { $1.update { _ in } }
    discriminator.forEachParameter { $1.update { _ in } }
  }

  private func checkShape(_ file: SafeTensors, _ name: String) throws(CheckpointError) {
    guard file.metadata["architecture"] == StyleGenerator.architecture else {
      throw CheckpointError(
        .mismatch,
        "\(name): is no checkpoint of a StyleGAN2 (\(StyleGenerator.architecture)). Name a file that nurie train gan wrote."
      )
    }
    let here = generator.shape
    guard let there = StyleShape(metadata: file.metadata), there == here else {
      throw CheckpointError(
        .mismatch,
        "\(name): is of another shape (\(StyleShape(metadata: file.metadata)?.text ?? "unknown")), not \(here.text). Give --size and --width as it was trained with."
      )
    }
  }

  /// The tensors and metadata behind a prefix, without it.
  private static func part(of file: SafeTensors, _ prefix: String) -> SafeTensors {
    func own<Value>(_ all: [String: Value]) -> [String: Value] {
      Dictionary(
        uniqueKeysWithValues: all.compactMap { name, value in
          name.hasPrefix(prefix) ? (String(name.dropFirst(prefix.count)), value) : nil
        })
    }
    return SafeTensors(tensors: own(file.tensors), metadata: own(file.metadata))
  }
}
