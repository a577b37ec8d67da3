public import Autograd
internal import Tensors

/// Every place of a drawing compared with every place of the reference, for the coarsest level.
///
/// - Complexity: O(C · (H · W)²) multiply-adds; (H · W)² numbers an image.
public struct FullMatch {
  /// The logarithms of the shares, before they are normalised: `[N, H · W, H' · W']`.
  private let similarities: Variable
  private let sides: (height: Int, width: Int)
  private let referenceSides: (height: Int, width: Int)

  /// - Parameters:
  ///   - drawing: features of length 1, `[N, C, H, W]`.
  ///   - reference: the same of the reference, `[N, C, H', W']`.
  ///   - temperature: what similarities are divided by before the softmax.
  public init(drawing: Variable, reference: Variable, temperature: Float) {
    sides = (drawing.shape[2], drawing.shape[3])
    referenceSides = (reference.shape[2], reference.shape[3])
    let (count, channels) = (drawing.shape[0], drawing.shape[1])
    similarities =
      matrixProduct(
        drawing.reshaped(count, channels, -1), reference.reshaped(count, channels, -1),
        transposingA: true) * (1 / temperature)
  }

  /// The reference's values laid on the drawing: `[N, V, H, W]` of `[N, V, H', W']`.
  public func warped(_ values: Variable) -> Variable {
    let (count, channels) = (values.shape[0], values.shape[1])
    return matrixProduct(
      values.reshaped(count, channels, -1), softmax(similarities, axis: 2), transposingB: true
    ).reshaped(count, channels, sides.height, sides.width)
  }

  /// The drawing's values laid back on the reference: `[N, V, H', W']` of `[N, V, H, W]`.
  public func warpedBack(_ values: Variable) -> Variable {
    let (count, channels) = (values.shape[0], values.shape[1])
    return matrixProduct(values.reshaped(count, channels, -1), softmax(similarities, axis: 1))
      .reshaped(count, channels, referenceSides.height, referenceSides.width)
  }

  /// The most similar place of the reference, x and y in pixels: `[N, 2, H, W]`, without a gradient.
  public var best: Variable {
    let count = similarities.shape[0]
    let indices = similarities.value.topIndices(1)
    let places = sides.height * sides.width
    var positions = Variable(.zeros([count, 2, sides.height, sides.width]))
    positions.update { out in
      for index in 0..<count * places {
        let (image, place) = index.quotientAndRemainder(dividingBy: places)
        let found = Int(indices.values[index])
        out[image * 2 * places + place] = Float(found % referenceSides.width)
        out[(image * 2 + 1) * places + place] = Float(found / referenceSides.width)
      }
    }
    return positions
  }
}
