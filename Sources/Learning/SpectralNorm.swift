public import Autograd
import Tensors

/// Divides a weight by its largest singular value, so that the layer amplifies nothing by more than
/// 1.
///
/// The value is found by power iteration, one step each time the layer is trained; its direction is
/// kept. The gradient takes the direction as fixed. Source: Miyato et al., Spectral normalization
/// for GANs (2018).
public struct SpectralNorm: Trainable {
  private let direction: LayerState

  init(outputs: Int, using random: inout RandomStream) {
    let start = Variable(Tensor.normal([outputs, 1], using: &random))
    direction = LayerState(unitLength(start, axis: 0).value)
  }

  /// - Parameter weight: `[O, ...]`.
  public func callAsFunction(_ weight: Variable) -> Variable {
    let matrix = weight.reshaped(weight.shape[0], -1)
    let fixed = matrix.detached()
    var left = Variable(direction.value)
    let right = unitLength(matrixProduct(fixed, left, transposingA: true), axis: 0)
    if Training.isActive {
      left = unitLength(matrixProduct(fixed, right), axis: 0)
      direction.value = left.value
    }
    let largest = matrixProduct(left, matrixProduct(matrix, right), transposingA: true)
    return weight / largest.reshaped([])
  }

  public mutating func walk(_ visit: inout Walker) { visit("direction", direction) }
}
