import Autograd
import Raster
import Tensors

/// One convolution that is timed: stride 1, as much padding as keeps the sides.
struct ConvolutionTask {
  let inputs: Int
  let outputs: Int
  let side: Int
  let batch: Int
  var kernel = 3

  static let all = [
    ConvolutionTask(inputs: 32, outputs: 32, side: 256, batch: 1),
    ConvolutionTask(inputs: 64, outputs: 64, side: 128, batch: 1),
    ConvolutionTask(inputs: 128, outputs: 128, side: 64, batch: 1),
    ConvolutionTask(inputs: 256, outputs: 256, side: 32, batch: 1),
    ConvolutionTask(inputs: 32, outputs: 32, side: 128, batch: 8),
    ConvolutionTask(inputs: 64, outputs: 64, side: 64, batch: 8),
    ConvolutionTask(inputs: 3, outputs: 32, side: 512, batch: 1),
    ConvolutionTask(inputs: 256, outputs: 256, side: 64, batch: 1, kernel: 1),
    ConvolutionTask(inputs: 3, outputs: 32, side: 256, batch: 1, kernel: 7),
    // The matcher's, in training.
    ConvolutionTask(inputs: 64, outputs: 64, side: 64, batch: 16),
    ConvolutionTask(inputs: 96, outputs: 96, side: 32, batch: 16),
    ConvolutionTask(inputs: 160, outputs: 160, side: 16, batch: 16),
    ConvolutionTask(inputs: 224, outputs: 224, side: 8, batch: 16),
  ]

  var name: String { "\(inputs)-\(outputs)-\(side)-\(batch)" }

  /// The line that `libtorch.py` is sent.
  var line: String { "convolution \(inputs) \(outputs) \(side) \(batch) \(kernel)" }

  /// Forward.
  var operations: Double {
    2 * Double(batch * outputs * inputs * kernel * kernel) * Double(side * side)
  }

  private var steps: ConvolutionSteps { ConvolutionSteps(padding: Padding(kernel / 2)) }

  var method: ConvolutionMethod {
    ConvolutionMethod(
      input: [batch, inputs, side, side], weight: [outputs, inputs, kernel, kernel], steps)
  }

  /// The largest error of some thousand results against sums in double precision, as a share of the largest result.
  func error(threads: Int) -> Double {
    var random = RandomStream(seed: 1, stream: 0)
    let x = Tensor.normal([batch, inputs, side, side], using: &random)
    let weight = Tensor.normal([outputs, inputs, kernel, kernel], using: &random)
    let found = Compute.with(Work(threads: threads)) { convolution(x, weight, steps) }.values
    let (pixels, taps) = (x.values, weight.values)
    var (largest, error) = (0.0, 0.0)
    for index in stride(from: 0, to: found.count, by: max(1, found.count / 4999)) {
      let (column, row) = (index % side, index / side % side)
      let (o, image) = (index / (side * side) % outputs, index / (side * side * outputs))
      var sum = 0.0
      for c in 0..<inputs {
        for y in 0..<kernel {
          for x in 0..<kernel {
            let (atY, atX) = (row + y - kernel / 2, column + x - kernel / 2)
            guard atY >= 0, atY < side, atX >= 0, atX < side else { continue }
            sum +=
              Double(pixels[((image * inputs + c) * side + atY) * side + atX])
              * Double(taps[((o * inputs + c) * kernel + y) * kernel + x])
          }
        }
      }
      largest = max(largest, abs(sum))
      error = max(error, abs(sum - Double(found[index])))
    }
    return error / largest
  }

  /// One run's time forward, and forward and backward to image, filters and bias.
  func seconds(threads: Int) -> [Double] {
    var random = RandomStream(seed: 1, stream: 0)
    let x = Variable(.normal([batch, inputs, side, side], using: &random))
    let weight = Variable(.normal([outputs, inputs, kernel, kernel], using: &random))
    let bias = Variable(.normal([outputs], using: &random))
    let seed = Variable(.normal([batch, outputs, side, side], using: &random))
    return Compute.with(Work(threads: threads)) {
      let forward = Self.seconds { _ = convolution(x, weight, bias: bias, steps) }
      let both = Self.seconds {
        let leaves = [x.tracked(), weight.tracked(), bias.tracked()]
        let result = convolution(leaves[0], leaves[1], bias: leaves[2], steps)
        _ = gradients(of: result, with: leaves, seed: seed)
      }
      return [forward, both]
    }
  }

  /// Over as many runs as fill a tenth of a second, after one that is not counted.
  private static func seconds(_ body: () -> Void) -> Double {
    body()
    var count = 0
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(100) {
      body()
      count += 1
    }
    return (ContinuousClock.now - start) / .seconds(1) / Double(count)
  }
}
