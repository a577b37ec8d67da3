public import Learning
internal import Networks
public import Raster
internal import Tensors

/// A StyleGAN2's generator that was trained elsewhere, with its parameters named as the most used re-implementation for PyTorch
/// names them: as `nurie train gan` does.
public struct ImportedGenerator: Sendable {
  private let generator: StyleGenerator

  /// Reads a state dict that was saved as safetensors, of a generator alone or behind `g_ema.`.
  ///
  /// - Parameter path: of the file; buffers (noise, blur kernels) are left out, for they are made anew.
  /// - Throws: `CheckpointError`; a pickle is never read.
  public init(contentsOf path: String) throws(CheckpointError) {
    let file = try SafeTensors(contentsOf: path)
    let tensors = Self.parameters(file.tensors)
    guard let shape = Self.shape(of: tensors) else {
      throw CheckpointError(
        .mismatch,
        "\(path): holds no StyleGAN2 generator by the names that are known (style.1.weight, input.input, convs.0.conv.weight …). Save the state dict of its g_ema alone."
      )
    }
    var random = RandomStream(seed: 0, stream: 0)
    var generator = StyleGenerator(shape, using: &random)
    try generator.load(tensors, from: path)
    self.generator = generator
  }

  /// Its shape in words.
  public var text: String { generator.shape.text }

  /// Writes it as nurie's own weights, in half precision.
  ///
  /// - Parameter trainedOn: whose pictures it learned from and what they permit.
  /// - Throws: `CheckpointError`.
  public func write(to path: String, trainedOn: String) throws(CheckpointError) {
    var metadata = generator.shape.metadata
    metadata["architecture"] = StyleGenerator.architecture
    metadata["trained on"] = trainedOn
    try SafeTensors(tensors: generator.namedTensors(), metadata: metadata)
      .write(to: path, as: .float16)
  }

  /// Some of what it draws, 8 × 8 pictures.
  ///
  /// - Parameter truncation: the share of each style's way from the mean one that is left, 0…1.
  public func sheet(seed: UInt64, truncation: Float = 1, work: Work) -> Image {
    StyleSamples(generator.shape, seed: seed, truncation: truncation)
      .sheet(of: generator, work: work)
  }

  private static let prefix = "g_ema."

  /// The parameters without prefix, buffers and the axis of one that filters have there.
  private static func parameters(_ found: [String: Tensor]) -> [String: Tensor] {
    let isPrefixed = found.keys.contains { $0.hasPrefix(prefix) }
    var result: [String: Tensor] = [:]
    for (name, value) in found where !isPrefixed || name.hasPrefix(prefix) {
      let own = isPrefixed ? String(name.dropFirst(prefix.count)) : name
      if own.hasPrefix("noises.") || own.hasSuffix(".kernel") { continue }
      let isFilters = own.hasSuffix(".conv.weight") && value.shape.count == 5
      result[own] =
        isFilters && value.shape[0] == 1 ? value.reshaped(Array(value.shape.dropFirst())) : value
    }
    return result
  }

  /// The shape that the parameters are of; nil where the names are others. Loading checks each one's sizes.
  private static func shape(of tensors: [String: Tensor]) -> StyleShape? {
    func count(_ name: (Int) -> String, from first: Int) -> Int {
      var number = first
      while tensors[name(number)] != nil { number += 1 }
      return number - first
    }
    let doublings = count({ "to_rgbs.\($0).bias" }, from: 0)
    guard (1...8).contains(doublings), let style = tensors["style.1.weight"],
      let constant = tensors["input.input"], style.shape.count == 2, constant.shape.count == 4,
      let last = tensors["convs.\(2 * doublings - 1).activate.bias"], last.shape.count == 1
    else { return nil }
    var metadata = StyleShape(side: 4 << doublings).metadata
    metadata["style.width"] = "\(last.shape[0])"
    metadata["style.widest"] = "\(constant.shape[1])"
    metadata["style.styleWidth"] = "\(style.shape[0])"
    metadata["style.mappingLayers"] = "\(count({ "style.\($0).weight" }, from: 1))"
    // Which refuses what no network is.
    return StyleShape(metadata: metadata)
  }
}
