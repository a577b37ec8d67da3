public import Learning
internal import Tensors

extension StyleGenerator {
  /// The generator in a file: the averaged one of a training's checkpoint, or weights alone.
  ///
  /// - Parameters:
  ///   - file: as it was read.
  ///   - path: its name, for messages.
  /// - Throws: `mismatch`, where it is of another network, or holds a number that is none.
  public init(_ file: SafeTensors, from path: String) throws(CheckpointError) {
    guard file.metadata["architecture"] == Self.architecture,
      let shape = StyleShape(metadata: file.metadata)
    else {
      throw CheckpointError(
        .mismatch,
        "\(path): holds no generator of a StyleGAN2 (\(Self.architecture)). Name a file that nurie train gan or nurie weights import wrote."
      )
    }
    var random = RandomStream(seed: 0, stream: 0)
    self.init(shape, using: &random)
    let average = "average."
    let isCheckpoint = file.tensors.keys.contains { $0.hasPrefix(average) }
    try load(
      file.tensors.filter { !isCheckpoint || $0.key.hasPrefix(average) },
      prefix: isCheckpoint ? average : "", from: path)
  }
}
