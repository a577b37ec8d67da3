import Raster
import Testing

@testable import Tensors

// Against sums as the definition has them, on small images that fill no product's share, and a last group that is smaller.

@Suite struct ColumnConvolutionTests {
  static let shapes = [
    ConvolutionShape(
      input: [5, 3, 7, 6], weight: [4, 3, 3, 3], ConvolutionSteps(padding: Padding(1))),
    // More images than lie side by side, more outputs and channels than a share.
    ConvolutionShape(
      input: [9, 83, 8, 9], weight: [85, 83, 3, 3], ConvolutionSteps(padding: Padding(1))),
    // A stride, with rows that the last tap misses.
    ConvolutionShape(
      input: [2, 4, 9, 10], weight: [3, 4, 3, 3],
      ConvolutionSteps(stride: 2, padding: Padding(1))),
    // Uneven padding, wider than the filter; holes in it.
    ConvolutionShape(
      input: [1, 2, 5, 4], weight: [3, 2, 2, 3],
      ConvolutionSteps(padding: Padding(top: 3, left: 4, bottom: 0, right: 1), dilation: 2)),
    ConvolutionShape(input: [3, 6, 1, 1], weight: [7, 6, 1, 1], ConvolutionSteps()),
  ]

  @Test(arguments: shapes)
  func agreesWithItsDefinition(shape: ConvolutionShape) {
    let naive = NaiveConvolution(shape)
    let expected = naive.forward()
    var output = [Float](repeating: .nan, count: expected.count)
    let convolution = ColumnConvolution(shape: shape, work: Work(threads: 2))
    naive.weight.withUnsafeBufferPointer { weight in
      let filters = FilterBank(weight.baseAddress!, of: shape)
      convolution.run(naive.input, filters, bias: naive.bias, slope: 1, into: &output)
      #expect(distance(output, expected) < 1e-6)
      convolution.run(naive.input, filters, bias: naive.bias, slope: 0, into: &output)
      #expect(distance(output, expected.map { max(0, $0) }) < 1e-6)
    }
    var weights = [Float](repeating: .nan, count: naive.weight.count)
    convolution.gradientOfWeight(naive.gradient, naive.input, into: &weights)
    #expect(distance(weights, naive.gradients().ofWeight) < 1e-6)
  }

  @Test func doesNotDependOnTheNumberOfThreads() {
    let shape = Self.shapes[1]
    let naive = NaiveConvolution(shape)
    func results(threads: Int) -> [[Float]] {
      var output = [Float](repeating: .nan, count: naive.gradient.count)
      var weights = [Float](repeating: .nan, count: naive.weight.count)
      let convolution = ColumnConvolution(shape: shape, work: Work(threads: threads))
      naive.weight.withUnsafeBufferPointer {
        convolution.run(
          naive.input, FilterBank($0.baseAddress!, of: shape), bias: nil, slope: 1, into: &output)
      }
      convolution.gradientOfWeight(naive.gradient, naive.input, into: &weights)
      return [output, weights]
    }
    let alone = results(threads: 1)
    for threads in [2, 3, 16] { #expect(results(threads: threads) == alone) }
  }

  @Test func isChosenForAFewSmallImages() {
    func method(_ images: Int, side: Int) -> ConvolutionMethod {
      ConvolutionMethod(
        input: [images, 64, side, side], weight: [64, 64, 3, 3],
        ConvolutionSteps(padding: Padding(1)))
    }
    #expect(method(1, side: 8) == .columns)
    #expect(method(2, side: 8) == .winograd)
    #expect(method(18, side: 7) == .columns)
    #expect(method(1, side: 16) == .winograd)
  }
}
