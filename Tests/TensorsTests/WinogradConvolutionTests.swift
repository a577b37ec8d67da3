import Raster
import Testing

@testable import Tensors

// Every instruction set's transforms against sums as the definition has them, on pictures that fill no tile, vector or strip.

@Suite struct WinogradConvolutionTests {
  static let shapes = [
    // Smaller than a tile; channels that fill no block.
    ConvolutionShape(
      input: [2, 3, 3, 2], weight: [5, 3, 3, 3], ConvolutionSteps(padding: Padding(1))),
    // No padding; a few tiles.
    ConvolutionShape(input: [1, 7, 13, 22], weight: [9, 7, 3, 3], ConvolutionSteps()),
    // Uneven padding.
    ConvolutionShape(
      input: [3, 4, 10, 9], weight: [4, 4, 3, 3],
      ConvolutionSteps(padding: Padding(top: 2, left: 0, bottom: 1, right: 2))),
    // Rows of tiles that are wider than a strip, and a strip of several rows.
    ConvolutionShape(
      input: [1, 2, 9, 700], weight: [3, 2, 3, 3], ConvolutionSteps(padding: Padding(1))),
    ConvolutionShape(
      input: [1, 5, 70, 61], weight: [6, 5, 3, 3], ConvolutionSteps(padding: Padding(1))),
    // A strip of several images.
    ConvolutionShape(
      input: [11, 2, 10, 6], weight: [3, 2, 3, 3], ConvolutionSteps(padding: Padding(1))),
  ]

  /// Channels that fill no block of the weights' gradient, and pictures that fill no vector when they are turned.
  static let gradientShapes =
    shapes + [
      ConvolutionShape(
        input: [2, 70, 6, 37], weight: [50, 70, 3, 3], ConvolutionSteps(padding: Padding(1))),
      ConvolutionShape(
        input: [1, 50, 5, 19], weight: [16, 50, 3, 3],
        ConvolutionSteps(padding: Padding(top: 0, left: 3, bottom: 2, right: 1))),
      // Several parts, of unequally many rows.
      ConvolutionShape(
        input: [11, 2, 25, 26], weight: [3, 2, 3, 3], ConvolutionSteps(padding: Padding(1))),
    ]

  @Test(arguments: ConvolutionKernels.names, shapes)
  func agreesWithItsDefinition(kernels: String, shape: ConvolutionShape) throws {
    let kernels = try #require(ConvolutionKernels(named: kernels))
    try agreesWithItsDefinition(kernels, shape, tile: 4, within: 5e-6)
    try agreesWithItsDefinition(kernels, shape, tile: 6, within: 2e-5)
  }

