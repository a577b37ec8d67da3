internal import Autograd
internal import Learning
internal import Tensors

/// Two convolutions whose result is added to what went in, normalised before the first (He et al. 2016, with one
/// normalisation instead of two).
///
/// It starts as the identity: the second convolution is 0 at first.
struct ResidualBlock: Trainable {
  private var norm: GroupNorm
  private var first: Convolution
  private var second: Convolution

  /// - Parameter channels: a multiple of 8.
  init(_ channels: Int, using random: inout RandomStream) {
    norm = GroupNorm(channels, groups: 8)
    first = Convolution(channels, channels, kernel: 3, activation: .relu, using: &random)
    second = Convolution(channels, channels, kernel: 3, initialisation: .zero, using: &random)
  }

  func callAsFunction(_ x: Variable) -> Variable { second(first(norm(x)), adding: x) }

  mutating func walk(_ visit: inout Walker) {
    visit("norm", &norm)
    visit("first", &first)
    visit("second", &second)
  }
}

/// Residual blocks at several scales, each half as fine as the one before, and back: a U-Net (Ronneberger et al. 2015)
/// whose scales are added, not joined.
struct ResidualPyramid: Trainable {
  private var down: [[ResidualBlock]]
  private var coarser: [Rescaling]
  private var narrower: [Rescaling]
  private var up: [ResidualBlock]
  private var norm: GroupNorm

  /// - Parameters:
  ///   - widths: channels at each scale, the finest first; multiples of 8.
  ///   - blocks: residual blocks on the way down, of each scale.
  init(widths: [Int], blocks: [Int], using random: inout RandomStream) {
    down = zip(widths, blocks).map { width, count in
      (0..<count).map { _ in ResidualBlock(width, using: &random) }
    }
    let steps = zip(widths, widths.dropFirst())
    coarser = steps.map { Rescaling($0, $1, kernel: 3, stride: 2, using: &random) }
    narrower = steps.map { Rescaling($1, $0, kernel: 1, stride: 1, using: &random) }
    up = widths.dropLast().map { ResidualBlock($0, using: &random) }
    norm = GroupNorm(widths[0], groups: 8)
  }

  /// - Parameter x: `[N, widths[0], H, W]`; sides are multiples of 2 for each scale but the last.
  /// - Returns: of the same shape, normalised.
  func callAsFunction(_ x: Variable) -> Variable {
    var x = x
    var scales: [Variable] = []
    for (level, blocks) in down.enumerated() {
      if level > 0 { x = coarser[level - 1](x) }
      for block in blocks { x = block(x) }
      scales.append(x)
    }
    for level in up.indices.reversed() {
      x = up[level](scales[level] + narrower[level](x).upsampled())
    }
    return norm(x)
  }

  mutating func walk(_ visit: inout Walker) {
    for level in down.indices { visit("down.\(level)", &down[level]) }
    visit("coarser", &coarser)
    visit("narrower", &narrower)
    visit("up", &up)
    visit("norm", &norm)
  }
}

/// The way from one scale to the next: what residual blocks added up is normalised, then convolved.
private struct Rescaling: Trainable {
  private var norm: GroupNorm
  private var convolution: Convolution

  init(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int, using random: inout RandomStream
  ) {
    norm = GroupNorm(inputs, groups: 8)
    convolution = Convolution(inputs, outputs, kernel: kernel, stride: stride, using: &random)
  }

  func callAsFunction(_ x: Variable) -> Variable { convolution(norm(x)) }

  mutating func walk(_ visit: inout Walker) {
    visit("norm", &norm)
    visit("convolution", &convolution)
  }
}
