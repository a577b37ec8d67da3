internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// A network's task, and the material to learn it from.
protocol Lesson: Sendable {
  associatedtype Network: Trainable
  /// The material of a shard of a step's batch (`Shards`).
  associatedtype Batch: Sendable

  /// Named in the weights' metadata.
  static var architecture: String { get }
  /// The generator's version and fingerprint, which its weights name.
  var generator: String { get }
  /// The material it is trained on, for its weights' metadata.
  var material: String { get }
  /// The number of drawn samples that a step learns from.
  var samplesAStep: Int { get }

  /// Untrained.
  func network(seed: UInt64) -> Network
  func optimizer(for network: Network) -> any Optimizer

  /// The names of its losses.
  var lossNames: [String] { get }

  /// The material of some shards of a step; a shard's follows from the step and its own random numbers alone. Called ahead, on
  /// another thread.
  ///
  /// - Parameter draws: the random numbers of a shard.
  func batches(
    of step: Int, shards: Range<Int>, draws: (_ shard: Int) -> RandomStream
  ) throws -> [Batch]

  /// The losses that the network is to lessen: their sum is made smaller.
  func losses(of network: Network, on batch: Batch) -> [Variable]

  /// The figures of how good it is on what it never learns from, by name.
  ///
  /// - Throws: `Cancelled`.
  func figures(of network: Network, work: Work) throws -> [String: Double]

  /// A picture of its work on some of that, to look at.
  func picture(of network: Network, work: Work) -> Image
}

extension Lesson where Network: WeightedNetwork {
  static var architecture: String { Network.architecture }
  var generator: String { Generator.name }

  func network(seed: UInt64) -> Network {
    var random = RandomStream(seed: seed, stream: 0)
    return Network(using: &random)
  }

  func optimizer(for network: Network) -> any Optimizer {
    Muon(for: network, rate: 2e-3, weightDecay: 1e-2) { $0.hasPrefix("trunk.") }
  }
}