  private func agreesWithItsDefinition(
    _ kernels: ConvolutionKernels, _ shape: ConvolutionShape, tile: Int, within error: Double
  ) throws {
    let naive = NaiveConvolution(shape)
    let expected = naive.forward()
    var output = [Float](repeating: .nan, count: expected.count)
    naive.weight.withUnsafeBufferPointer { weight in
      let convolution = WinogradConvolution(
        shape, work: Work(threads: 2), kernels: kernels, tile: tile)
      let filters = FilterBank(weight.baseAddress!, of: shape)
      let transformed = convolution.transformed(filters)
      convolution.run(
        naive.input, transformed: transformed, bias: naive.bias, slope: 1, into: &output)
      #expect(distance(output, expected) < error)
      convolution.run(
        naive.input, transformed: transformed, bias: naive.bias, slope: 0, adding: naive.gradient,
        into: &output)
      #expect(
        distance(output, zip(expected, naive.gradient).map { max(0, $0) + Double($1) }) < error)
    }
    let whole = try #require(InputGradient.phases(of: shape).first)
    #expect(whole.isWhole)
    var inputs = [Float](repeating: .nan, count: naive.input.count)
    naive.weight.withUnsafeBufferPointer { weight in
      let convolution = WinogradConvolution(
        whole.shape, work: Work(threads: 2), kernels: kernels, tile: tile)
      convolution.run(
        naive.gradient,
        transformed: convolution.transformed(whole.filters(weight.baseAddress!, of: shape)),
        bias: nil, slope: 1, into: &inputs)
    }
    #expect(distance(inputs, naive.gradients().ofInput) < error)
  }

  @Test(arguments: ConvolutionKernels.names, gradientShapes)
  func itsWeightsGradientAgreesWithItsDefinition(kernels: String, shape: ConvolutionShape) throws {
    let kernels = try #require(ConvolutionKernels(named: kernels))
    let naive = NaiveConvolution(shape)
    var weights = [Float](repeating: .nan, count: naive.weight.count)
    WinogradConvolution(shape, work: Work(threads: 2), kernels: kernels).gradientOfWeight(
      naive.gradient, naive.input, into: &weights)
    #expect(distance(weights, naive.gradients().ofWeight) < 5e-6)
  }

  /// What an operation does is exact enough with as many channels as networks have: on pictures this small by tiles of 4,
  /// however wide the machine's vectors are.
  @Test func isExactEnoughWithManyChannels() {
    let shape = ConvolutionShape(
      input: [2, 256, 8, 8], weight: [32, 256, 3, 3], ConvolutionSteps(padding: Padding(1)))
    #expect(WinogradConvolution.pays(shape))
    let naive = NaiveConvolution(shape)
    let output = convolution(
      Tensor(naive.input, shape.input), Tensor(naive.weight, shape.weight),
      bias: Tensor(naive.bias, [shape.o]), shape.steps)
    #expect(distance(output.values, naive.forward()) < 5e-6)
  }

  /// So are the larger tiles, which larger pictures have.
  @Test func largerTilesAreExactEnoughWithManyChannels() {
    let shape = ConvolutionShape(
      input: [1, 256, 24, 24], weight: [32, 256, 3, 3], ConvolutionSteps(padding: Padding(1)))
    let naive = NaiveConvolution(shape)
    let output = convolution(
      Tensor(naive.input, shape.input), Tensor(naive.weight, shape.weight),
      bias: Tensor(naive.bias, [shape.o]), shape.steps)
    #expect(distance(output.values, naive.forward()) < 2e-5)
  }

  @Test func itsWeightsGradientIsExactEnoughWithManyPixels() {
    let shape = ConvolutionShape(
      input: [12, 48, 32, 32], weight: [16, 48, 3, 3], ConvolutionSteps(padding: Padding(1)))
    #expect(WinogradConvolution.paysForWeights(shape))
    let naive = NaiveConvolution(shape)
    let weights = convolutionGradientOfWeight(
      Tensor(naive.gradient, shape.output), Tensor(naive.input, shape.input), kernel: (3, 3),
      shape.steps)
    #expect(distance(weights.values, naive.gradients().ofWeight) < 5e-6)
  }

  @Test(arguments: shapes)
  func doesNotDependOnTheNumberOfThreads(shape: ConvolutionShape) {
    let naive = NaiveConvolution(shape)
    func result(threads: Int) -> [Float] {
      var output = [Float](repeating: .nan, count: naive.gradient.count)
      naive.weight.withUnsafeBufferPointer {
        let convolution = WinogradConvolution(shape, work: Work(threads: threads))
        convolution.run(
          naive.input, transformed: convolution.transformed(FilterBank($0.baseAddress!, of: shape)),
          bias: nil, slope: 1, into: &output)
      }
      return output
    }
    let alone = result(threads: 1)
    for threads in [2, 3, 16] { #expect(result(threads: threads) == alone) }
  }

  @Test(arguments: gradientShapes)
  func itsWeightsGradientDoesNotDependOnTheNumberOfThreads(shape: ConvolutionShape) {
    let naive = NaiveConvolution(shape)
    func result(threads: Int) -> [Float] {
      var weights = [Float](repeating: .nan, count: naive.weight.count)
      WinogradConvolution(shape, work: Work(threads: threads)).gradientOfWeight(
        naive.gradient, naive.input, into: &weights)
      return weights
    }
    let alone = result(threads: 1)
    for threads in [2, 3, 16] { #expect(result(threads: threads) == alone) }
  }

  @Test func whatIsNotANumberStaysOne() {
    let shape = ConvolutionShape(
      input: [1, 1, 8, 40], weight: [1, 1, 3, 3], ConvolutionSteps(padding: Padding(1)))
    var input = [Float](repeating: 1, count: 320)
    input[85] = .nan
    var output = [Float](repeating: 0, count: 320)
    [Float](repeating: 1, count: 9).withUnsafeBufferPointer {
      let convolution = WinogradConvolution(shape, work: Work(threads: 1))
      convolution.run(
        input, transformed: convolution.transformed(FilterBank($0.baseAddress!, of: shape)),
        bias: nil, slope: 0, into: &output)
    }
    // Around the pixel: none is lost, and only its tiles' are spoilt.
    for y in 1...3 { for x in 4...6 { #expect(output[y * 40 + x].isNaN) } }
    #expect(output.filter(\.isNaN).count <= 64)
  }
}
