internal import Learning
internal import Networks
internal import Tensors

extension Engine {
  /// Rules, with the features of a trained matcher beside lines and shapes.
  ///
  /// - Parameter network: the file of its weights.
  /// - Throws: `CheckpointError`.
  public init(network path: String) throws {
    let network = try MatcherNetwork(contentsOf: path)
    var hasher = ContentHasher()
    for (name, value) in network.parameters {
      hasher.combine(name)
      hasher.combine(value.values)
    }
    self = .classical
    features = Occupant(
      MatcherNetwork.architecture, version: 2, weights: hasher.key,
      NetworkFeatures(network: network, side: 384, closeSide: 192))
  }
}
