import Autograd
import Learning
import Tensors

/// What writing a network looks like: a small U-Net, from images `[N, C, H, W]` to scores of
/// classes `[N, classes, H, W]`. The sides must be multiples of 2 for each width but the last.
struct UNet: Trainable {
  var down: [Block]
  var middle: Block
  var up: [Block]
  var head: Convolution

  init(_ inputs: Int, classes: Int, widths: [Int], using random: inout RandomStream) {
    let pairs = zip([inputs] + widths, widths)
    down = pairs.dropLast().map { Block($0, $1, using: &random) }
    middle = Block(widths[widths.count - 2], widths.last!, using: &random)
    up = zip(widths.dropFirst(), widths).reversed().map { Block($0 + $1, $1, using: &random) }
    head = Convolution(widths[0], classes, kernel: 1, using: &random)
  }

  func callAsFunction(_ image: Variable) -> Variable {
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

  mutating func walk(_ visit: inout Walker) {
    visit("down", &down)
    visit("middle", &middle)
    visit("up", &up)
    visit("head", &head)
  }
}

struct Block: Trainable {
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
