public import Autograd
public import Learning
public import Tensors

/// How real patches of a picture look, at the full side and at half of it (PatchGAN; Isola et al. 2017, Wang et al. 2018).
public struct TextureDiscriminator: Trainable {
  private var scales: [Scale]

  /// - Parameters:
  ///   - inputs: channels of the picture and of what it is judged with.
  ///   - width: channels of the first layer; twice as many at each of the next three.
  public init(_ inputs: Int, width: Int, using random: inout RandomStream) {
    scales = []
    for _ in 0..<2 { scales.append(Scale(inputs, width: width, using: &random)) }
  }

  /// - Parameter x: `[N, C, H, W]`, sides multiples of 16.
  /// - Returns: for each scale what its layers make, the scores last.
  public func callAsFunction(_ x: Variable) -> [[Variable]] {
    [scales[0](x), scales[1](x.averagePooled())]
  }

  public mutating func walk(_ visit: inout Walker) { visit("scales", &scales) }

  private struct Scale: Trainable {
    private var layers: [Convolution]

    init(_ inputs: Int, width: Int, using random: inout RandomStream) {
      let widths = [inputs, width, 2 * width, 4 * width, 8 * width, 1]
      layers = []
      for index in 0..<5 {
        layers.append(
          Convolution(
            widths[index], widths[index + 1], kernel: 4, stride: index < 3 ? 2 : 1, padding: 2,
            spectral: index < 4, using: &random))
      }
    }

    func callAsFunction(_ x: Variable) -> [Variable] {
      var results = [leakyRelu(layers[0](x))]
      for layer in layers[1..<4] {
        let made = layer(results.last!)
        results.append(leakyRelu(groupNormalised(made, groups: made.shape[1])))
      }
      return results + [layers[4](results.last!)]
    }

    mutating func walk(_ visit: inout Walker) { visit("layers", &layers) }
  }
}
