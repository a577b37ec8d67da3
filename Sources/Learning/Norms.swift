public import Autograd
public import Tensors

/// A scale and a shift for each channel, what follows a normalisation.
public struct ChannelAffine: Trainable {
  public var scale: Variable
  public var shift: Variable

  public init(_ channels: Int) {
    scale = Variable(.ones([channels]))
    shift = Variable(.zeros([channels]))
  }

  /// - Parameter x: `[N, C, ...]`.
  public func callAsFunction(_ x: Variable) -> Variable {
    let sides = [1, -1] + Array(repeating: 1, count: x.shape.count - 2)
    return x * scale.reshaped(sides) + shift.reshaped(sides)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("weight", &scale)
    visit("bias", &shift)
  }
}

/// Normalisation over groups of channels of each image, then a scale and a shift for each channel.
public struct GroupNorm: Trainable {
  private let groups: Int
  private let epsilon: Float
  private var affine: ChannelAffine

  /// - Parameter groups: a divisor of `channels`; as many as channels: instance normalisation.
  public init(_ channels: Int, groups: Int, epsilon: Float = 1e-5) {
    require(channels % groups == 0, "GroupNorm: \(groups) groups of \(channels) channels")
    self.groups = groups
    self.epsilon = epsilon
    affine = ChannelAffine(channels)
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    groupNormalised(
      x, groups: groups, scale: affine.scale, shift: affine.shift, epsilon: epsilon)
  }

  public mutating func walk(_ visit: inout Walker) { affine.walk(&visit) }
}

/// Normalisation of each channel over a batch while training, by its running statistics after.
public struct BatchNorm: Trainable {
  private var affine: ChannelAffine
  private let mean: LayerState
  private let variance: LayerState
  private let momentum: Float
  private let epsilon: Float

  /// - Parameter momentum: the share of each batch in the running statistics.
  public init(_ channels: Int, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    affine = ChannelAffine(channels)
    mean = LayerState(.zeros([1, channels, 1, 1]))
    variance = LayerState(.ones([1, channels, 1, 1]))
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// - Parameter x: `[N, C, H, W]`.
  public func callAsFunction(_ x: Variable) -> Variable {
    let epsilon = Variable(Tensor(epsilon))
    guard Training.isActive else {
      let scale = reciprocalSqrt(Variable(variance.value) + epsilon)
      return affine((x - Variable(mean.value)) * scale)
    }
    let shape = mean.value.shape
    let (centred, spread) = moments(x, to: shape)
    note(x.detached().mean(to: shape), in: mean)
    // The variance of the whole is guessed from a sample, whose own is a little too small.
    let count = Float(x.value.count / shape[1])
    note(spread.detached() * (count / max(1, count - 1)), in: variance)
    return affine(centred * reciprocalSqrt(spread + epsilon))
  }

  private func note(_ value: Variable, in state: LayerState) {
    state.value = (Variable(state.value) * (1 - momentum) + value * momentum).value
  }

  public mutating func walk(_ visit: inout Walker) {
    affine.walk(&visit)
    visit("running_mean", mean)
    visit("running_var", variance)
  }
}

/// Normalisation whose scale and shift are made from a map of the same place: what is drawn there
/// decides how it is coloured. Source: Park et al., Semantic image synthesis with
/// spatially-adaptive normalization (2019).
public struct SPADE: Trainable {
  /// The axes that are normalised over.
  public enum Kind: Sendable {
    /// All pixels of a channel.
    case instance
    /// All channels of a pixel.
    case position
  }

  private let kind: Kind
  private var shared: Convolution
  private var scale: Convolution
  private var shift: Convolution

  /// - Parameters:
  ///   - channels: of what is normalised.
  ///   - mapChannels: of the map.
  ///   - hidden: channels between the map and scale and shift.
  public init(
    _ channels: Int, mapChannels: Int, hidden: Int, kind: Kind = .instance,
    using random: inout RandomStream
  ) {
    self.kind = kind
    shared = Convolution(mapChannels, hidden, kernel: 3, activation: .relu, using: &random)
    scale = Convolution(hidden, channels, kernel: 3, initialisation: .xavier, using: &random)
    shift = Convolution(hidden, channels, kernel: 3, initialisation: .xavier, using: &random)
  }

  /// - Parameters:
  ///   - x: `[N, C, H, W]`.
  ///   - map: `[N, M, H', W']`; brought to the size of `x`, each pixel the one it lies in.
  public func callAsFunction(_ x: Variable, map: Variable) -> Variable {
    let normalised =
      switch kind {
      case .instance: groupNormalised(x, groups: x.shape[1])
      case .position: positionNormalised(x)
      }
    let (height, width) = (x.shape[2], x.shape[3])
    let isSameSize = Array(map.shape.suffix(2)) == [height, width]
    let hidden = shared(isSameSize ? map : map.resizedNearest(height: height, width: width))
    return normalised * (scale(hidden) + 1) + shift(hidden)
  }

  public mutating func walk(_ visit: inout Walker) {
    visit("shared", &shared)
    visit("scale", &scale)
    visit("shift", &shift)
  }
}
