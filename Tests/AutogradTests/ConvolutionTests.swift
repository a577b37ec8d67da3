import Autograd
import Foundation
import Tensors
import Testing

@Suite struct ConvolutionTests {
  struct Case: CustomTestStringConvertible {
    var input: [Int]
    var weight: [Int]
    var steps: ConvolutionSteps
    var testDescription: String { "\(input) * \(weight), \(steps)" }
  }

  static let cases = [
    Case(input: [2, 3, 5, 7], weight: [4, 3, 3, 3], steps: .init(padding: Padding(1))),
    Case(input: [1, 2, 6, 5], weight: [3, 2, 3, 3], steps: .init(stride: 2, padding: Padding(1))),
    Case(input: [2, 2, 4, 3], weight: [3, 2, 1, 1], steps: .init()),
    Case(input: [1, 4, 5, 5], weight: [6, 2, 3, 2], steps: .init(padding: Padding(1), groups: 2)),
    Case(input: [2, 3, 4, 4], weight: [3, 1, 3, 3], steps: .init(padding: Padding(1), groups: 3)),
    Case(
      input: [1, 1, 9, 8], weight: [2, 1, 3, 3], steps: .init(padding: Padding(2), dilation: 2)),
    Case(
      input: [1, 2, 4, 5], weight: [2, 2, 2, 4],
      steps: .init(stride: 3, padding: Padding(top: 0, left: 2, bottom: 3, right: 1))),
    Case(input: [1, 1, 2, 2], weight: [1, 1, 5, 5], steps: .init(padding: Padding(4))),
  ]

  /// The plain sum that defines it.
  static func twin(_ x: Naive, _ w: Naive, _ steps: ConvolutionSteps) -> Naive {
    let shape = outputShape(x.shape, w.shape, steps)
    let perGroup = w.shape[0] / steps.groups
    return Naive(shape) { i in
      var sum = 0.0
      for c in 0..<w.shape[1] {
        for ky in 0..<w.shape[2] {
          for kx in 0..<w.shape[3] {
            let y = i[2] * steps.stride - steps.padding.top + ky * steps.dilation
            let column = i[3] * steps.stride - steps.padding.left + kx * steps.dilation
            let channel = i[1] / perGroup * w.shape[1] + c
            sum += w[i[1], c, ky, kx] * x.pixel(i[0], channel, y, column)
          }
        }
      }
      return sum
    }
  }

  static func outputShape(_ x: [Int], _ w: [Int], _ steps: ConvolutionSteps) -> [Int] {
    let p = steps.padding
    let h = (x[2] + p.top + p.bottom - steps.dilation * (w[2] - 1) - 1) / steps.stride + 1
    let width = (x[3] + p.left + p.right - steps.dilation * (w[3] - 1) - 1) / steps.stride + 1
    return [x[0], w[0], h, width]
  }

  @Test(arguments: cases) func addsInTheSamePass(_ test: Case) {
    checkOperation(
      [test.input, test.weight, Self.outputShape(test.input, test.weight, test.steps)], order: 1
    ) {
      convolution($0[0], $0[1], test.steps, adding: $0[2])
    } twin: {
      Self.twin($0[0], $0[1], test.steps) + $0[2]
    }
  }

  /// Filters that were kept for a weight do not outlive its numbers.
  @Test func seesThatAWeightHasChanged() {
    var random = RandomStream(seed: 1, stream: 0)
    let x = Variable(Tensor.normal([1, 32, 16, 16], using: &random))
    var weight = Variable(Tensor.normal([32, 32, 3, 3], using: &random))
    let steps = ConvolutionSteps(padding: Padding(1))
    #expect(ConvolutionMethod(input: x.shape, weight: weight.shape, steps) == .winograd)
    let before = convolution(x, weight, steps).value
    #expect(convolution(x, weight, steps).value == before)
    let copy = weight
    weight.update { for i in $0.indices { $0[i] *= 2 } }
    #expect(convolution(x, weight, steps).value.values == before.values.map { 2 * $0 })
    weight.update { for i in $0.indices { $0[i] *= 2 } }
    #expect(convolution(x, weight, steps).value.values == before.values.map { 4 * $0 })
    #expect(convolution(x, copy, steps).value == before)
  }

