import Raster

/// Convolution on raw memory, for every shape: by the method that is fastest for it.
///
/// All three write all of their output. No two threads write the same number, and each is summed in an order that the shape
/// alone decides, so results are the same for any number of threads. Cost: 2 · N · O · outputH · outputW · C / groups ·
/// kernelH · kernelW operations each, half a MiB of scratch a thread; by Winograd's method a quarter of the operations, and
/// scratch of 11 KiB a channel in for each thread and of 4 or 7 times the filters; for the gradient of the weights, which
/// chooses for itself, of 14 KiB and of 16 times.
struct RawConvolution {
  let shape: ConvolutionShape
  let work: Work

  /// - Parameters:
  ///   - weight: with which what is made of its filters is kept, if `keepsFilters` says so.
  ///   - bias: `[O]`.
  ///   - added: of the output's shape, added after the activation.
  func forward(
    input: UnsafePointer<Float>, weight: Storage, keepsFilters: Bool, bias: UnsafePointer<Float>?,
    activation: ConvolutionActivation, adding added: UnsafePointer<Float>?,
    output: UnsafeMutablePointer<Float>
  ) {
    run(
      shape, input, FilterBank(weight.pointer, of: shape), keptWith: keepsFilters ? weight : nil,
      bias: bias, slope: activation.slope, adding: added, into: output)
  }

  private func add(_ added: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>) {
    let plane = shape.outputH * shape.outputW
    nonisolated(unsafe) let added = added
    nonisolated(unsafe) let output = output
    work.forEachShare(of: shape.n * shape.o, smallest: 4) { planes in
      for i in planes.lowerBound * plane..<planes.upperBound * plane { output[i] += added[i] }
    }
  }

  private func run(
    _ shape: ConvolutionShape, _ input: UnsafePointer<Float>, _ filters: FilterBank,
    keptWith weight: Storage? = nil, bias: UnsafePointer<Float>?, slope: Float,
    adding added: UnsafePointer<Float>? = nil, into output: UnsafeMutablePointer<Float>
  ) {
    switch ConvolutionMethod(shape) {
    case .winograd:
      let plan = WinogradConvolution(shape, work: work)
      let transformed =
        weight?.derived(for: plan.layout) { plan.transformed(filters) }
        ?? plan.transformed(filters)
      plan.run(
        input, transformed: transformed, bias: bias, slope: slope, adding: added, into: output)
      return
    case .direct:
      let plan = DirectConvolution(shape, work: work)
      let packed =
        weight?.derived(for: plan.layout) { plan.packed(filters) } ?? plan.packed(filters)
      plan.run(input, packed: packed, bias: bias, slope: slope, into: output)
    case .columns:
      ColumnConvolution(shape: shape, work: work).run(
        input, filters, bias: bias, slope: slope, into: output)
    }
    if let added { add(added, to: output) }
  }

  /// - Parameters:
  ///   - gradient: of the output.
  ///   - result: the gradient of the weight.
  func gradientOfWeight(
    gradient: UnsafePointer<Float>, input: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    if WinogradConvolution.paysForWeights(shape) {
      WinogradConvolution(shape, work: work).gradientOfWeight(gradient, input, into: result)
    } else if ColumnConvolution.pays(shape) {
      ColumnConvolution(shape: shape, work: work).gradientOfWeight(gradient, input, into: result)
    } else {
      DirectConvolution(shape, work: work).gradientOfWeight(gradient, input, into: result)
    }
  }

  /// - Parameters:
  ///   - gradient: of the output.
  ///   - result: the gradient of the input.
  func gradientOfInput(
    gradient: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    let phases = InputGradient.phases(of: shape)
    if let whole = phases.first, whole.isWhole, !whole.isEmpty {
      return run(
        whole.shape, gradient, whole.filters(weight, of: shape), bias: nil, slope: 1,
        into: result)
    }
    // Those of the same rows together.
    let beside = min(shape.steps.stride, shape.w)
    for first in stride(from: 0, to: phases.count, by: beside) {
      let together = Array(phases[first..<first + beside])
      let parts = together.map { phase -> Storage? in
        guard !phase.isEmpty else { return nil }
        let part = Storage(count: phase.shape.output.reduce(1, *))
        run(
          phase.shape, gradient, phase.filters(weight, of: shape), bias: nil, slope: 1,
          into: part.pointer)
        return part
      }
      nonisolated(unsafe) let result = result
      work.forEachShare(of: shape.n * shape.c, smallest: 4) { planes in
        for plane in planes {
          let planes = zip(together, parts).map { phase, part in
            part.map {
              UnsafePointer($0.pointer) + plane * phase.shape.outputH * phase.shape.outputW
            }
          }
          InputGradient.scatter(
            planes, of: together, to: result + plane * shape.h * shape.w, width: shape.w)
        }
      }
    }
  }
}
