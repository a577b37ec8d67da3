public import Autograd
internal import Tensors

// A few places of the reference for each place of the drawing, x and y in pixels of the level, between pixels too.
//
// Idea: what a place found, its neighbours find one step further (PatchMatch; Barnes et al. 2009). Which candidates are kept
// is chosen without a gradient; similarities and warps are read bilinearly at those kept, so that gradients reach their positions.
// Not done: the same place found by several neighbours is kept as often as it was found.

/// Candidates of each place: `[N, 2, K, H, W]`.
public struct Candidates {
  public var positions: Variable

  /// - Parameter positions: `[N, 2, K, H, W]`: x, then y, 0 the centre of the first pixel.
  public init(positions: Variable) { self.positions = positions }

  /// A window around what the level half as fine found.
  ///
  /// - Parameters:
  ///   - coarser: `[N, 2, H/2, W/2]`, in that level's pixels.
  ///   - window: rows and columns of candidates, two pixels apart; the exact place is one of them.
  public init(around coarser: Variable, window: Int) {
    let (count, height, width) = (coarser.shape[0], 2 * coarser.shape[2], 2 * coarser.shape[3])
    let columns = Tensor(
      (0..<height * width).map { Float($0 % width % 2) }, [1, 1, 1, height, width])
    let rows = Tensor((0..<height * width).map { Float($0 / width % 2) }, [1, 1, 1, height, width])
    let within = concatenated(Variable(columns), Variable(rows))
    let steps = (0..<window * window).map { Float(($0 % window - window / 2) * 2) }
    let stepsDown = (0..<window * window).map { Float(($0 / window - window / 2) * 2) }
    let offsets = Variable(Tensor(steps + stepsDown, [1, 2, window * window, 1, 1]))
    let doubled = coarser.detached().upsampled().reshaped(count, 2, 1, height, width) * 2
    positions = doubled + within + offsets
  }

  var count: Int { positions.shape[2] }

  /// The reference's values at each candidate: `[N, V, K, H, W]` of `[N, V, H', W']`.
  private func read(_ values: Variable) -> Variable {
    let shape = positions.shape
    return values.sampled(at: positions.reshaped(shape[0], 2, shape[2] * shape[3], shape[4]))
      .reshaped(shape[0], values.shape[1], shape[2], shape[3], shape[4])
  }

  /// How alike the drawing's features and those of each candidate are: `[N, K, H, W]`.
  public func similarities(drawing: Variable, reference: Variable) -> Variable {
    let shape = positions.shape
    let drawn = drawing.reshaped(shape[0], drawing.shape[1], 1, shape[3], shape[4])
    return (read(reference) * drawn).sum(over: 1).reshaped(shape[0], shape[2], shape[3], shape[4])
  }

  /// The same without a gradient, which keeps nothing of what it reads.
  func similarities(drawing: Tensor, reference: Tensor) -> Tensor {
    let shape = positions.shape
    let flat = positions.value.reshaped([shape[0], 2, shape[2] * shape[3], shape[4]])
    return GridSampling(image: reference.shape, positions: flat.shape)
      .products(reference, drawing.reshaped([shape[0], drawing.shape[1], -1]), at: flat)
      .reshaped([shape[0], shape[2], shape[3], shape[4]])
  }

  /// The reference's values laid on the drawing, each candidate's by its share: `[N, V, H, W]`.
  ///
  /// - Parameter shares: `[N, K, H, W]`, which sum to 1 over K.
  public func warped(_ values: Variable, shares: Variable) -> Variable {
    Self.mean(read(values), shares)
  }

  /// The mean place: `[N, 2, H, W]`.
  public func meanPosition(shares: Variable) -> Variable { Self.mean(positions, shares) }

  private static func mean(_ values: Variable, _ shares: Variable) -> Variable {
    let shape = values.shape
    return (values * shares.reshaped(shape[0], 1, shape[2], shape[3], shape[4])).sum(over: 2)
      .reshaped(shape[0], shape[1], shape[3], shape[4])
  }

  /// Those of each place and its two neighbours along an axis, of which the most similar are kept, the best first.
  ///
  /// - Parameter axis: 4 from left and right, 3 from above and below.
  public func propagated(axis: Int, drawing: Variable, reference: Variable) -> Candidates {
    let length = positions.shape[axis]
    let step = Variable(Tensor(axis == 4 ? [1, 0] : [0, 1], [1, 2, 1, 1, 1]))
    let before = concatenated(
      positions.sliced(0..<1, axis: axis), positions.sliced(0..<length - 1, axis: axis), axis: axis)
    let after = concatenated(
      positions.sliced(1..<length, axis: axis), positions.sliced(length - 1..<length, axis: axis),
      axis: axis)
    let all = Candidates(
      positions: concatenated(positions, before + step, after - step, axis: 2))
    return all.kept(
      all.similarities(drawing: drawing.value, reference: reference.value), count: count)
  }

  /// The best place of each: `[N, 2, H, W]`.
  ///
  /// - Parameter similarities: `[N, K, H, W]`.
  public func best(_ similarities: Variable) -> Variable {
    let shape = positions.shape
    return kept(similarities.value, count: 1).positions
      .reshaped(shape[0], 2, shape[3], shape[4])
  }

  private func kept(_ similarities: Tensor, count: Int) -> Candidates {
    let indices = similarities.permuted([0, 2, 3, 1]).topIndices(count)
    return Candidates(
      positions: positions.permuted(0, 3, 4, 1, 2).gathered(indices, axis: 4)
        .permuted(0, 3, 4, 1, 2))
  }
}
