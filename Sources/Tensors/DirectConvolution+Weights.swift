import Raster

// The gradient of the weights is a product of two matrices, outputs × pixels and pixels × (channels · taps), the second of
// which is read where it lies in the padded tile: a block of outputs times a few of its columns stays in registers while
// the loop goes over the tile's pixels.

extension DirectConvolution {
  /// Output pixels in a tile of the weights' gradient: what a block of output channels has of them stays in the first cache.
  private static let gradientPixels = 1024
  /// The weights' gradient is summed in at most so many parts.
  private static let gradientParts = 4

  /// The gradient of the weights.
  func gradientOfWeight(
    _ gradient: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
    into output: UnsafeMutablePointer<Float>
  ) {
    let lanes = kernels.lanes
    let pairs = kernels.pairs
    let width = min(shape.outputW, 512)
    let height = min(shape.outputH, max(1, Self.gradientPixels / width))
    let tile = PaddedTile(shape, height: height, width: width, slack: lanes)
    let across = (shape.outputW + width - 1) / width
    let down = (shape.outputH + height - 1) / height
    let tiles = shape.n * across * down
    let parts = min(Self.gradientParts, tiles)
    let columns = channels * taps
    let columnBlocks = (columns + pairs - 1) / pairs
    // Columns beyond the last count for nothing.
    let taps = tile.taps
    let offsets = (0..<columnBlocks * pairs).map { column in
      column < columns ? column / taps.count * tile.plane + taps[column % taps.count] : 0
    }
    let rowOfGradient = (width + lanes - 1) / lanes * lanes
    let planeOfGradient = height * rowOfGradient + 16
    let sumsOfPart = shape.steps.groups * blocks * columnBlocks * block * pairs
    let sums = Storage(count: parts * sumsOfPart)
    sums.pointer.update(repeating: 0, count: parts * sumsOfPart)
    // More threads than parts share the blocks of output channels, each with a copy of the tile.
    let shares = max(1, min(blocks, work.threads / parts))
    nonisolated(unsafe) let gradient = gradient
    nonisolated(unsafe) let input = input
    work.forEachTile(of: parts * shape.steps.groups * shares) { unit in
      let share = unit % shares
      let group = unit / shares % shape.steps.groups
      let part = unit / (shares * shape.steps.groups)
      let ours = blocks * share / shares..<blocks * (share + 1) / shares
      let padded = Storage(count: tile.count)
      let slopes = Storage(count: block * planeOfGradient)
      for index in tiles * part / parts..<tiles * (part + 1) / parts {
        let x = index % across * width
        let y = index / across % down * height
        let image = index / (across * down)
        let plane = image * shape.steps.groups + group
        let rows = min(height, shape.outputH - y)
        tile.fill(
          padded.pointer, from: input + plane * channels * shape.h * shape.w, x: x, y: y)
        for number in ours {
          fill(
            slopes.pointer, from: gradient + plane * filters * shape.outputH * shape.outputW,
            block: number, x: x, y: y, width: min(width, shape.outputW - x), rows: rows,
            pitch: rowOfGradient, plane: planeOfGradient)
          var to = sums.pointer + part * sumsOfPart
          to += (group * blocks + number) * columnBlocks * block * pairs
          offsets.withUnsafeBufferPointer { offsets in
            for column in 0..<columnBlocks {
              kernels.weights(
                slopes.pointer, planeOfGradient, rowOfGradient, padded.pointer,
                offsets.baseAddress! + column * pairs, tile.step, rows, rowOfGradient,
                to + column * block * pairs)
            }
          }
        }
      }
    }
    gather(sums, parts: parts, columnBlocks: columnBlocks, into: output)
  }

  /// Copies a block's gradient, zeros to the end of each row and for channels that do not exist.
  private func fill(
    _ to: UnsafeMutablePointer<Float>, from gradient: UnsafePointer<Float>, block number: Int,
    x: Int, y: Int, width: Int, rows: Int, pitch: Int, plane: Int
  ) {
    for o in 0..<block {
      let channel = number * block + o
      for row in 0..<rows {
        let target = to + o * plane + row * pitch
        guard channel < filters else {
          target.update(repeating: 0, count: pitch)
          continue
        }
        let source = gradient + (channel * shape.outputH + y + row) * shape.outputW + x
        target.update(from: source, count: width)
        (target + width).update(repeating: 0, count: pitch - width)
      }
    }
  }

  /// Adds the parts, in their order, and puts the weights where they belong.
  private func gather(
    _ sums: Storage, parts: Int, columnBlocks: Int, into output: UnsafeMutablePointer<Float>,
  ) {
    let pairs = kernels.pairs
    let columns = channels * taps
    let sumsOfPart = shape.steps.groups * blocks * columnBlocks * block * pairs
    nonisolated(unsafe) let output = output
    work.forEachShare(of: shape.o) { channels in
      for channel in channels {
        let group = channel / filters
        let o = channel % filters
        let row =
          sums.pointer + (group * blocks + o / block) * columnBlocks * block * pairs + o % block
          * pairs
        for column in 0..<columns {
          let at = column / pairs * block * pairs + column % pairs
          var sum: Float = 0
          for part in 0..<parts { sum += row[part * sumsOfPart + at] }
          output[channel * columns + column] = sum
        }
      }
    }
  }
}
