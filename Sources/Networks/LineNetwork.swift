public import Autograd
public import Learning
public import Tensors

// The ink that an artist would draw of a coloured drawing.
//
// Idea: whether an edge is a line, a shadow's end or a pattern shows in what surrounds it, so a pyramid looks at half
// resolution and below; where exactly the line lies shows in the pixels, which go past the pyramid.
// Cost: 1.5 GMAC for a picture of 256 by 256; 1.2 million parameters.
// Source: ResidualPyramid's.
// Not done: strokes; what comes out is ink pixel by pixel.

/// From coloured art to scores of ink: `[N, 4, H, W]` to `[N, 1, H, W]`.
public struct LineNetwork: WeightedNetwork {
  public static let architecture = "lines-1"
  public static let title = "line extractor"
  public static let training = "nurie train lines"
  /// The number that the sides of its pictures are multiples of.
  public static let granularity = 16

  private static let widths = [24, 48, 96, 128]
  private static let fineWidth = 16

  private var stem: Convolution
  private var trunk: ResidualPyramid
  private var narrower: Convolution
  private var fine: Convolution
  private var joined: Convolution
  private var scores: Convolution

  public init(using random: inout RandomStream) {
    let (width, fineWidth) = (Self.widths[0], Self.fineWidth)
    stem = Convolution(ColourInput.channels, width, kernel: 3, stride: 2, using: &random)
    trunk = ResidualPyramid(widths: Self.widths, blocks: [1, 1, 1, 2], using: &random)
    narrower = Convolution(width, fineWidth, kernel: 1, using: &random)
    fine = Convolution(ColourInput.channels, fineWidth, kernel: 3, using: &random)
    joined = Convolution(fineWidth, fineWidth, kernel: 3, activation: .relu, using: &random)
    scores = Convolution(fineWidth, 1, kernel: 3, initialisation: .xavier, using: &random)
  }

  /// - Parameter colours: `ColourInput`, `[N, 4, H, W]`; sides are multiples of 16.
  /// - Returns: `[N, 1, H, W]`: sigmoid makes them the probability of ink.
  public func callAsFunction(_ colours: Variable) -> Variable {
    let seen = narrower(trunk(stem(colours))).upsampled()
    return scores(joined(relu(seen + fine(colours))))
  }

  /// The probability of ink at every pixel, `[N, 1, H, W]`.
  ///
  /// - Parameter pictures: `[N, 3, H, W]`, sRGB, 0…1; sides are multiples of 16.
  public func ink(of pictures: Tensor) -> Tensor {
    sigmoid(self(Variable(ColourInput.of(pictures)))).value
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("stem", &stem)
    visit("trunk", &trunk)
    visit("narrower", &narrower)
    visit("fine", &fine)
    visit("joined", &joined)
    visit("scores", &scores)
  }
}
