import Raster

// The gradient of the weights is, for each of the 36 points, a product of two matrices, outputs × tiles and tiles × channels.
// A strip, some rows of tiles, is transformed and multiplied; its sums at the points stay, and become filters once, at the
// end. A strip's values and the sums are more than the second cache holds, so each comes once a strip from the third: of the
// sums 8 bytes for every 192 operations. What is left of a speed of four are the transforms and those bytes.
//
// As in the direct way, the rows of tiles of all images are cut into parts that depend on the shape alone, and a part's tiles
// are summed in their order: results do not depend on threads. A value that is not finite spoils all taps of its channel.

extension WinogradConvolution {
  fileprivate static let gradientPoints = ConvolutionKernels.points * ConvolutionKernels.points
  /// Tiles in a strip, where a row has not more: what a block of outputs and channels has of them stays in the first cache.
  private static let gradientTiles = 96
  /// The weights' gradient is summed in at most so many parts, each of at least so many tiles: its sums at the points are
  /// four times the filters.
  private static let gradientParts = 4
  private static let partTiles = 128

  /// Whether the gradient of the weights is faster so: with fewer channels, or tiles less than full, the transforms are most
  /// of the work, and with few pixels the way back is.
  static func paysForWeights(_ shape: ConvolutionShape) -> Bool {
    fits(shape) && min(shape.c, shape.o) >= 16 && min(shape.outputH, shape.outputW) >= 3
      && shape.n * shape.outputH * shape.outputW >= 128
  }

  /// The gradient of the weights.
  func gradientOfWeight(
    _ gradient: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
    into output: UnsafeMutablePointer<Float>
  ) {
    let down = (shape.outputH + ConvolutionKernels.tile - 1) / ConvolutionKernels.tile
    let rows = shape.n * down
    let inputs = Side(ofInput: shape, strip: Self.gradientTiles)
    let slopes = Side(ofGradient: shape, strip: Self.gradientTiles)
    let across = inputs.across
    let strip = inputs.rows
    let parts = min(rows, max(1, min(Self.gradientParts, rows * across / Self.partTiles)))
    let sumsPlane = blocks * block * inputs.pitch + 16
    let sums = Storage(count: parts * Self.gradientPoints * sumsPlane)
    // More threads than parts share a strip's rows and its points.
    let within = Work(
      threads: max(1, work.threads / parts), isCancelled: { work.isCancelled })
    nonisolated(unsafe) let gradient = gradient
    nonisolated(unsafe) let input = input
    nonisolated(unsafe) let output = output
    work.forEachTile(of: parts) { part in
      let ours = rows * part / parts..<rows * (part + 1) / parts
      let values = Storage(count: inputs.count)
      let gradients = Storage(count: slopes.count)
      for first in stride(from: ours.lowerBound, to: ours.upperBound, by: strip) {
        let count = min(strip, ours.upperBound - first)
        within.forEachTile(of: count) { row in
          let image = (first + row) / down
          let y = (first + row) % down * ConvolutionKernels.tile
          transform(
            input + image * shape.c * shape.h * shape.w, y: y, inputs, kernels.gradientInput,
            into: values.pointer + row * across * inputs.pitch)
          transform(
            gradient + image * shape.o * shape.outputH * shape.outputW, y: y, slopes,
            kernels.gradientOutput, into: gradients.pointer + row * across * slopes.pitch)
        }
        within.forEachTile(of: Self.gradientPoints) { point in
          kernels.gradientProducts(
            gradients.pointer + point * slopes.plane, slopes.pitch, shape.o,
            values.pointer + point * inputs.plane, inputs.pitch, shape.c, count * across,
            sums.pointer + (part * Self.gradientPoints + point) * sumsPlane, inputs.pitch,
            first == ours.lowerBound ? 0 : 1)
        }
      }
    }
    work.forEachShare(of: shape.o) { outputs in
      for o in outputs {
        kernels.gradientTaps(
          sums.pointer + o * inputs.pitch, sumsPlane, parts, shape.c, output + o * shape.c * 9)
      }
    }
  }

  /// Transforms a row of tiles.
  ///
  /// - Parameters:
  ///   - picture: an image's, `[channels, height, width]`.
  ///   - y: the tiles' first row, counted from the padding's.
  private func transform(
    _ picture: UnsafePointer<Float>, y: Int, _ side: Side,
    _ kernel: ConvolutionKernels.GradientPoints, into values: UnsafeMutablePointer<Float>
  ) {
    let pitch = side.pitch
    let row = ((side.across - 1) * ConvolutionKernels.tile + side.tile) * pitch
    let inside = Storage(count: side.tile * row)
    for index in 0..<side.tile {
      let to = inside.pointer + index * row
      let source = y + index - side.top
      if source < 0 || source >= side.height {
        to.update(repeating: 0, count: row)
      } else {
        let before = side.left * pitch
        let end = before + side.width * pitch
        to.update(repeating: 0, count: before)
        kernels.channelsInside(
          picture + source * side.width, side.height * side.width, side.channels, side.width,
          to + before, pitch)
        (to + end).update(repeating: 0, count: row - end)
      }
    }
    kernel(inside.pointer, row, pitch, side.channels, side.across, values, side.plane)
  }

  /// The input or the output's gradient, and how a strip of it lies in scratch memory: `[points][tiles][pitch]`.
  private struct Side {
    /// A cache line's floats. Tiles are an odd number of lines apart, or some would share the caches' sets.
    private static let line = 16

    let channels, height, width: Int
    /// Rows and columns of zeros before the picture's first.
    let top, left: Int
    /// The side of what is read of a tile.
    let tile: Int
    /// A strip's tiles in a row, and its rows.
    let across, rows: Int
    /// Floats from a tile to the next, and from a point.
    let pitch, plane: Int

    init(ofInput shape: ConvolutionShape, strip: Int) {
      let padding = shape.steps.padding
      self.init(
        [shape.c, shape.h, shape.w], top: padding.top, left: padding.left,
        tile: ConvolutionKernels.points, outputs: shape.outputW, strip: strip)
    }

    init(ofGradient shape: ConvolutionShape, strip: Int) {
      self.init(
        [shape.o, shape.outputH, shape.outputW], top: 0, left: 0, tile: ConvolutionKernels.tile,
        outputs: shape.outputW, strip: strip)
    }

    private init(_ sides: [Int], top: Int, left: Int, tile: Int, outputs: Int, strip: Int) {
      (channels, height, width) = (sides[0], sides[1], sides[2])
      (self.top, self.left, self.tile) = (top, left, tile)
      across = (outputs + ConvolutionKernels.tile - 1) / ConvolutionKernels.tile
      rows = max(1, strip / across)
      pitch = ((channels + Self.line - 1) / Self.line | 1) * Self.line
      plane = rows * across * pitch + Self.line
    }

    var count: Int { WinogradConvolution.gradientPoints * plane }
  }
}
