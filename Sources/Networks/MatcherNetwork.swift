public import Autograd
public import Learning
public import Tensors

// The features that nurie sees in a drawing: for each place a vector that is alike where two drawings of a character show the same place,
// or one drawing the same region, and scores of parts.
//
// Idea: line art and coloured art go through a stem each into one trunk, so that what is learned about figures is learned
// once, and both end in one space of features.
// Cost: 1.3 GMAC for a picture of 256 by 256; 3.1 million parameters.
// Source: ResidualPyramid's; the loss that shapes the features is in Training.
// Not done: attention between the two drawings.

/// Features and parts of line art and coloured art: `[N, 64, H/4, W/4]`, of length 1.
public struct MatcherNetwork: WeightedNetwork, FeatureNetwork {
  public static let architecture = "matcher-1"
  public static let title = "matcher"
  public static let training = "nurie train matcher"
  /// The number of parts that it tells apart: the standard ones, in their order.
  public static let parts = 14

  public let channels = 64
  public let stride = 4
  public let granularity = 32

  private var lineStem: Stem
  private var colourStem: Stem
  private var trunk: ResidualPyramid
  private var embedding: Convolution
  private var partScores: Convolution
  /// The logarithm of what similarities are multiplied by before the softmax of training.
  public private(set) var sharpness: Variable

  public init(using random: inout RandomStream) {
    lineStem = Stem(LineInput.channels, using: &random)
    colourStem = Stem(ColourInput.channels, using: &random)
    trunk = ResidualPyramid(
      widths: [Stem.width, 96, 144, 160], blocks: [1, 2, 2, 2], using: &random)
    embedding = Convolution(
      Stem.width, channels, kernel: 1, initialisation: .xavier, using: &random)
    partScores = Convolution(
      Stem.width, Self.parts, kernel: 1, initialisation: .xavier, using: &random)
    sharpness = Variable(Tensor(2.3))
  }

  /// - Parameters:
  ///   - lines: `LineInput`, `[L, 2, H, W]`, or nil.
  ///   - colours: `ColourInput`, `[C, 4, H, W]`, or nil; sides are multiples of 32.
  /// - Returns: of the lines, then of the colours: N = L + C.
  public func callAsFunction(lines: Variable?, colours: Variable?) -> SeenPictures {
    let stems = [lines.map { lineStem($0) }, colours.map { colourStem($0) }].compactMap(\.self)
    let seen = trunk(stems.count == 1 ? stems[0] : concatenated(stems, axis: 0))
    return SeenPictures(
      embedding: unitLength(embedding(seen), epsilon: 1e-6), partScores: partScores(seen))
  }

  /// - Parameter pictures: `[N, 3, H, W]`, sRGB, 0…1; gradients go through coloured ones.
  public func seen(in pictures: Variable, areLineArt: Bool) -> SeenPictures {
    areLineArt
      ? self(lines: Variable(LineInput.of(pictures.value)), colours: nil)
      : self(lines: nil, colours: ColourInput.of(pictures))
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("lineStem", &lineStem)
    visit("colourStem", &colourStem)
    visit("trunk", &trunk)
    visit("embedding", &embedding)
    visit("partScores", &partScores)
    visit("sharpness", &sharpness)
  }
}

/// From pixels to a quarter of their number of rows and columns.
private struct Stem: Trainable {
  static let width = 48
  private var first: Convolution
  private var second: Convolution

  init(_ inputs: Int, using random: inout RandomStream) {
    first = Convolution(inputs, 24, kernel: 3, stride: 2, activation: .relu, using: &random)
    second = Convolution(24, Stem.width, kernel: 3, stride: 2, using: &random)
  }

  func callAsFunction(_ x: Variable) -> Variable { second(first(x)) }

  mutating func walk(_ visit: inout Walker) {
    visit("first", &first)
    visit("second", &second)
  }
}
