/// The matrix a convolution is a product with, a tile of it at a time: one row for each channel and
/// element of the filter, one column for each position of the filter.
///
/// `addBack` adds such a matrix, `[channels · kernelH · kernelW, positions]`, to the image (col2im). It never
/// exists for a whole image: a tile fits the L2 cache.
struct Columns {
  let shape: ConvolutionShape

  /// Positions in a tile so that `rows` rows of it take about half a MiB.
  static func tileWidth(rows: Int) -> Int { max(128, 131_072 / max(1, rows) / 16 * 16) }

  /// - Parameters:
  ///   - image: the first of the channels, `[channels, H, W]`.
  ///   - positions: of the output, row by row.
  func addBack(
    _ columns: UnsafePointer<Float>, to image: UnsafeMutablePointer<Float>, channels: Int,
    positions: Range<Int>
  ) {
    var source = columns
    forEachRow(channels) { channel, kernelY, kernelX in
      let plane = image + channel * shape.h * shape.w
      forEachRun(of: positions, kernelY: kernelY, kernelX: kernelX) { run in
        let values = source + run.start
        let target = plane + run.offset
        if shape.steps.stride == 1 {
          for i in run.inside { target[i] += values[i] }
        } else {
          for i in run.inside { target[i * shape.steps.stride] += values[i] }
        }
      }
      source += positions.count
    }
  }

  @inline(__always)
  private func forEachRow(_ channels: Int, _ body: (Int, Int, Int) -> Void) {
    for channel in 0..<channels {
      for kernelY in 0..<shape.kernelH {
        for kernelX in 0..<shape.kernelW { body(channel, kernelY, kernelX) }
      }
    }
  }

  /// Neighbouring positions in one row of the output.
  private struct Run {
    /// The first column of the tile.
    let start: Int
    let count: Int
    /// Which of its positions read a pixel of the image and not padding.
    let inside: Range<Int>
    /// Where position 0 reads the plane (outside of it, where 0 is not in `inside`).
    let offset: Int
  }

  @inline(__always)
  private func forEachRun(
    of positions: Range<Int>, kernelY: Int, kernelX: Int, _ body: (Run) -> Void
  ) {
    let stride = shape.steps.stride
    var position = positions.lowerBound
    while position < positions.upperBound {
      let y = position / shape.outputW
      let x = position % shape.outputW
      let count = min(shape.outputW - x, positions.upperBound - position)
      let sourceY = y * stride - shape.steps.padding.top + kernelY * shape.steps.dilation
      let sourceX = x * stride - shape.steps.padding.left + kernelX * shape.steps.dilation
      var inside = 0..<0
      if sourceY >= 0 && sourceY < shape.h {
        let first = sourceX >= 0 ? 0 : (-sourceX + stride - 1) / stride
        let end = shape.w > sourceX ? (shape.w - sourceX + stride - 1) / stride : 0
        if first < min(count, end) { inside = first..<min(count, end) }
      }
      body(
        Run(
          start: position - positions.lowerBound, count: count, inside: inside,
          offset: sourceY * shape.w + sourceX))
      position += count
    }
  }
}
