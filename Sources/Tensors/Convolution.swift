import Raster

/// Convolution on raw memory, for every shape: tiles of the column matrix, multiplied by BLAS.
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
    let depth = channels * kernel
    let width = Columns.tileWidth(rows: depth)
    let tiles = (positions + width - 1) / width
    forEachTile(of: shape.n * groups * tiles) { tile in
      let (image, group) = (tile / tiles / groups, tile / tiles % groups)
      let start = tile % tiles * width
      let range = start..<min(start + width, positions)
      let plane = input + (image * shape.c + group * channels) * shape.h * shape.w
      let target = output + (image * shape.o + group * filters) * positions + start
      withColumns(depth, range, of: plane) { columns in
        BLAS.multiply(
          BLAS.Matrix(pointer: weight + group * filters * depth, stride: depth), columns,
          rows: filters, columns: range.count, depth: depth, into: target, stride: positions)
      }
      for filter in 0..<filters {
        finish(
          target + filter * positions, range.count, bias.map { $0[group * filters + filter] } ?? 0,
          activation)
      }
    }
  }

  /// - Parameters:
  ///   - gradient: of the output.
  ///   - result: the gradient of the input.
  func gradientOfInput(
    gradient: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
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

  /// - Parameters:
  ///   - gradient: of the output.
  ///   - result: the gradient of the weight.
  func gradientOfWeight(
    gradient: UnsafePointer<Float>, input: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    // Tiles are blocks of channels; where there are few, also shares of the images' columns,
    // each with a sum of its own.
    let block = min(channels, 16)
    let blocks = (channels + block - 1) / block
    let rows = block * kernel
    let width = Columns.tileWidth(rows: rows)
    let tiles = (positions + width - 1) / width
    let shares = max(1, min(16 / (blocks * groups), shape.n * tiles))
    let weights = shape.o * channels * kernel
    let sums = shares == 1 ? nil : Storage(count: shares * weights)
    withExtendedLifetime(sums) {
      forEachTile(of: groups * blocks * shares) { tile in
        let (group, share) = (tile / shares / blocks, tile % shares)
        let first = tile / shares % blocks * block
        let count = min(block, channels - first)
        let target =
          (sums.map { $0.pointer + share * weights } ?? result)
          + (group * filters * channels + first) * kernel
        let part = shape.n * tiles * share / shares..<shape.n * tiles * (share + 1) / shares
        for index in part where !work.isCancelled {
          let image = index / tiles
          let start = index % tiles * width
          let range = start..<min(start + width, positions)
          let plane = input + (image * shape.c + group * channels + first) * shape.h * shape.w
          withColumns(count * kernel, range, of: plane) { columns in
            BLAS.multiply(
              BLAS.Matrix(
                pointer: gradient + (image * shape.o + group * filters) * positions + start,
                stride: positions),
              BLAS.Matrix(pointer: columns.pointer, stride: columns.stride, isTransposed: true),
              rows: filters, columns: count * kernel, depth: range.count, into: target,
              stride: channels * kernel, keep: index == part.lowerBound ? 0 : 1)
          }
        }
      }
      guard let sums else { return }
      result.update(from: sums.pointer, count: weights)
      for share in 1..<shares {
        for i in 0..<weights { result[i] += sums.pointer[share * weights + i] }
      }
    }
  }

  /// The columns of `rows / kernel` channels at some positions: of the image itself where it is its
  /// own column matrix.
  private func withColumns(
    _ rows: Int, _ range: Range<Int>, of plane: UnsafePointer<Float>, _ body: (BLAS.Matrix) -> Void
  ) {
    if shape.isPointwise {
      body(BLAS.Matrix(pointer: plane + range.lowerBound, stride: positions))
      return
    }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * range.count) { columns in
      Columns(shape: shape).fill(
        columns.baseAddress!, from: plane, channels: rows / kernel, positions: range)
      body(BLAS.Matrix(pointer: columns.baseAddress!, stride: range.count))
    }
  }
}

/// Adds the bias and applies the activation to one row.
private func finish(
  _ row: UnsafeMutablePointer<Float>, _ count: Int, _ bias: Float,
  _ activation: ConvolutionActivation
) {
  switch activation {
  case .none:
    if bias != 0 { for i in 0..<count { row[i] += bias } }
  case .leakyReLU(let slope):
    for i in 0..<count {
      let value = row[i] + bias
      row[i] = value > 0 ? value : slope * value
    }
  }
}
