public import Autograd
public import Learning
public import Tensors

// StyleGAN2's generator (Karras et al. 2020): random numbers become a style; from a learned 4 × 4 constant, convolutions
// weighted by the style make ever finer activations, each side of which adds its colours to the picture.
//
// Cost: 120 MMAC a picture of 64 pixels at the standard shape.
// Parameters are named as in the most used re-implementation for PyTorch, so that its weights can be read.

/// From random numbers to pictures.
public struct StyleGenerator: Trainable {
  public static let architecture = "stylegan2-1"

  public let shape: StyleShape
  private var mapping: [EqualizedLinear]
  private var constant: Variable
  private var first: StyledLayer
  private var firstColours: ColourLayer
  /// Two for each side above 4.
  private var layers: [StyledLayer]
  private var colours: [ColourLayer]

  public init(_ shape: StyleShape, using random: inout RandomStream) {
    self.shape = shape
    let width = shape.styleWidth
    mapping = (0..<shape.mappingLayers).map { _ in
      EqualizedLinear(width, width, rate: 0.01, isRectified: true, using: &random)
    }
    let coarsest = shape.channels(at: 4)
    constant = Variable(.normal([1, coarsest, 4, 4], using: &random))
    first = StyledLayer(coarsest, coarsest, styleWidth: width, using: &random)
    firstColours = ColourLayer(coarsest, styleWidth: width, using: &random)
    layers = []
    colours = []
    for side in shape.sides.dropFirst() {
      let (before, here) = (shape.channels(at: side / 2), shape.channels(at: side))
      layers.append(
        StyledLayer(before, here, styleWidth: width, isDoubling: true, using: &random))
      layers.append(StyledLayer(here, here, styleWidth: width, using: &random))
      colours.append(ColourLayer(here, styleWidth: width, using: &random))
    }
  }

  /// The style that random numbers stand for.
  ///
  /// - Parameter latents: `[N, styleWidth]`, normal.
  /// - Returns: of the same shape.
  public func style(of latents: Variable) -> Variable {
    var x = pixelNormalised(latents)
    for layer in mapping { x = layer(x) }
    return x
  }

  /// The styles of all layers, one alike for each.
  ///
  /// - Parameter style: `[N, styleWidth]`.
  /// - Returns: `[N, layers, styleWidth]`.
  public func styles(_ style: Variable) -> Variable {
    let (count, width) = (style.shape[0], style.shape[1])
    return style.reshaped(count, 1, width).broadcast(to: [count, shape.layers, width])
  }

  /// The mean style of random pictures, `[1, styleWidth]`.
  ///
  /// - Parameter count: the pictures that it is the mean of.
  public func meanStyle(of count: Int, using random: inout RandomStream) -> Variable {
    style(of: Variable(.normal([count, shape.styleWidth], using: &random))).mean(
      to: [1, shape.styleWidth])
  }

  /// Styles nearer to the mean one (truncation): drawings are better there, and more alike.
  ///
  /// - Parameters:
  ///   - style: `[N, styleWidth]`.
  ///   - mean: `[1, styleWidth]`.
  ///   - share: of the way from the mean that is left, ψ: 1 changes nothing, 0 leaves the mean.
  public func truncated(_ style: Variable, towards mean: Variable, by share: Float) -> Variable {
    mean + (style - mean) * share
  }

  /// What is made of styles.
  public struct Synthesis {
    /// `[N, 3, side, side]`; −1…1 are black and white.
    public let picture: Variable
    /// What each convolution made, `[N, C, H, W]`, from coarse to fine.
    public let activations: [Variable]
  }

  /// - Parameters:
  ///   - styles: `[N, layers, styleWidth]`.
  ///   - noise: one a convolution, `[N or 1, 1, H, W]`, as `noise(of:using:)` makes them.
  public func synthesis(_ styles: Variable, noise: [Variable]) -> Synthesis {
    let (count, width) = (styles.shape[0], styles.shape[2])
    func style(_ index: Int) -> Variable {
      styles.sliced(index..<index + 1, axis: 1).reshaped(count, width)
    }
    // The first side's convolution and each later side's second one share their styles with nothing but the next layer's.
    var x = constant.broadcast(to: [count] + constant.shape.dropFirst())
    x = first(x, style: style(0), noise: noise[0])
    var activations = [x]
    var picture = firstColours(x, style: style(1), coarser: nil)
    for level in colours.indices {
      let index = 2 * level
      x = layers[index](x, style: style(index + 1), noise: noise[index + 1])
      activations.append(x)
      x = layers[index + 1](x, style: style(index + 2), noise: noise[index + 2])
      activations.append(x)
      picture = colours[level](x, style: style(index + 3), coarser: picture)
    }
    return Synthesis(picture: picture, activations: activations)
  }

  /// Fresh noise for `count` pictures.
  public func noise(of count: Int, using random: inout RandomStream) -> [Variable] {
    shape.sides.flatMap { side in
      (0..<(side == 4 ? 1 : 2)).map { _ in
        Variable(.normal([count, 1, side, side], using: &random))
      }
    }
  }

  public mutating func walk(_ visit: inout Walker) {
    for index in mapping.indices { visit("style.\(index + 1)", &mapping[index]) }
    visit("input.input", &constant)
    visit("conv1", &first)
    visit("to_rgb1", &firstColours)
    visit("convs", &layers)
    visit("to_rgbs", &colours)
  }
}
