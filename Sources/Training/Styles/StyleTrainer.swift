internal import Autograd
import Glibc
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// A StyleGAN2 in training, with all that is needed to go on from a file as if it had never stopped.
///
/// Two networks learn against each other (Karras et al. 2020): the discriminator to tell real pictures from generated ones,
/// the generator to be taken for real; non-saturating losses. Every 16th step the discriminator is kept from growing steep
/// (R1), every 4th the generator is kept even (path length), each as a step of its own that makes up for those between.
struct StyleTrainer: Sendable {
  /// Pictures of a step.
  static let batch = 32
  private static let shardSize = batch / Shards.count
  private static let stepsBetweenSteepness = 16
  private static let stepsBetweenLengths = 4
  private static let lengthWeight: Float = 2

  var generator: StyleGenerator
  var discriminator: StyleDiscriminator
  var average: WeightAverage<StyleGenerator>
  var generatorAdam: Adam
  var discriminatorAdam: Adam
  var augmentation = AdaptiveAugmentation()
  /// Of the paths so far.
  var meanLength: Float = 0
  /// Steps made.
  var step = 0
  let seed: UInt64

  init(_ shape: StyleShape, seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 0)
    generator = StyleGenerator(shape, using: &random)
    discriminator = StyleDiscriminator(shape, using: &random)
    self.seed = seed
    // Half of it is from the last 10,000 pictures.
    average = WeightAverage(of: generator, decay: 0.998)
    // Lazy steps come on top of the others: rates are a little less, and memory a little shorter.
    func adam(for network: some Trainable, every steps: Int) -> Adam {
      let share = Float(steps) / Float(steps + 1)
      return Adam(
        for: network, rate: 2e-3 * share, momentum: 0,
        squareMomentum: pow(0.99, share))
    }
    generatorAdam = adam(for: generator, every: Self.stepsBetweenLengths)
    discriminatorAdam = adam(for: discriminator, every: Self.stepsBetweenSteepness)
    generator.forEachParameter { $1.update { _ in } }
    discriminator.forEachParameter { $1.update { _ in } }
  }

  /// One step of both networks.
  ///
  /// - Parameter real: pictures, −1…1: one `[4, 3, side, side]` a shard.
  /// - Returns: the losses and what steers the training, by name.
  /// - Throws: `NonFinite`, with the networks perhaps half a step further; what `ranks` throws.
  mutating func update(
    real: [Tensor], ranks: some Ranks, work: Work
  ) throws -> [(name: String, value: Float)] {
    require(real.count == Shards.count, "StyleTrainer: \(real.count) shards")
    let strength = augmentation.strength
    var told: [(name: String, value: Float)] = []

    let judged = try Shards.gradients(of: discriminator, ranks: ranks, work: work) {
      [generator, draws = draws(.discriminator)] discriminator, shard in
      var random = draws(shard)
      let generated = Variable.withoutTape { generator.pictures(Self.shardSize, using: &random) }
      let scores = discriminator(
        augmented(Variable(real[shard]), strength, using: &random))
      let loss = logisticDiscriminatorLoss(
        real: scores, generated: discriminator(augmented(generated, strength, using: &random)))
      let signs = scores.value.values.map { $0 > 0 ? 1 : -1 as Float }
      return (loss, [loss, Variable(Tensor(signs.reduce(0, +) / Float(signs.count)))])
    }
    try move(&discriminator, &discriminatorAdam, judged, "discriminator")
    told.append(("discriminator", judged.figures[0]))
    augmentation.note(judged.figures[1], pictures: Self.batch)

    if step % Self.stepsBetweenSteepness == 0 {
      let weight = steepnessWeight / 2 * Float(Self.stepsBetweenSteepness)
      let steep = try Shards.gradients(of: discriminator, ranks: ranks, work: work) {
        [draws = draws(.steepness)] discriminator, shard in
        var random = draws(shard)
        let pictures = augmented(Variable(real[shard]), strength, using: &random).value
        let steepness = discriminator.steepness(at: pictures)
        return (steepness * weight, [steepness])
      }
      try move(&discriminator, &discriminatorAdam, steep, "discriminator")
      told.append(("steepness", steep.figures[0]))
    }

    let deceived = try Shards.gradients(of: generator, ranks: ranks, work: work) {
      [discriminator, draws = draws(.generator)] generator, shard in
      var random = draws(shard)
      let generated = generator.pictures(Self.shardSize, using: &random)
      let loss = logisticGeneratorLoss(
        generated: discriminator(augmented(generated, strength, using: &random)))
      return (loss, [loss])
    }
    try move(&generator, &generatorAdam, deceived, "generator")
    told.append(("generator", deceived.figures[0]))

    if step % Self.stepsBetweenLengths == 0 {
      let weight = Self.lengthWeight * Float(Self.stepsBetweenLengths)
      let mean = meanLength
      let paths = try Shards.gradients(of: generator, ranks: ranks, work: work) {
        [draws = draws(.lengths)] generator, shard in
        // Half as many pictures do.
        let count = Self.shardSize / 2
        let side = generator.shape.side
        var random = draws(shard)
        let styles = generator.randomStyles(count, using: &random)
        let lengths = generator.pathLengths(
          styles, noise: generator.noise(of: count, using: &random),
          directions: .normal([count, 3, side, side], using: &random))
        return (
          square(lengths - Variable(Tensor(mean))).mean() * weight, [lengths.mean()]
        )
      }
      try move(&generator, &generatorAdam, paths, "generator")
      meanLength += 0.01 * Float(Self.stepsBetweenLengths) * (paths.figures[0] - meanLength)
      told.append(("path", paths.figures[0]))
    }
    average.update(with: generator, step: step)
    step += 1
    return told
  }

  /// R1's: 10 at 256 pixels; what a pixel adds to the squared gradient is the less, the more there are.
  private var steepnessWeight: Float {
    let share = Float(generator.shape.side) / 256
    return 10 * share * share
  }

  private enum Purpose: UInt64 {
    case discriminator = 1
    case steepness, generator, lengths
  }

  /// The random numbers of each shard of this step.
  private func draws(_ purpose: Purpose) -> @Sendable (_ shard: Int) -> RandomStream {
    let (seed, step) = (seed, UInt64(step))
    return { shard in
      RandomStream(
        seed: seed, stream: purpose.rawValue << 48 | step << 4 | UInt64(shard))
    }
  }

  private func move<Network: Trainable>(
    _ network: inout Network, _ adam: inout Adam, _ sums: ShardSums, _ name: String
  ) throws(NonFinite) {
    guard sums.gradients.norm.isFinite && sums.figures.allSatisfy(\.isFinite) else {
      throw NonFinite(step: step, tensor: "a gradient of the \(name)")
    }
    adam.update(&network, sums.gradients)
  }
}

extension StyleGenerator {
  /// The styles of random pictures, `[count, layers, styleWidth]`, now and then of two mixed.
  func randomStyles(
    _ count: Int, mixing: Float = 0, using random: inout RandomStream
  ) -> Variable {
    func styles() -> Variable {
      self.styles(
        style(of: Variable(.normal([count, shape.styleWidth], using: &random))))
    }
    let first = styles()
    guard random.nextUniform() < mixing else { return first }
    let second = styles()
    let layer = Int.random(in: 1..<shape.layers, using: &random)
    return concatenated(
      first.sliced(0..<layer, axis: 1), second.sliced(layer..<shape.layers, axis: 1), axis: 1)
  }

  /// Random pictures, `[count, 3, side, side]`.
  fileprivate func pictures(_ count: Int, using random: inout RandomStream) -> Variable {
    let styles = randomStyles(count, mixing: 0.9, using: &random)
    return synthesis(styles, noise: noise(of: count, using: &random)).picture
  }
}
