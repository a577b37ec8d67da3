// A piece of a picture as the convolution's loops want it: with its padding, near in memory, and for a
// stride of s with every s-th column together, so that what a tap meets lies side by side whatever the stride.

/// The layout of the pixels for a rectangle of outputs in a scratch buffer: `[channels][phases][rows][pitch]`.
struct PaddedTile: Sendable {
  /// A cache line's floats. Planes are an odd number of lines apart, or the channels of a picture whose
  /// side is a power of two would all fall on the same few lines of the cache.
  private static let line = 16

  let shape: ConvolutionShape
  /// Of this many channels: those of a group.
  let channels: Int
  /// The outputs' rectangle at most.
  let height: Int
  let width: Int
  /// Floats from a row to the next, from a phase, from a channel.
  let pitch: Int
  let phase: Int
  let plane: Int
  private let slack: Int
  /// Rows of input that `height` rows of output need.
  let rows: Int

  /// - Parameter slack: floats that are read beyond the last row's end; beyond another's the next row lies.
  init(_ shape: ConvolutionShape, height: Int, width: Int, slack: Int) {
    self.slack = slack
    self.shape = shape
    channels = shape.c / shape.steps.groups
    self.height = height
    self.width = width
    rows = (height - 1) * shape.steps.stride + shape.steps.dilation * (shape.kernelH - 1) + 1
    let reach = shape.steps.dilation * (shape.kernelW - 1) / shape.steps.stride
    pitch = (width + reach + Self.line - 1) / Self.line * Self.line
    phase = rows * pitch
    let lines = shape.steps.stride * phase / Self.line
    plane = (lines % 2 == 0 ? lines + 1 : lines) * Self.line
  }

  /// Floats of the whole tile.
  var count: Int { channels * plane + slack }
  /// Floats from what one row of outputs needs to the next row's.
  var step: Int { shape.steps.stride * pitch }

  /// The place of each tap of the kernel, by rows.
  var taps: [Int] {
    (0..<shape.kernelH).flatMap { row in
      (0..<shape.kernelW).map { column in
        let x = column * shape.steps.dilation
        return x % shape.steps.stride * phase + row * shape.steps.dilation * pitch + x
          / shape.steps.stride
      }
    }
  }

  /// Copies what the outputs from `(x, y)` on need.
  ///
  /// - Parameters:
  ///   - picture: the group's first channel, `[channels, height, width]`.
  ///   - tile: `count` floats; all of them are written.
  func fill(
    _ tile: UnsafeMutablePointer<Float>, from picture: UnsafePointer<Float>, x: Int, y: Int
  ) {
    let stride = shape.steps.stride
    for channel in 0..<channels {
      let source = picture + channel * shape.h * shape.w
      let target = tile + channel * plane
      for row in 0..<rows {
        let inputRow = y * stride - shape.steps.padding.top + row
        for lane in 0..<stride {
          let to = target + lane * phase + row * pitch
          if inputRow < 0 || inputRow >= shape.h {
            to.update(repeating: 0, count: pitch)
          } else {
            fillRow(
              to, from: source + inputRow * shape.w,
              first: x * stride + lane - shape.steps.padding.left)
          }
        }
      }
      let end = stride * phase
      (target + end).update(repeating: 0, count: plane - end)
    }
    (tile + channels * plane).update(repeating: 0, count: slack)
  }

  /// Copies every `stride`-th pixel of a row from the column `first` on, zeros outside.
  private func fillRow(
    _ to: UnsafeMutablePointer<Float>, from row: UnsafePointer<Float>, first: Int
  ) {
    let stride = shape.steps.stride
    let before = first < 0 ? min(pitch, (stride - 1 - first) / stride) : 0
    let inside = shape.w - first
    let end = max(before, min(pitch, inside <= 0 ? 0 : (inside + stride - 1) / stride))
    to.update(repeating: 0, count: before)
    if stride == 1 {
      (to + before).update(from: row + first + before, count: end - before)
    } else if stride == 2 {
      ConvolutionKernels.fastest.everySecond(row + first + 2 * before, end - before, to + before)
    } else {
      for index in before..<end { to[index] = row[first + index * stride] }
    }
    (to + end).update(repeating: 0, count: pitch - end)
  }
}
