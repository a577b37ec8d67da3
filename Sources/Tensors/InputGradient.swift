// The gradient of a convolution's input is a convolution itself: of the output's gradient, with the filters turned around. With
// a stride of s every s-th row of inputs meets the same rows of taps and the rows between meet others, and so do columns.
// So the inputs fall into s · s phases, and each is a convolution without a stride, of the taps that its inputs meet:
// together they do no more multiply-adds than the forward pass. (Dumoulin and Visin, "A guide to convolution arithmetic for
// deep learning", 2016, has the stride of 1; a transposed convolution is the same thing.)

/// One of the convolutions that make the gradient of an input.
struct InputGradient {
  /// From the output's gradient to the inputs of the phase.
  let shape: ConvolutionShape
  private let rows, columns: Phase

  /// All phases of a convolution that have an input.
  static func phases(of shape: ConvolutionShape) -> [InputGradient] {
    let (steps, padding) = (shape.steps, shape.steps.padding)
    let rows = Phase.all(
      steps, taps: shape.kernelH, before: padding.top, inputs: shape.h, outputs: shape.outputH)
    let columns = Phase.all(
      steps, taps: shape.kernelW, before: padding.left, inputs: shape.w, outputs: shape.outputW)
    return rows.flatMap { row in columns.map { InputGradient(of: shape, row, $0) } }
  }

  private init(of whole: ConvolutionShape, _ rows: Phase, _ columns: Phase) {
    self.rows = rows
    self.columns = columns
    // A phase that meets no tap is computed with one of zeros: see `filters`.
    shape = ConvolutionShape(
      input: whole.output,
      weight: [whole.c, whole.o / whole.steps.groups, max(1, rows.taps), max(1, columns.taps)],
      ConvolutionSteps(
        padding: Padding(
          top: rows.before, left: columns.before, bottom: rows.after, right: columns.after),
        dilation: rows.dilation, groups: whole.steps.groups))
  }

  /// Whether no tap meets it: its gradient is 0.
  var isEmpty: Bool { rows.taps == 0 || columns.taps == 0 }
  /// Whether it is all of the input.
  var isWhole: Bool { rows.step == 1 && columns.step == 1 }

  /// The taps that it meets, turned around.
  func filters(_ weight: UnsafePointer<Float>, of whole: ConvolutionShape) -> FilterBank {
    FilterBank(weight, of: whole).turned(
      from: (rows.lastTap, columns.lastTap), by: (-rows.tapStep, -columns.tapStep))
  }

  /// Puts what was computed of an image's channel where it belongs.
  ///
  /// - Parameters:
  ///   - planes: the inputs of each phase; nil is zeros.
  ///   - phases: all that have the same rows.
  ///   - input: all inputs, `width` a row.
  static func scatter(
    _ planes: [UnsafePointer<Float>?], of phases: [InputGradient],
    to input: UnsafeMutablePointer<Float>, width: Int
  ) {
    let rows = phases[0].rows
    if phases.count == 2, let even = planes[0], let odd = planes[1] {
      let (evens, odds) = (phases[0].columns.count, phases[1].columns.count)
      for y in 0..<rows.count {
        let to = input + (rows.first + y * rows.step) * width
        ConvolutionKernels.fastest.byTurns(even + y * evens, odd + y * odds, odds, to)
        if evens > odds { to[2 * odds] = even[y * evens + odds] }
      }
      return
    }
    for (plane, phase) in zip(planes, phases) {
      let columns = phase.columns
      for y in 0..<rows.count {
        let to = input + (rows.first + y * rows.step) * width + columns.first
        for x in 0..<columns.count {
          to[x * columns.step] = plane?[y * columns.count + x] ?? 0
        }
      }
    }
  }
}

/// The inputs of a row (or of a column) that meet the same taps.
private struct Phase {
  /// They are `first`, `first + step`, …: `count` of them.
  let first, step, count: Int
  /// The number of taps that meet them, the last one, and their distance; as taps of the phase they have this dilation.
  let taps, lastTap, tapStep, dilation: Int
  /// Padding of the output's gradient, so that there are as many results as inputs; negative where some of it is not met.
  let before, after: Int

  static func all(
    _ steps: ConvolutionSteps, taps: Int, before: Int, inputs: Int, outputs: Int
  ) -> [Phase] {
    (0..<min(steps.stride, inputs)).map {
      Phase(
        first: $0, steps, taps: taps, before: before, inputs: inputs, outputs: outputs)
    }
  }

  /// Input i meets output o by tap k where i + before = o · stride + k · dilation.
  private init(
    first: Int, _ steps: ConvolutionSteps, taps: Int, before: Int, inputs: Int, outputs: Int
  ) {
    let (stride, dilation) = (steps.stride, steps.dilation)
    self.first = first
    step = stride
    count = (inputs - first + stride - 1) / stride
    let met = (0..<taps).filter { (first + before - $0 * dilation) % stride == 0 }
    self.taps = met.count
    lastTap = met.last ?? 0
    let divisor = greatestCommonDivisor(stride, dilation)
    tapStep = stride / divisor
    self.dilation = dilation / divisor
    // The last tap meets the first output that the first input does.
    let firstOutput = (first + before - lastTap * dilation) / stride
    self.before = -firstOutput
    after = count - outputs + firstOutput + self.dilation * max(0, met.count - 1)
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
