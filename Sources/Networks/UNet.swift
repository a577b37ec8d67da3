public import Autograd
public import Learning
public import Tensors

// U-Net (Ronneberger et al., 2015): what is seen at a coarse scale, brought back to the pixels through the finer
// ones. Here with same padding, group normalisation, average pooling and nearest upsampling.

/// From images `[N, inputs, H, W]` to scores of classes `[N, classes, H, W]`.
///
/// - Complexity: 18 · N · H · W · Σ inputs · outputs / 4^level operations forward, twice that backward.
public struct UNet: Trainable {
  private var down: [Block]
  private var middle: Block
  private var up: [Block]
  private var head: Convolution

  /// - Parameter widths: channels at each scale, each half as fine as the one before; multiples of 4. The sides of
  ///   images must be multiples of 2 for each but the last.
  public init(_ inputs: Int, classes: Int, widths: [Int], using random: inout RandomStream) {
    let pairs = zip([inputs] + widths, widths)
    down = pairs.dropLast().map { Block($0, $1, using: &random) }
    middle = Block(widths[widths.count - 2], widths.last!, using: &random)
    up = zip(widths.dropFirst(), widths).reversed().map { Block($0 + $1, $1, using: &random) }
    head = Convolution(widths[0], classes, kernel: 1, using: &random)
  }

  public func callAsFunction(_ image: Variable) -> Variable {
    var x = image
    var skips: [Variable] = []
    for block in down {
      skips.append(block(x))
      x = skips.last!.averagePooled()
    }
    x = middle(x)
    for (block, skip) in zip(up, skips.reversed()) { x = block(concatenated(x.upsampled(), skip)) }
    return head(x)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("down", &down)
    visit("middle", &middle)
    visit("up", &up)
    visit("head", &head)
  }
}

/// A convolution, normalised.
private struct Block: Trainable {
  var convolution: Convolution
  var norm: GroupNorm

  init(_ inputs: Int, _ outputs: Int, using random: inout RandomStream) {
    convolution = Convolution(inputs, outputs, kernel: 3, using: &random)
    norm = GroupNorm(outputs, groups: 4)
  }

  func callAsFunction(_ x: Variable) -> Variable { relu(norm(convolution(x))) }

  mutating func walk(_ visit: inout Walker) {
    visit("convolution", &convolution)
    visit("norm", &norm)
  }
}
