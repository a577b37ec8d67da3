internal import Autograd
internal import Learning
internal import Tensors

/// From a picture and its mask to features at four levels, each half as fine as the one before.
struct TextureEncoder: Trainable {
  static let levels = 4
  private var entrance: Convolution
  private var down: [Convolution]
  private var middle: MappedBlock
  private var up: [MappedBlock]
  private var projections: [Convolution]

  init(_ inputs: Int, _ shape: TextureShape, using random: inout RandomStream) {
    let widths = [1, 2, 4, 4].map { $0 * shape.encoderWidth }
    let hidden = shape.mapHidden
    entrance = Convolution(inputs, widths[0], kernel: 3, spectral: true, using: &random)
    down = zip(widths, widths.dropFirst()).map {
      Convolution($0, $1, kernel: 3, stride: 2, spectral: true, using: &random)
    }
    middle = MappedBlock(
      widths[3], widths[3], mapChannels: inputs, hidden: hidden, kind: .instance, using: &random)
    up = zip(widths.dropFirst(), widths).map {
      MappedBlock(
        $0, $1, mapChannels: inputs, hidden: hidden, kind: .instance, using: &random)
    }
    projections = widths.map {
      Convolution($0, shape.features, kernel: 1, initialisation: .xavier, using: &random)
    }
  }

  /// - Parameter picture: `[N, C, H, W]`; sides are multiples of 8.
  /// - Returns: `[N, F, H / 2^l, W / 2^l]` for each level l, the finest first; of mean 0 and length 1.
  func callAsFunction(_ picture: Variable) -> [Variable] {
    var skips = [leakyRelu(normalised(entrance(picture)))]
    for convolution in down { skips.append(leakyRelu(normalised(convolution(skips.last!)))) }
    var x = middle(skips.last!, map: picture)
    var levels = [x]
    for level in up.indices.reversed() {
      x = up[level](x.upsampled(), map: picture) + skips[level]
      levels.insert(x, at: 0)
    }
    return zip(levels, projections).map { level, projection in
      let projected = projection(level)
      return unitLength(projected - projected.mean(over: 1), epsilon: 1e-6)
    }
  }

  private func normalised(_ x: Variable) -> Variable { groupNormalised(x, groups: x.shape[1]) }

  mutating func walk(_ visit: inout Walker) {
    visit("entrance", &entrance)
    visit("down", &down)
    visit("middle", &middle)
    visit("up", &up)
    visit("projections", &projections)
  }
}
