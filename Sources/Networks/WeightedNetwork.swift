public import Learning
public import Tensors

/// A network whose weights lie in files.
public protocol WeightedNetwork: Trainable {
  /// Named in the metadata of its weights: raised when its layers or its inputs change.
  static var architecture: String { get }
  /// The network's name, for messages.
  static var title: String { get }
  /// The command that trains it, for messages.
  static var training: String { get }

  /// With random weights.
  init(using random: inout RandomStream)
}

extension WeightedNetwork {
  /// The weights in a file: a training's checkpoint, of which the averaged ones are taken, or weights alone.
  ///
  /// - Throws: what is wrong with the file, or that it is of another network.
  public init(contentsOf path: String) throws(CheckpointError) {
    let file = try SafeTensors(contentsOf: path)
    guard file.metadata["architecture"] == Self.architecture else {
      throw CheckpointError(
        .mismatch,
        "\(path): holds no weights of nurie's \(Self.title) (\(Self.architecture)). Name a file that \(Self.training) wrote."
      )
    }
    var random = RandomStream(seed: 0, stream: 0)
    self.init(using: &random)
    try loadAverage(of: file, from: path)
  }
}