  @Test(arguments: cases) func convolves(_ test: Case) {
    checkOperation([test.input, test.weight, [test.weight[0]]]) {
      convolution($0[0], $0[1], bias: $0[2], test.steps)
    } twin: {
      Self.twin($0[0], $0[1], test.steps) + $0[2].reshaped([1, test.weight[0], 1, 1])
    }
  }

  @Test func appliesTheActivationInTheSamePass() {
    let test = Self.cases[0]
    for slope in [0, 0.25] as [Float] {
      checkOperation([test.input, test.weight, [4]]) {
        convolution($0[0], $0[1], bias: $0[2], test.steps, activation: .leakyReLU(slope: slope))
      } twin: {
        (Self.twin($0[0], $0[1], test.steps) + $0[2].reshaped([1, 4, 1, 1]))
          .map { $0 > 0 ? $0 : Double(slope) * $0 }
      }
    }
  }

  /// It is what turns the convolution's product with a number around: ⟨conv(y), x⟩ = ⟨y,
  /// transposed(x)⟩.
  @Test(arguments: [(1, 0), (2, 0), (2, 1), (3, 2)])
  func transposedConvolutionPutsFiltersIntoALargerImage(stride: Int, outputPadding: Int) {
    let steps = ConvolutionSteps(stride: stride, padding: Padding(1), groups: 2)
    checkOperation([[2, 4, 3, 4], [4, 3, 3, 3], [6]]) {
      transposedConvolution($0[0], $0[1], bias: $0[2], steps, outputPadding: outputPadding)
    } twin: { x in
      let height = 2 * stride - 2 + 3 + outputPadding
      let width = 3 * stride - 2 + 3 + outputPadding
      var out = Naive([2, 6, height, width]) { x[2][$0[1]] }
      _ = Naive([2, 4, 3, 4]) { i in
        for o in 0..<3 {
          for ky in 0..<3 {
            for kx in 0..<3 {
              let (y, column) = (i[2] * stride - 1 + ky, i[3] * stride - 1 + kx)
              guard y >= 0, y < height, column >= 0, column < width else { continue }
              out[i[0], i[1] / 2 * 3 + o, y, column] +=
                x[0][i[0], i[1], i[2], i[3]] * x[1][i[1], o, ky, kx]
            }
          }
        }
        return 0
      }
      return out
    }
  }

  /// Large enough for several tiles, blocks of channels and shares of the images.
  @Test(arguments: [(37, 20, 2), (3, 5, 1), (1, 1, 3)])
  func tilesJoinSeamlessly(channels: Int, filters: Int, count: Int) {
    var random = RandomStream(seed: 4, stream: 0)
    let x = Tensor.uniform([count, channels, 33, 31], in: -1...1, using: &random)
    let w = Tensor.uniform([filters, channels, 3, 3], in: -1...1, using: &random)
    let g = Tensor.uniform([count, filters, 33, 31], in: -1...1, using: &random)
    let steps = ConvolutionSteps(padding: Padding(1))
    let y = Tensors.convolution(x, w, steps)
    let naive = Naive(x)
    for (row, column) in [(0, 0), (32, 30), (16, 15), (7, 30), (13, 4)] {
      var expected = 0.0
      for c in 0..<channels {
        for k in 0..<9 {
          expected +=
            Double(w[filters - 1, c, k / 3, k % 3])
            * naive.pixel(count - 1, c, row + k / 3 - 1, column + k % 3 - 1)
        }
      }
      #expect(Swift.abs(Double(y[count - 1, filters - 1, row, column]) - expected) < 1e-3)
    }
    // ⟨conv(x, w), g⟩ is the same number from each of the three sides.
    func inner(_ a: Tensor, _ b: Tensor) -> Double {
      zip(a.values, b.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let dx = convolutionGradientOfInput(g, w, inputSides: (33, 31), steps)
    let dw = convolutionGradientOfWeight(g, x, kernel: (3, 3), steps)
    let scale = Double(y.count).squareRoot() * 10
    #expect(Swift.abs(inner(y, g) - inner(x, dx)) < 1e-5 * scale)
    #expect(Swift.abs(inner(y, g) - inner(w, dw)) < 1e-5 * scale)
  }
}
