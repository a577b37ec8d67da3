import Raster
import Testing

@testable import Tensors

// Linear maps of rows and columns, against the sums that they are.

@Suite struct ResamplingTests {
  /// A blur of `weights` whose outputs are `stride` apart; what lies outside is 0.
  private static func blur(_ inputs: Int, _ weights: [Float], stride: Int = 1) -> LinearMap {
    LinearMap(
      inputs: inputs,
      taps: (0..<(inputs + stride - 1) / stride).map { output in
        weights.enumerated().compactMap { index, weight in
          let source = output * stride + index - 1
          return (0..<inputs).contains(source) ? (source, weight) : nil
        }
      })
  }

  static let maps: [LinearMap] = [
    .identity(37),
    // Runs with gaps of one and of two, of one to five taps.
    blur(37, [0.5]), blur(64, [0.25, 0.5, 0.25]), blur(37, [0.125, 0.375, 0.375, 0.125]),
    blur(40, [1, 2, 3, 4, 5]), blur(41, [0.125, 0.375, 0.375, 0.125], stride: 2),
    blur(41, [1, 2, 3], stride: 3), .average(33, kernel: 2, stride: 2),
    // Every second output, and the way back.
    .nearest(19, to: 38), .bilinear(19, to: 38), LinearMap.bilinear(19, to: 38).transposed,
    blur(41, [0.125, 0.375, 0.375, 0.125], stride: 2).transposed,
    // No runs, of two taps and of more.
    .bilinear(19, to: 50), .bilinear(50, to: 27), LinearMap.bilinear(19, to: 50).transposed,
    // Turned around; borders; outputs without inputs; a single pixel.
    LinearMap(inputs: 20, taps: (0..<20).map { [(19 - $0, 1)] }),
    .padding(21, before: 5, after: 4, .reflect), .padding(21, before: 5, after: 4, .zero),
    .padding(21, before: -3, after: 2, .replicate), blur(1, [1, 2, 3]),
    LinearMap(inputs: 3, taps: []),
  ]

  @Test(arguments: maps.indices)
  func agreesWithItsDefinition(number: Int) {
    let map = Self.maps[number]
    var random = RandomStream(seed: 11, stream: UInt64(number))
    let vertical = LinearMap.bilinear(3, to: 5)
    let x = Tensor.normal([2, 3, map.inputs], using: &random)
    let found = x.resampled(vertical, map)
    #expect(found.shape == [2, 5, map.outputs])
    for plane in 0..<2 {
      for row in 0..<5 {
        for output in 0..<map.outputs {
          var sum: Float = 0
          for down in Int(vertical.starts[row])..<Int(vertical.starts[row + 1]) {
            for across in Int(map.starts[output])..<Int(map.starts[output + 1]) {
              sum +=
                vertical.weights[down] * map.weights[across]
                * x[plane, Int(vertical.sources[down]), Int(map.sources[across])]
            }
          }
          #expect(abs(found[plane, row, output] - sum) < 1e-5, "map \(number), output \(output)")
        }
      }
    }
  }
}
