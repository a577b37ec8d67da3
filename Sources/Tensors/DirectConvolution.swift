import Raster

// Convolution from the pixels themselves: no matrix of patches is ever built.
//
// The picture is cut into tiles that fit the second cache with their padding; a block of output channels and columns stays in
// registers while the loop goes over input channels and taps (`CConvolution`). So each input is read from the cache
// `kernel area · outputs / block` times and from memory about once; the work is bound by multiply-adds, not by bytes. Beside a
// matrix of patches it saves writing and reading `kernel area` times the picture.
//
// Each output is summed by one thread in the order channels, taps; sums over the pixels (the weights' gradient) are cut into
// parts that depend on the shape alone. So results do not depend on the number of threads.
//
// Source: the register blocking is that of Georganas et al., "Anatomy of high-performance deep learning convolutions on SIMD
// architectures", SC 2018, on plain NCHW.

/// One convolution's plan.
struct DirectConvolution: Sendable {
  /// Floats a tile may have: 512 KB, half of a usual second cache.
  private static let tileFloats = 131_072

  let shape: ConvolutionShape
  let work: Work
  let kernels: ConvolutionKernels

  init(
    _ shape: ConvolutionShape, work: Work,
    kernels: ConvolutionKernels = .fastest
  ) {
    self.shape = shape
    self.work = work
    self.kernels = kernels
  }

  var filters: Int { shape.o / shape.steps.groups }
  var channels: Int { shape.c / shape.steps.groups }
  var taps: Int { shape.kernelH * shape.kernelW }
  var block: Int { kernels.outputs }
  var blocks: Int { (filters + block - 1) / block }

  /// output = activation(filters ∗ input + bias).
  ///
  /// - Parameters:
  ///   - weights: by `packed`.
  ///   - bias: `[outputs]`; nil is zeros.
  ///   - slope: of negative results: 1 does nothing, 0 is ReLU.
  func run(
    _ input: UnsafePointer<Float>, packed weights: Storage, bias: UnsafePointer<Float>?,
    slope: Float, into output: UnsafeMutablePointer<Float>
  ) {
    let outputHeight = shape.outputH
    let outputWidth = shape.outputW
    let tile = forwardTile(threads: work.threads)
    let across = (outputWidth + tile.width - 1) / tile.width
    let down = (outputHeight + tile.height - 1) / tile.height
    // With one tap a channel, channels are what the inner loop goes over.
    let isPointwise = self.taps == 1
    let taps = isPointwise ? (0..<channels).map { $0 * tile.plane } : tile.taps
    let steps = isPointwise ? 1 : channels
    let biases = paddedBias(bias)
    nonisolated(unsafe) let input = input
    nonisolated(unsafe) let output = output
    work.forEachTile(of: shape.n * shape.steps.groups * down * across) { unit in
      let scratch = Storage(count: tile.count)
      let x = unit % across * tile.width
      let y = unit / across % down * tile.height
      let plane = unit / (across * down)
      let group = plane % shape.steps.groups
      tile.fill(
        scratch.pointer, from: input + plane * channels * shape.h * shape.w, x: x, y: y)
      let height = min(tile.height, outputHeight - y)
      let width = min(tile.width, outputWidth - x)
      func compute(block index: Int, row: Int, column: Int) {
        let first = plane * self.filters + index * block
        kernels.forward(
          scratch.pointer + row * tile.step + column, tile.plane, taps, taps.count, steps,
          weights.pointer + (group * blocks + index) * channels * self.taps * block,
          biases.pointer + (group * blocks + index) * block, slope,
          output + (first * outputHeight + y + row) * outputWidth + x + column,
          outputHeight * outputWidth, min(block, self.filters - index * block),
          min(kernels.columns, width - column))
      }
      let columns = stride(from: 0, to: width, by: kernels.columns)
      // The first cache keeps the pixels where they are few, else the weights.
      if isPointwise {
        for row in 0..<height {
          for column in columns {
            for index in 0..<blocks { compute(block: index, row: row, column: column) }
          }
        }
      } else {
        for index in 0..<blocks {
          for row in 0..<height {
            for column in columns { compute(block: index, row: row, column: column) }
          }
        }
      }
    }
  }

  /// A tile that fits the cache, and of which there are enough for all threads.
  private func forwardTile(threads: Int) -> PaddedTile {
    let columns = kernels.columns
    let width = min(shape.outputW, max(columns, 256 / columns * columns))
    let across = (shape.outputW + width - 1) / width
    let others = shape.n * shape.steps.groups * across
    var height = shape.outputH
    while height > 1,
      PaddedTile(shape, height: height, width: width, slack: columns).count > Self.tileFloats
    {
      height = (height + 1) / 2
    }
    let down = max(
      (shape.outputH + height - 1) / height,
      min(shape.outputH, (2 * threads + others - 1) / others))
    height = (shape.outputH + down - 1) / down
    return PaddedTile(shape, height: height, width: width, slack: columns)
  }

  /// The numbers that the layout of packed weights depends on.
  var layout: [Int] { [shape.steps.groups, shape.o, channels, shape.kernelH, shape.kernelW] }

  /// The weights as the loops read them: `[groups][blocks][channels][taps][block]`, zeros for outputs that do not exist.
  func packed(_ bank: FilterBank) -> Storage {
    let packed = Storage(count: shape.steps.groups * blocks * channels * taps * block)
    work.forEachShare(of: shape.steps.groups * blocks, smallest: 1) { numbers in
      for number in numbers {
        let first = number % blocks * block
        let kept = min(block, filters - first)
        let from = bank.first + number / blocks * bank.group + first * bank.output
        var to = packed.pointer + number * channels * taps * block
        for c in 0..<channels {
          for t in 0..<taps {
            let source =
              from + c * bank.channel + t / shape.kernelW * bank.row + t % shape.kernelW
              * bank.column
            for o in 0..<kept { to[o] = source[o * bank.output] }
            for o in kept..<block { to[o] = 0 }
            to += block
          }
        }
      }
    }
    return packed
  }

  private func paddedBias(_ bias: UnsafePointer<Float>?) -> Storage {
    let padded = Storage(count: shape.steps.groups * blocks * block)
    for group in 0..<shape.steps.groups {
      for o in 0..<blocks * block {
        padded.pointer[group * blocks * block + o] =
          o < filters ? bias?[group * filters + o] ?? 0 : 0
      }
    }
    return padded
  }
}
