import Raster

// Convolution of small images as products of matrices: the pixels that each filter meets at a place become a column (im2col;
// Chellapilla, Puri, Simard 2006), the columns of several images lie side by side, and BLAS multiplies.
//
// The other methods go along rows and over one image at a time: on rows shorter than a vector most of their lanes are idle,
// and the filters are read again for every image. Here both are gone, for a copy of each pixel a tap.
//
// The order of each sum follows from the shape alone: results are the same for any number of threads.

/// One convolution's plan.
struct ColumnConvolution {
  /// Columns of a product: enough for BLAS to be fast, few enough that what they are multiplied with stays in the cache.
  private static let columns = 512
  /// Outputs, or channels, that are one piece of work.
  private static let share = 80

  let shape: ConvolutionShape
  let work: Work

  /// Whether it is the fastest way where Winograd's does not pay.
  static func pays(_ shape: ConvolutionShape) -> Bool {
    shape.steps.groups == 1 && shape.outputW < 16 && shape.outputW * shape.outputH <= 192
      && min(shape.c, shape.o) >= 32
  }

  private var taps: Int { shape.kernelH * shape.kernelW }
  private var pixels: Int { shape.outputH * shape.outputW }
  /// Images whose columns lie side by side.
  private var together: Int { min(shape.n, max(1, Self.columns / pixels)) }
  private var groups: Int { (shape.n + together - 1) / together }

  private func images(_ group: Int) -> Range<Int> {
    group * together..<min(shape.n, (group + 1) * together)
  }

  /// output = activation(filters ∗ input + bias).
  ///
  /// - Parameters:
  ///   - bias: `[O]`; nil is zeros.
  ///   - slope: of negative results: 1 does nothing, 0 is ReLU.
  func run(
    _ input: UnsafePointer<Float>, _ filters: FilterBank, bias: UnsafePointer<Float>?,
    slope: Float, into output: UnsafeMutablePointer<Float>
  ) {
    let depth = shape.c * taps
    let copied = filters.isPlain(of: shape) ? nil : Storage(count: shape.o * depth)
    if let copied { copy(filters, to: copied.pointer) }
    nonisolated(unsafe) let matrix = copied.map { UnsafePointer($0.pointer) } ?? filters.first
    let shares = (shape.o + Self.share - 1) / Self.share
    nonisolated(unsafe) let input = input
    nonisolated(unsafe) let bias = bias
    nonisolated(unsafe) let output = output
    work.forEachTile(of: groups * shares) { unit in
      let images = images(unit / shares)
      let outputs = shape.o * (unit % shares) / shares..<shape.o * (unit % shares + 1) / shares
      let width = images.count * pixels
      let columns = Storage(count: depth * width)
      fill(columns.pointer, from: input, images: images, channels: 0..<shape.c)
      let products = Storage(count: outputs.count * width)
      BLAS.multiply(
        BLAS.Matrix(pointer: matrix + outputs.lowerBound * depth, stride: depth),
        BLAS.Matrix(pointer: columns.pointer, stride: width), rows: outputs.count,
        columns: width, depth: depth, into: products.pointer, stride: width)
      for o in outputs {
        for (place, image) in images.enumerated() {
          let from = products.pointer + (o - outputs.lowerBound) * width + place * pixels
          let to = output + (image * shape.o + o) * pixels
          let shift = bias?[o] ?? 0
          for i in 0..<pixels {
            let value = from[i] + shift
            to[i] = value < 0 ? value * slope : value
          }
        }
      }
    }
  }

  /// The gradient of the weights.
  func gradientOfWeight(
    _ gradient: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
    into output: UnsafeMutablePointer<Float>
  ) {
    let depth = shape.c * taps
    let shares = (shape.c + Self.share - 1) / Self.share
    nonisolated(unsafe) let gradient = gradient
    nonisolated(unsafe) let input = input
    nonisolated(unsafe) let output = output
    work.forEachTile(of: shares) { unit in
      let channels = shape.c * unit / shares..<shape.c * (unit + 1) / shares
      let columns = Storage(count: channels.count * taps * together * pixels)
      let slopes = Storage(count: shape.o * together * pixels)
      for group in 0..<groups {
        let images = images(group)
        let width = images.count * pixels
        fill(columns.pointer, from: input, images: images, channels: channels)
        for o in 0..<shape.o {
          for (place, image) in images.enumerated() {
            (slopes.pointer + o * width + place * pixels).update(
              from: gradient + (image * shape.o + o) * pixels, count: pixels)
          }
        }
        BLAS.multiply(
          BLAS.Matrix(pointer: slopes.pointer, stride: width),
          BLAS.Matrix(pointer: columns.pointer, stride: width, isTransposed: true),
          rows: shape.o, columns: channels.count * taps, depth: width,
          into: output + channels.lowerBound * taps, stride: depth, keep: group == 0 ? 0 : 1)
      }
    }
  }

  /// The filters as a matrix, `[O, C · taps]`.
  private func copy(_ filters: FilterBank, to matrix: UnsafeMutablePointer<Float>) {
    var to = matrix
    for o in 0..<shape.o {
      for channel in 0..<shape.c {
        let from = filters.first + o * filters.output + channel * filters.channel
        for row in 0..<shape.kernelH {
          for column in 0..<shape.kernelW {
            to.pointee = from[row * filters.row + column * filters.column]
            to += 1
          }
        }
      }
    }
  }

  /// The pixels that each tap of some channels meets, `[channels · taps, images · pixels]`: zeros beyond the border.
  private func fill(
    _ columns: UnsafeMutablePointer<Float>, from input: UnsafePointer<Float>, images: Range<Int>,
    channels: Range<Int>
  ) {
    let (stride, dilation, padding) = (
      shape.steps.stride, shape.steps.dilation, shape.steps.padding
    )
    let plane = shape.h * shape.w
    var to = columns
    for channel in channels {
      for tap in 0..<taps {
        let down = tap / shape.kernelW * dilation - padding.top
        let across = tap % shape.kernelW * dilation - padding.left
        // The outputs whose tap lies within the row: those from `first` to `last`.
        let first = across < 0 ? min(shape.outputW, (stride - 1 - across) / stride) : 0
        let last = max(
          first, min(shape.outputW, across < shape.w ? (shape.w - 1 - across) / stride + 1 : 0))
        for image in images {
          let source = input + (image * shape.c + channel) * plane
          for y in 0..<shape.outputH {
            let row = y * stride + down
            if row < 0 || row >= shape.h {
              to.update(repeating: 0, count: shape.outputW)
            } else {
              let from = source + row * shape.w + across
              for x in 0..<first { to[x] = 0 }
              for x in first..<last { to[x] = from[x * stride] }
              for x in last..<shape.outputW { to[x] = 0 }
            }
            to += shape.outputW
          }
        }
      }
    }
  }
}
