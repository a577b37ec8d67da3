/// Rows and columns of zeros around an image.
public struct Padding: Sendable, Hashable {
  public var top, left, bottom, right: Int

  /// Rows above and below, columns left and right.
  public init(top: Int, left: Int, bottom: Int, right: Int) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }

  /// The same on all four sides.
  public init(_ all: Int) { self.init(top: all, left: all, bottom: all, right: all) }

  public static let none = Padding(0)
}

/// The steps of a convolution's filters over the image.
public struct ConvolutionSteps: Sendable, Hashable {
  /// Pixels from one position of the filter to the next.
  public var stride: Int
  public var padding: Padding
  /// Pixels from one element of the filter to the next.
  public var dilation: Int
  /// Channels are divided into this many groups that do not see each other.
  public var groups: Int

  /// Steps in pixels, over `groups` groups of channels.
  ///
  /// - Precondition: stride, dilation and groups are at least 1.
  public init(stride: Int = 1, padding: Padding = .none, dilation: Int = 1, groups: Int = 1) {
    require(
      stride >= 1 && dilation >= 1 && groups >= 1,
      "convolution: stride \(stride), dilation \(dilation), groups \(groups)")
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }
}

/// The last touch to a convolution's result, in the pass that writes it.
public enum ConvolutionActivation: Sendable, Hashable {
  case none
  /// `x`, or `slope * x` below 0; slope 0 is ReLU.
  case leakyReLU(slope: Float)

  public static let relu = leakyReLU(slope: 0)

  /// The factor for negative results.
  var slope: Float {
    switch self {
    case .none: 1
    case .leakyReLU(let slope): slope
    }
  }
}

/// All sides of a convolution: input `[N, C, H, W]`, weight `[O, C / groups, kernelH, kernelW]`,
/// output `[N, O, outputH, outputW]`.
struct ConvolutionShape: Hashable {
  let n, c, h, w, o, kernelH, kernelW: Int
  let steps: ConvolutionSteps
  let outputH, outputW: Int

  init(input: [Int], weight: [Int], _ steps: ConvolutionSteps) {
    let message = "convolution: input \(input), weight \(weight), \(steps.groups) groups"
    require(input.count == 4 && weight.count == 4, message)
    require(
      input[1] == weight[1] * steps.groups && weight[0] % steps.groups == 0, message)
    (n, c, h, w) = (input[0], input[1], input[2], input[3])
    (o, kernelH, kernelW) = (weight[0], weight[2], weight[3])
    self.steps = steps
    let padding = steps.padding
    let reachH = (kernelH - 1) * steps.dilation + 1
    let reachW = (kernelW - 1) * steps.dilation + 1
    let spareH = h + padding.top + padding.bottom - reachH
    let spareW = w + padding.left + padding.right - reachW
    require(
      spareH >= 0 && spareW >= 0 && kernelH > 0 && kernelW > 0,
      "convolution: the filter of weight \(weight) is larger than input \(input) with its padding")
    outputH = spareH / steps.stride + 1
    outputW = spareW / steps.stride + 1
  }

  var input: [Int] { [n, c, h, w] }
  var weight: [Int] { [o, c / steps.groups, kernelH, kernelW] }
  var output: [Int] { [n, o, outputH, outputW] }
}
