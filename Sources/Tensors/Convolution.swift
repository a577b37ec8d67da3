import Raster

/// Convolution on raw memory, for every shape: by Winograd's method where that is faster, else from the pixels themselves;
/// the gradient of a strided one's input through tiles of the column matrix, multiplied by BLAS.
///
/// All three write all of their output. Threads take tiles whose cut depends on the shape alone,
/// and no two write the same number, so results are the same for any number of them. Cost: 2 · N ·
/// O · outputH · outputW · C / groups · kernelH · kernelW operations each; half a MiB of scratch a
/// thread.
struct Convolution {
  let shape: ConvolutionShape
  let work: Work

  private var groups: Int { shape.steps.groups }
  private var channels: Int { shape.c / groups }
  private var filters: Int { shape.o / groups }
  private var kernel: Int { shape.kernelH * shape.kernelW }
  private var positions: Int { shape.outputH * shape.outputW }

  /// - Parameter bias: `[O]`.
  func forward(
    input: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    activation: ConvolutionActivation, output: UnsafeMutablePointer<Float>
  ) {
    run(
      shape, input, FilterBank(weight, of: shape), bias: bias, slope: activation.slope,
      into: output)
  }

  private func run(
    _ shape: ConvolutionShape, _ input: UnsafePointer<Float>, _ filters: FilterBank,
    bias: UnsafePointer<Float>?, slope: Float, into output: UnsafeMutablePointer<Float>
  ) {
    if WinogradConvolution.pays(shape) {
      WinogradConvolution(shape, work: work).run(
        input, filters, bias: bias, slope: slope, into: output)
    } else {
      DirectConvolution(shape, work: work).run(
        input, filters, bias: bias, slope: slope, into: output)
    }
  }

  /// - Parameters:
  ///   - gradient: of the output.
  ///   - result: the gradient of the weight.
  func gradientOfWeight(
    gradient: UnsafePointer<Float>, input: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    DirectConvolution(shape, work: work).gradientOfWeight(gradient, input, into: result)
  }

  /// - Parameters:
  ///   - gradient: of the output.
  ///   - result: the gradient of the input.
  func gradientOfInput(
    gradient: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    if let turned = shape.turned {
      return run(
        turned, gradient, FilterBank(weight, of: shape).turned, bias: nil, slope: 1, into: result)
    }
    // Threads share an image by channels: only they are never written by two tiles.
    let block = min(channels, 16)
    let blocks = (channels + block - 1) / block
    forEachTile(of: shape.n * groups * blocks) { tile in
      let (image, group) = (tile / blocks / groups, tile / blocks % groups)
      let first = tile % blocks * block
      let count = min(block, channels - first)
      let plane = result + (image * shape.c + group * channels + first) * shape.h * shape.w
      plane.update(repeating: 0, count: count * shape.h * shape.w)
      let rows = count * kernel
      let filter = BLAS.Matrix(
        pointer: weight + (group * filters * channels + first) * kernel,
        stride: channels * kernel, isTransposed: true)
      let width = Columns.tileWidth(rows: rows)
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * width) { columns in
        for start in stride(from: 0, to: positions, by: width) where !work.isCancelled {
          let range = start..<min(start + width, positions)
          BLAS.multiply(
            filter,
            BLAS.Matrix(
              pointer: gradient + (image * shape.o + group * filters) * positions + start,
              stride: positions),
            rows: rows, columns: range.count, depth: filters, into: columns.baseAddress!,
            stride: range.count)
          Columns(shape: shape).addBack(
            columns.baseAddress!, to: plane, channels: count, positions: range)
        }
      }
    }
  }
}
