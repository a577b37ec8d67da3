import Autograd
import Foundation
import Tensors
import Testing

@Suite struct ReductionTests {
  @Test(arguments: [[0], [1], [2], [3], [0, 2], [0, 2, 3], [1, 2], [0, 1, 2, 3], [1, 3]])
  func sumsAndMeansOverAnyAxes(axes: [Int]) {
    let kept = [2, 3, 3, 5].enumerated().map { axes.contains($0) ? 1 : $1 }
    checkOperation([[2, 3, 3, 5]]) {
      $0[0].sum(to: kept)
    } twin: {
      $0[0].sum(over: axes)
    }
    checkOperation([[2, 3, 3, 5]]) {
      square($0[0].mean(to: kept))
    } twin: {
      $0[0].mean(over: axes).map { $0 * $0 }
    }
  }

  @Test func sumsOverTheAxesThatAShapeLacks() {
    checkOperation([[2, 3, 4]]) {
      $0[0].sum(to: [4])
    } twin: {
      $0[0].sum(over: [0, 1]).reshaped([4])
    }
    checkOperation([[3, 4]]) {
      $0[0].mean()
    } twin: {
      $0[0].mean(over: [0, 1]).reshaped([])
    }
    checkOperation([[1, 4]]) {
      $0[0].broadcast(to: [2, 3, 4])
    } twin: {
      $0[0] + Naive([2, 3, 4]) { _ in 0 }
    }
  }

  @Test(arguments: [[20_011], [3, 9_001], [4_099, 3], [2, 3, 5_000, 2]])
  func longSumsKeepTheirDigits(shape: [Int]) {
    var random = RandomStream(seed: 3, stream: 1)
    let x = Tensor.uniform(shape, in: 0...1, using: &random)
    let total = x.values.reduce(0) { $0 + Double($1) }
    #expect(Swift.abs(Double(x.sum(to: []).scalar) / total - 1) < 1e-6)
  }

  @Test(arguments: [0, 1, 2, -1]) func logSumExpAndSoftmax(axis: Int) {
    let resolved = axis < 0 ? axis + 3 : axis
    func twin(_ x: Naive) -> Naive {
      x.map(Foundation.exp).sum(over: [resolved]).map(Foundation.log)
    }
    checkOperation([[2, 5, 3]], range: -3...3) {
      $0[0].logSumExp(axis: axis)
    } twin: {
      twin($0[0])
    }
    checkOperation([[2, 5, 3]], range: -3...3) {
      logSoftmax($0[0], axis: axis)
    } twin: {
      $0[0] - twin($0[0])
    }
    checkOperation([[2, 5, 3]], range: -3...3) {
      softmax($0[0], axis: axis)
    } twin: {
      ($0[0] - twin($0[0])).map(Foundation.exp)
    }
  }

  @Test func softmaxOfLargeNumbersDoesNotOverflow() {
    let y = softmax(Variable(Tensor([1000, 999, -1000], [3]))).value.values
    #expect(
      Swift.abs(y[0] - 0.731_058_6) < 1e-5 && Swift.abs(y[1] - 0.268_941_4) < 1e-5 && y[2] == 0)
  }

  @Test func maskedElementsGetNothing() {
    let mask = Tensor([1, 0, 1, 1, 0, 0, 0, 0], [2, 4])
    checkOperation([[2, 4]]) {
      softmax($0[0], mask: mask)
    } twin: { x in
      let powers = x[0].map(Foundation.exp) * Naive(mask)
      return Naive.combine(powers, powers.sum(over: [1])) { $1 == 0 ? 0 : $0 / $1 }
    }
  }
}
