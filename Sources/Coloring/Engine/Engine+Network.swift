internal import Learning
internal import Networks
internal import Tensors

extension Engine {
  /// The key of the matcher's weights that come with this version, `weights/matcher.safetensors`: whoever ships others writes theirs
  /// here, as a test says.
  static let shippedMatcher = ContentKey(
    high: 0xd4f1_3220_702b_8d4f, low: 0x141d_ac15_6495_9c94)

  /// The name of these weights in what is kept of regions (`RegionTraits`): other weights see other traits.
  public static let shippedNetwork = String(shippedMatcher.description.prefix(8))

  /// Rules, with the features of a trained matcher beside lines and shapes.
  ///
  /// - Parameter path: the file of its weights.
  /// - Throws: `CheckpointError`.
  /// - Complexity: O(bytes of the file); about 20 ms for the 6 MB that are shipped.
  public init(network path: String) throws {
    let network = try MatcherNetwork(contentsOf: path)
    self = .classical
    features = Occupant(
      MatcherNetwork.architecture, version: 3, weights: ContentKey(weightsOf: network),
      NetworkFeatures(network: network, side: 384, closeSide: 192))
  }

  /// Whether its matcher's weights are those that come with this version, number for number.
  public var hasShippedMatcher: Bool { features?.weights == Engine.shippedMatcher }
}

extension ContentKey {
  /// The key of a network's parameters, by name and number.
  init(weightsOf network: some Trainable) {
    var hasher = ContentHasher()
    for (name, value) in network.parameters {
      hasher.combine(name)
      hasher.combine(value.values)
    }
    self = hasher.key
  }
}
