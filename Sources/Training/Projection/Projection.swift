internal import ImageFormats
internal import Learning
internal import Networks
public import Raster
internal import Tensors

/// What a generator draws a picture from, as it was found.
public struct Projection: Sendable {
  /// The styles of all layers (W+), `[1, layers, styleWidth]`.
  let styles: Tensor
  /// One a convolution, `[1, 1, H, W]`.
  let noise: [Tensor]
  /// Of each step the losses of the pixels and of what the matcher sees, `[steps, 2]`.
  let losses: Tensor
  /// The picture that is drawn from it.
  public let picture: Image
  /// The checkpoint's hash, and what it learned from.
  let statement: [String: String]

  /// The last step's losses, of the pixels and of what the matcher sees.
  public var loss: (pixels: Float, seen: Float) {
    let values = losses.values.suffix(2)
    return (values.first ?? 0, values.last ?? 0)
  }

  /// The file: `styles`, `noise.0` …, `losses`; whose generator it was and how it was found.
  ///
  /// - Parameter source: what the picture was, for the metadata.
  func bytes(of source: [String: String]) -> [UInt8] {
    var tensors = ["styles": styles, "losses": losses]
    for (index, map) in noise.enumerated() { tensors["noise.\(index)"] = map }
    return SafeTensors(tensors: tensors, metadata: statement.merging(source) { $1 }).encoded()
  }
}
