public import Autograd
public import Tensors

extension StyleDiscriminator {
  /// How steeply the scores rise with the pixels of real pictures: R1, without its weight (Mescheder et al. 2018).
  ///
  /// - Parameter pictures: `[N, 3, side, side]`.
  /// - Returns: the mean over the pictures of the squared length of each one's gradient; itself to be differentiated.
  public func steepness(at pictures: Tensor) -> Variable {
    let pictures = Variable(pictures).tracked()
    let slopes = gradient(of: self(pictures).sum(), with: pictures, recording: true)
    return square(slopes).sum() * (1 / Float(pictures.shape[0]))
  }
}

extension StyleGenerator {
  /// How far the picture moves for a small step of each style, in a random direction (path length; Karras et al. 2020).
  ///
  /// - Parameters:
  ///   - styles: `[N, layers, styleWidth]`, tracked.
  ///   - directions: normal numbers, `[N, 3, side, side]`.
  /// - Returns: `[N]`, itself to be differentiated.
  public func pathLengths(
    _ styles: Variable, noise: [Variable], directions: Tensor
  ) -> Variable {
    let picture = synthesis(styles, noise: noise).picture
    let moved = (picture * Variable(directions)).sum() * (1 / Float(shape.side))
    let slopes = gradient(of: moved, with: styles, recording: true)
    return sqrt(square(slopes).sum(over: 2).mean(over: 1)).reshaped(-1)
  }
}
