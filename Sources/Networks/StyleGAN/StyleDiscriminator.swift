public import Autograd
public import Learning
public import Tensors

// StyleGAN2's discriminator (Karras et al. 2020): residual blocks down to 4 × 4. Cost: as the generator's.

/// From pictures to how real they look.
public struct StyleDiscriminator: Trainable {
  /// Pictures that are compared with each other.
  public static let group = 4

  public let shape: StyleShape
  private var entrance: EqualizedConvolution
  private var blocks: [Block]
  private var last: EqualizedConvolution
  private var joined: EqualizedLinear
  private var score: EqualizedLinear

  public init(_ shape: StyleShape, using random: inout RandomStream) {
    self.shape = shape
    entrance = EqualizedConvolution(3, shape.channels(at: shape.side), kernel: 1, using: &random)
    blocks = []
    for side in shape.sides.dropFirst().reversed() {
      blocks.append(
        Block(shape.channels(at: side), shape.channels(at: side / 2), using: &random))
    }
    let coarsest = shape.channels(at: 4)
    last = EqualizedConvolution(coarsest + 1, coarsest, kernel: 3, using: &random)
    joined = EqualizedLinear(16 * coarsest, coarsest, isRectified: true, using: &random)
    score = EqualizedLinear(coarsest, 1, using: &random)
  }

  /// - Parameter pictures: `[N, 3, side, side]`; `N` is at most `group` or a multiple of it.
  /// - Returns: `[N, 1]`.
  public func callAsFunction(_ pictures: Variable) -> Variable {
    var x = entrance(pictures)
    for block in blocks { x = block(x) }
    x = last(concatenated(x, deviation(in: x)))
    return score(joined(x.reshaped(x.shape[0], -1)))
  }

  /// How much the pictures of a group differ, one number a group: shows the discriminator when all are alike.
  ///
  /// - Returns: `[N, 1, H, W]`. Those of a group are N / group apart.
  private func deviation(in x: Variable) -> Variable {
    let (count, channels, height, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let group = min(count, Self.group)
    require(count % group == 0, "StyleDiscriminator: \(count) pictures in groups of \(group)")
    let groups = count / group
    let members = x.reshaped(group, groups, channels * height * width)
    let centred = members - members.mean(over: 0)
    let deviation = sqrt(square(centred).mean(over: 0) + Variable(Tensor(1e-8))).mean(over: 2)
    return deviation.reshaped(1, groups, 1, 1, 1)
      .broadcast(to: [group, groups, 1, height, width]).reshaped(count, 1, height, width)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("convs.0", &entrance)
    for index in blocks.indices { visit("convs.\(index + 1)", &blocks[index]) }
    visit("final_conv", &last)
    visit("final_linear.0", &joined)
    visit("final_linear.1", &score)
  }

  /// Two convolutions, the second of which halves the side, beside a plain way down.
  private struct Block: Trainable {
    private var first: EqualizedConvolution
    private var second: EqualizedConvolution
    private var skip: EqualizedConvolution

    init(_ inputs: Int, _ outputs: Int, using random: inout RandomStream) {
      first = EqualizedConvolution(inputs, inputs, kernel: 3, using: &random)
      second = EqualizedConvolution(inputs, outputs, kernel: 3, isHalving: true, using: &random)
      skip = EqualizedConvolution(
        inputs, outputs, kernel: 1, isHalving: true, isRectified: false, using: &random)
    }

    func callAsFunction(_ x: Variable) -> Variable {
      (second(first(x)) + skip(x)) * Float(0.5).squareRoot()
    }

    mutating func walk(_ visit: inout Walker) {
      visit("conv1", &first)
      visit("conv2", &second)
      visit("skip", &skip)
    }
  }
}
