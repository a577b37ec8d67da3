/// The layout of a convolution's filters: the floats from one group, output, channel, row and column of taps to the next.
struct FilterBank {
  /// The first tap of the first channel of the first output.
  nonisolated(unsafe) var first: UnsafePointer<Float>
  var group, output, channel, row, column: Int

  /// A convolution's own, as a tensor has them.
  init(_ weight: UnsafePointer<Float>, of shape: ConvolutionShape) {
    first = weight
    column = 1
    row = shape.kernelW
    channel = shape.kernelH * row
    output = shape.c / shape.steps.groups * channel
    group = shape.o / shape.steps.groups * output
  }

  /// Whether its taps lie as a tensor has them, without gaps.
  func isPlain(of shape: ConvolutionShape) -> Bool {
    let plain = FilterBank(first, of: shape)
    return (output, channel, row, column) == (plain.output, plain.channel, plain.row, plain.column)
  }

  /// The same the other way round: its outputs are channels, and it begins at other taps and goes over them by other steps.
  func turned(from tap: (row: Int, column: Int), by step: (row: Int, column: Int)) -> FilterBank {
    var bank = self
    bank.first += tap.row * row + tap.column * column
    (bank.output, bank.channel) = (channel, output)
    bank.row = step.row * row
    bank.column = step.column * column
    return bank
  }
}
