public import Autograd
public import Learning
public import Tensors

// The network that carries a reference's texture to line art: CoCosNet v2 (Zhou et al., CVPR 2021).
//
// Idea: both pictures are brought into one space of features, each place of the drawing is found in the reference from coarse to
// fine, and a generator paints what the warps and the drawing tell it. Unlike in the released code candidates lie between
// pixels, so that the recurrent unit that moves them learns.
// Source: the paper; of its layers the transposed warp and the sizes, written anew.
// Not done: attention within one picture.

/// From line art and a coloured reference to coloured art.
public struct TextureNetwork: Trainable {
  public static let architecture = "texture-1"
  /// Sides of pictures are multiples of this.
  public static let granularity = 32

  public let shape: TextureShape
  private var drawingEncoder: TextureEncoder
  private var referenceEncoder: TextureEncoder
  private var matcher: TextureMatcher
  private var entrance: Convolution
  private var blocks: [MappedBlock]
  private var exit: Convolution

  /// - Parameter maskChannels: channels of the masks, one a part.
  public init(_ shape: TextureShape, maskChannels: Int, using random: inout RandomStream) {
    self.shape = shape
    let drawn = LineInput.channels + maskChannels
    drawingEncoder = TextureEncoder(drawn, shape, using: &random)
    referenceEncoder = TextureEncoder(3 + maskChannels, shape, using: &random)
    matcher = TextureMatcher(shape, using: &random)
    let map = drawn + 3 * TextureEncoder.levels
    let widths = [8, 8, 8, 8, 4, 2, 1].map { $0 * shape.generatorWidth }
    entrance = Convolution(map, widths[0], kernel: 3, using: &random)
    blocks = zip([widths[0]] + widths, widths).map {
      MappedBlock(
        $0, $1, mapChannels: map, hidden: shape.mapHidden, kind: .position, using: &random)
    }
    exit = Convolution(widths.last!, 3, kernel: 3, initialisation: .xavier, using: &random)
  }

  /// What the network makes of a batch.
  public struct Output: Sendable {
    /// `[N, 3, H, W]`, 0…1.
    public let picture: Variable
    /// The finest first.
    public let levels: [MatchedLevel]
    /// The coarsest warp laid back on the reference: `[N, 3, H/8, W/8]`.
    public let cycle: Variable
  }

  /// - Parameters:
  ///   - lines: `LineInput`, `[N, 2, H, W]`.
  ///   - lineMask: `[N, M, H, W]`, 0…1.
  ///   - reference: sRGB, 0…1, `[N, 3, H, W]`.
  ///   - referenceMask: `[N, M, H, W]`, 0…1.
  public func callAsFunction(
    lines: Variable, lineMask: Variable, reference: Variable, referenceMask: Variable
  ) -> Output {
    let drawing = concatenated(lines, lineMask)
    let (height, width) = (drawing.shape[2], drawing.shape[3])
    require(
      height % Self.granularity == 0 && width % Self.granularity == 0,
      "TextureNetwork: \(drawing.shape), sides are multiples of \(Self.granularity)")
    let (levels, cycle) = matcher(
      drawing: drawingEncoder(drawing),
      reference: referenceEncoder(concatenated(reference, referenceMask)), colours: reference)
    let warps = levels.map { $0.warp.resizedNearest(height: height, width: width) }
    let map = concatenated([drawing] + warps)
    var x = entrance(map.averagePooled(Self.granularity))
    for (index, block) in blocks.enumerated() {
      if index > 1 { x = x.upsampled() }
      x = block(x, map: map)
    }
    return Output(picture: sigmoid(exit(leakyRelu(x))), levels: levels, cycle: cycle)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("drawingEncoder", &drawingEncoder)
    visit("referenceEncoder", &referenceEncoder)
    visit("matcher", &matcher)
    visit("entrance", &entrance)
    visit("blocks", &blocks)
    visit("exit", &exit)
  }
}
