import TestSupport

@testable import Tensors

/// A convolution by its definition, in double precision, on numbers of its own.
struct NaiveConvolution {
  let shape: ConvolutionShape
  let input: [Float]
  let weight: [Float]
  let bias: [Float]
  /// Of the output.
  let gradient: [Float]

  init(_ shape: ConvolutionShape) {
    self.shape = shape
    var random = SeededNumbers(seed: 1)
    func numbers(_ count: Int) -> [Float] {
      (0..<count).map { _ in .random(in: -0.5..<0.5, using: &random) }
    }
    input = numbers(shape.n * shape.c * shape.h * shape.w)
    weight = numbers(
      shape.o * shape.c / shape.steps.groups * shape.kernelH * shape.kernelW)
    bias = numbers(shape.o)
    gradient = numbers(shape.n * shape.o * shape.outputH * shape.outputW)
  }

  func forward() -> [Double] {
    let area = shape.outputH * shape.outputW
    var output = gradient.indices.map { Double(bias[$0 / area % shape.o]) }
    forEachProduct { output[$0] += Double(input[$1]) * Double(weight[$2]) }
    return output
  }

  func gradients() -> (ofInput: [Double], ofWeight: [Double]) {
    var ofInput = [Double](repeating: 0, count: input.count)
    var ofWeight = [Double](repeating: 0, count: weight.count)
    forEachProduct {
      ofInput[$1] += Double(gradient[$0]) * Double(weight[$2])
      ofWeight[$2] += Double(gradient[$0]) * Double(input[$1])
    }
    return (ofInput, ofWeight)
  }

  /// Every product that an output is the sum of, by the positions of its output, input and weight.
  private func forEachProduct(_ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void) {
    let channels = shape.c / shape.steps.groups
    let area = shape.outputH * shape.outputW
    for output in gradient.indices {
      let y = output % area / shape.outputW
      let x = output % shape.outputW
      let o = output / area % shape.o
      let image = output / area / shape.o
      let group = o / (shape.o / shape.steps.groups)
      for c in 0..<channels {
        let plane = image * shape.c + group * channels + c
        for row in 0..<shape.kernelH {
          let inputRow =
            y * shape.steps.stride - shape.steps.padding.top + row * shape.steps.dilation
          guard inputRow >= 0, inputRow < shape.h else { continue }
          for column in 0..<shape.kernelW {
            let inputColumn =
              x * shape.steps.stride - shape.steps.padding.left + column * shape.steps.dilation
            guard inputColumn >= 0, inputColumn < shape.w else { continue }
            let tap = (o * channels + c) * shape.kernelH + row
            body(
              output, (plane * shape.h + inputRow) * shape.w + inputColumn,
              tap * shape.kernelW + column)
          }
        }
      }
    }
  }
}
