/// Where the filters of a convolution lie: the floats from one group, output, channel and tap to the next.
struct FilterBank {
  /// The first tap of the first channel of the first output.
  nonisolated(unsafe) let first: UnsafePointer<Float>
  let group, output, channel, tap: Int

  /// A convolution's own, as a tensor has them.
  init(_ weight: UnsafePointer<Float>, of shape: ConvolutionShape) {
    first = weight
    tap = 1
    channel = shape.kernelH * shape.kernelW
    output = shape.c / shape.steps.groups * channel
    group = shape.o / shape.steps.groups * output
  }

  private init(
    first: UnsafePointer<Float>, group: Int, output: Int, channel: Int, tap: Int
  ) {
    self.first = first
    self.group = group
    self.output = output
    self.channel = channel
    self.tap = tap
  }

  /// The same turned around, for the gradient of the input: its outputs are channels, and its taps go backwards.
  var turned: FilterBank {
    FilterBank(
      first: first + (channel - tap), group: group, output: channel, channel: output, tap: -tap)
  }
}

extension ConvolutionShape {
  /// The convolution of the output's gradient that gives the input's, with the filters turned around; nil where there is
  /// none: with a stride, and padded by more than a filter reaches.
  var turned: ConvolutionShape? {
    let vertical = steps.dilation * (kernelH - 1)
    let horizontal = steps.dilation * (kernelW - 1)
    let padding = steps.padding
    guard steps.stride == 1, max(padding.top, padding.bottom) <= vertical,
      max(padding.left, padding.right) <= horizontal
    else { return nil }
    return ConvolutionShape(
      input: output, weight: [c, o / steps.groups, kernelH, kernelW],
      ConvolutionSteps(
        padding: Padding(
          top: vertical - padding.top, left: horizontal - padding.left,
          bottom: vertical - padding.bottom, right: horizontal - padding.right),
        dilation: steps.dilation, groups: steps.groups))
  }
}
