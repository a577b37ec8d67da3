import Raster
import Testing

@testable import Tensors

// Every kernel against sums as the definition has them, on shapes that do not fit blocks, vectors or tiles.

@Suite struct DirectConvolutionTests {
  static let shapes = [
    // Smaller than a vector.
    ConvolutionShape(
      input: [2, 3, 7, 5], weight: [4, 3, 3, 3], ConvolutionSteps(padding: Padding(1))),
    // A stride, a kernel that is not square, outputs that fill no block.
    ConvolutionShape(
      input: [2, 6, 19, 37], weight: [10, 6, 3, 5],
      ConvolutionSteps(stride: 2, padding: Padding(top: 1, left: 2, bottom: 1, right: 2))),
    // A stride and a dilation that do not divide each other, wider than a tile, uneven padding.
    ConvolutionShape(
      input: [1, 4, 20, 900], weight: [9, 4, 3, 3],
      ConvolutionSteps(
        stride: 3, padding: Padding(top: 0, left: 2, bottom: 1, right: 0), dilation: 2)),
    // A stride that the filter does not reach over, and one with a common divisor with the dilation.
    ConvolutionShape(input: [1, 3, 11, 14], weight: [5, 3, 2, 2], ConvolutionSteps(stride: 3)),
    ConvolutionShape(
      input: [1, 4, 17, 23], weight: [6, 4, 3, 3],
      ConvolutionSteps(stride: 4, padding: Padding(2), dilation: 2)),
    ConvolutionShape(
      input: [1, 2, 10, 40], weight: [3, 2, 1, 7], ConvolutionSteps(stride: 3, dilation: 2)),
    // More padding than the filter reaches.
    ConvolutionShape(
      input: [1, 3, 6, 7], weight: [2, 3, 3, 3], ConvolutionSteps(padding: Padding(5))),
    ConvolutionShape(
      input: [2, 3, 6, 7], weight: [2, 3, 3, 3], ConvolutionSteps(stride: 2, padding: Padding(4))),
    // Groups.
    ConvolutionShape(
      input: [2, 8, 9, 11], weight: [12, 2, 3, 3], ConvolutionSteps(padding: Padding(1), groups: 4)),
    // Several tiles across and down.
    ConvolutionShape(
      input: [1, 5, 12, 600], weight: [9, 5, 7, 7], ConvolutionSteps(padding: Padding(3))),
    ConvolutionShape(input: [1, 16, 33, 35], weight: [24, 16, 1, 1], ConvolutionSteps()),
    // As much padding as the filter reaches.
    ConvolutionShape(
      input: [1, 3, 5, 3], weight: [2, 3, 3, 3], ConvolutionSteps(padding: Padding(4), dilation: 2)),
  ]

  @Test(arguments: ConvolutionKernels.names, shapes)
  func agreesWithItsDefinition(kernels: String, shape: ConvolutionShape) throws {
    let convolution = DirectConvolution(
      shape, work: Work(threads: 2), kernels: try #require(ConvolutionKernels(named: kernels)))
    let naive = NaiveConvolution(shape)
    let input = naive.input
    let weight = naive.weight
    let bias = naive.bias
    let gradient = naive.gradient

    var output = [Float](repeating: .nan, count: gradient.count)
    weight.withUnsafeBufferPointer {
      let packed = convolution.packed(FilterBank($0.baseAddress!, of: shape))
      convolution.run(input, packed: packed, bias: bias, slope: 1, into: &output)
      #expect(distance(output, naive.forward()) < 3e-6)
      convolution.run(input, packed: packed, bias: bias, slope: 0.25, into: &output)
    }
    #expect(distance(output, naive.forward().map { $0 < 0 ? $0 / 4 : $0 }) < 3e-6)

    let (ofInput, ofWeight) = naive.gradients()
    var weights = [Float](repeating: .nan, count: weight.count)
    convolution.gradientOfWeight(gradient, input, into: &weights)
    #expect(distance(weights, ofWeight) < 3e-6)

    var inputs = [Float](repeating: .nan, count: input.count)
    let phases = InputGradient.phases(of: shape)
    let parts = phases.map { phase in
      let part = Storage(count: phase.shape.output.reduce(1, *))
      weight.withUnsafeBufferPointer {
        let convolution = DirectConvolution(
          phase.shape, work: convolution.work, kernels: convolution.kernels)
        convolution.run(
          gradient, packed: convolution.packed(phase.filters($0.baseAddress!, of: shape)),
          bias: nil, slope: 1, into: part.pointer)
      }
      return part
    }
    for row in stride(from: 0, to: phases.count, by: shape.steps.stride) {
      let together = row..<row + shape.steps.stride
      for plane in 0..<shape.n * shape.c {
        let planes = together.map { index -> UnsafePointer<Float>? in
          let area = phases[index].shape.outputH * phases[index].shape.outputW
          return phases[index].isEmpty ? nil : UnsafePointer(parts[index].pointer) + plane * area
        }
        inputs.withUnsafeMutableBufferPointer {
          InputGradient.scatter(
            planes, of: Array(phases[together]),
            to: $0.baseAddress! + plane * shape.h * shape.w, width: shape.w)
        }
      }
    }
    #expect(distance(inputs, ofInput) < 3e-6)
  }

  @Test(arguments: shapes)
  func doesNotDependOnTheNumberOfThreads(shape: ConvolutionShape) {
    let naive = NaiveConvolution(shape)
    func results(threads: Int) -> [[Float]] {
      var output = [Float](repeating: .nan, count: naive.gradient.count)
      var weights = [Float](repeating: .nan, count: naive.weight.count)
      let convolution = DirectConvolution(shape, work: Work(threads: threads))
      naive.weight.withUnsafeBufferPointer {
        convolution.run(
          naive.input, packed: convolution.packed(FilterBank($0.baseAddress!, of: shape)),
          bias: nil, slope: 1, into: &output)
      }
      convolution.gradientOfWeight(naive.gradient, naive.input, into: &weights)
      return [output, weights]
    }
    let alone = results(threads: 1)
    for threads in [2, 3, 16] { #expect(results(threads: threads) == alone) }
  }

  @Test func whatIsNotANumberStaysOne() {
    let shape = ConvolutionShape(
      input: [1, 1, 4, 40], weight: [1, 1, 3, 3], ConvolutionSteps(padding: Padding(1)))
    var input = [Float](repeating: 1, count: 160)
    input[85] = .nan
    var output = [Float](repeating: 0, count: 160)
    [Float](repeating: 1, count: 9).withUnsafeBufferPointer {
      let convolution = DirectConvolution(shape, work: Work(threads: 1))
      convolution.run(
        input, packed: convolution.packed(FilterBank($0.baseAddress!, of: shape)), bias: nil,
        slope: 0, into: &output)
    }
    #expect(output.filter(\.isNaN).count == 9)
  }
}

/// The largest difference, as a share of the largest value.
func distance(_ a: [Float], _ b: [Double]) -> Double {
  zip(a, b).map { abs(Double($0) - $1) }.reduce(0) { $1 <= $0 ? $0 : $1 }
    / (b.map(abs).max() ?? 1)
}
