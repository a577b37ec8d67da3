internal import Coloring
internal import ImageFormats
internal import Learning
internal import Networks
internal import Tensors

/// A generator, and what is known of it.
public struct GeneratorFile: Sendable {
  let generator: StyleGenerator
  /// The hash of the checkpoint that it comes from, and what that learned from.
  let statement: [String: String]

  /// Reads a checkpoint of `nurie train gan`, weights, or a copy in the folder of a projection.
  ///
  /// - Throws: `CheckpointError`, also where it is another network's.
  public init(contentsOf path: String) throws {
    let file = try SafeTensors(contentsOf: path)
    generator = try StyleGenerator(file, from: path)
    var own = file.metadata.filter { $0.key.hasPrefix("data.") || $0.key == "trained on" }
    own[Self.hashName] =
      try file.metadata[Self.hashName]
      ?? ContentKey(bytes: readBytes(path, limit: 1 << 33)).description
    statement = own
  }

  /// The side of its pictures in pixels.
  public var side: Int { generator.shape.side }
  /// The checkpoint's hash, 32 hexadecimal digits.
  public var hash: String { statement[Self.hashName] ?? "" }

  /// The generator alone, with all that is known of it.
  var bytes: [UInt8] {
    var metadata = generator.shape.metadata.merging(statement) { $1 }
    metadata["architecture"] = StyleGenerator.architecture
    return SafeTensors(tensors: generator.namedTensors(), metadata: metadata).encoded()
  }

  private static let hashName = "checkpoint"
}
