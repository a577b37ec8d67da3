public import Tensors

extension Variable {
  /// Applies one linear map to the columns and one to the rows of every image; the gradient goes
  /// back through their transposes.
  public func resampled(_ vertical: LinearMap, _ horizontal: LinearMap) -> Variable {
    .recorded(
      value.resampled(vertical, horizontal),
      (self, { $0.resampled(vertical.transposed, horizontal.transposed) }))
  }

  private var sides: (height: Int, width: Int) {
    require(shape.count >= 2, "\(shape) is no shape of images")
    return (shape[shape.count - 2], shape[shape.count - 1])
  }

  /// Every output pixel is the one it lies in.
  public func resizedNearest(height: Int, width: Int) -> Variable {
    resampled(.nearest(sides.height, to: height), .nearest(sides.width, to: width))
  }

  /// Between the four nearest pixels; pixel centres are at halves.
  public func resizedBilinear(height: Int, width: Int) -> Variable {
    resampled(.bilinear(sides.height, to: height), .bilinear(sides.width, to: width))
  }

  /// Each pixel `factor` × `factor` times.
  public func upsampled(_ factor: Int = 2) -> Variable {
    resizedNearest(height: sides.height * factor, width: sides.width * factor)
  }

  /// Means of `kernel` × `kernel` pixels, `stride` (the kernel unless told) apart.
  public func averagePooled(_ kernel: Int = 2, stride: Int? = nil) -> Variable {
    let stride = stride ?? kernel
    return resampled(
      .average(sides.height, kernel: kernel, stride: stride),
      .average(sides.width, kernel: kernel, stride: stride))
  }

  /// The images with a border; negative padding crops.
  public func padded(_ padding: Padding, _ border: LinearMap.Border) -> Variable {
    resampled(
      .padding(sides.height, before: padding.top, after: padding.bottom, border),
      .padding(sides.width, before: padding.left, after: padding.right, border))
  }

  /// The largest of each `kernel` × `kernel` pixels, `stride` (the kernel unless told) apart; of
  /// equal ones the first gets the gradient.
  public func maxPooled(_ kernel: Int = 2, stride: Int? = nil) -> Variable {
    let (indices, height, width) = value.largestIndices(kernel: kernel, stride: stride ?? kernel)
    let lead = Array(shape.dropLast(2))
    return reshaped(lead + [sides.height * sides.width])
      .gathered(indices, axis: -1)
      .reshaped(lead + [height, width])
  }
}
