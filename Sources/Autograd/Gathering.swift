public import Tensors

extension Variable {
  /// The elements at `indices` along `axis`; with several lists of indices, each holds for an equal
  /// share of the axes before `axis`, in order.
  public func gathered(_ indices: Indices, axis: Int) -> Variable {
    let result = value.gathered(indices, axis: axis)
    let length = shape[axis < 0 ? axis + shape.count : axis]
    return .recorded(result, (self, { $0.scatterAdded(indices, axis: axis, length: length) }))
  }

  /// Zeros of length `length` along `axis`, with the elements added at `indices`.
  public func scatterAdded(_ indices: Indices, axis: Int, length: Int) -> Variable {
    .recorded(
      value.scatterAdded(indices, axis: axis, length: length),
      (self, { $0.gathered(indices, axis: axis) }))
  }

  /// The `count` largest elements of each row of the last axis, the largest first, and where they
  /// are.
  public func top(_ count: Int) -> (values: Variable, indices: Indices) {
    let indices = value.topIndices(count)
    return (gathered(indices, axis: -1), indices)
  }

  /// The mean over the pixels of each region.
  ///
  /// - Parameters:
  ///   - regions: for each image a list with the region of each pixel, 0 ..< `count`; or one list
  ///     for all.
  ///   - count: how many regions there are; one without pixels has mean 0.
  /// - Returns: `[N, C, count]` of this variable's `[N, C, H, W]`.
  public func regionMeans(_ regions: Indices, count: Int) -> Variable {
    require(
      shape.count == 4 && regions.count == shape[2] * shape[3],
      "region means: \(regions.count) labels for images \(shape)")
    let sums = reshaped(shape[0], shape[1], -1).scatterAdded(regions, axis: 2, length: count)
    let ones = Tensor.ones([regions.sets, 1, regions.count])
    let sizes = ones.scatterAdded(regions, axis: 2, length: count)
    return sums / Variable(BinaryFunction.maximum(sizes, Tensor(1)))
  }

  /// The image read at positions between its pixels, bilinearly.
  ///
  /// - Parameter positions: `[N, 2, H', W']`, x and y in pixels, 0 the centre of the first pixel;
  ///   beyond the border the outermost pixels go on.
  /// - Returns: `[N, C, H', W']` of this variable's `[N, C, H, W]`.
  /// - Note: gradients of gradients reach the image and the incoming gradient, and stop at
  ///   positions.
  public func sampled(at positions: Variable) -> Variable {
    let grid = GridSampling(image: shape, positions: positions.shape)
    return .recorded(
      grid.sample(value, at: positions.value),
      (self, { splat($0, positions, grid) }),
      (positions, { positionGradient($0, self, positions, grid) }))
  }
}

private func splat(_ gradient: Variable, _ positions: Variable, _ grid: GridSampling) -> Variable {
  .recorded(
    grid.splat(gradient.value, at: positions.value),
    (gradient, { $0.sampled(at: positions) }),
    (positions, { positionGradient(gradient, $0, positions, grid) }))
}

private func positionGradient(
  _ gradient: Variable, _ image: Variable, _ positions: Variable, _ grid: GridSampling
) -> Variable {
  Variable(grid.gradientOfPositions(gradient.value, image.value, at: positions.value))
}
