import Autograd
import Foundation
import Tensors
import Testing

@Suite struct ArithmeticTests {
  /// Shapes whose sides agree, are 1, or are missing.
  static let pairs: [[[Int]]] = [
    [[], []], [[5], [5]], [[2, 3, 5], [3, 1]], [[2, 3, 2, 3], [1, 3, 1, 1]],
    [[3, 1, 2], [2, 1, 2, 1]],
    [[4], []], [[2, 1, 3], [2, 4, 1]], [[1, 1], [3, 1, 2]],
  ]

  @Test(arguments: pairs) func addsAndSubtracts(shapes: [[Int]]) {
    checkOperation(shapes) {
      $0[0] + $0[1]
    } twin: {
      $0[0] + $0[1]
    }
    checkOperation(shapes) {
      $0[0] - $0[1]
    } twin: {
      $0[0] - $0[1]
    }
  }

  @Test(arguments: pairs) func multipliesAndDivides(shapes: [[Int]]) {
    checkOperation(shapes) {
      $0[0] * $0[1]
    } twin: {
      $0[0] * $0[1]
    }
    checkOperation(shapes, range: 0.5...2) {
      $0[0] / $0[1]
    } twin: {
      $0[0] / $0[1]
    }
  }

  @Test(arguments: pairs) func picksTheLargerOrSmaller(shapes: [[Int]]) {
    checkOperation(shapes) {
      maximum($0[0], $0[1])
    } twin: {
      Naive.combine($0[0], $0[1]) { max($0, $1) }
    }
    checkOperation(shapes) {
      minimum($0[0], $0[1])
    } twin: {
      Naive.combine($0[0], $0[1]) { min($0, $1) }
    }
  }

  @Test func negatesAndTakesPlainNumbers() {
    checkOperation([[2, 3]]) {
      3 - -$0[0] * 2
    } twin: {
      $0[0].map { 3 + 2 * $0 }
    }
  }

  @Test func aVariableUsedTwiceGetsBothGradients() {
    let x = Variable(Tensor(3)).tracked()
    #expect(gradient(of: x * x + x, with: x).value.scalar == 7)
  }

  @Test func elementwiseFunctions() {
    let cases: [(String, (Variable) -> Variable, (Double) -> Double, ClosedRange<Float>)] = [
      ("exp", { exp($0) }, { Foundation.exp($0) }, -3...3),
      ("log", { log($0) }, { Foundation.log($0) }, 0.3...4),
      ("sqrt", { sqrt($0) }, { $0.squareRoot() }, 0.3...4),
      ("reciprocalSqrt", { reciprocalSqrt($0) }, { 1 / $0.squareRoot() }, 0.3...4),
      ("square", { square($0) }, { $0 * $0 }, -2...2),
      ("abs", { abs($0) }, { Swift.abs($0) }, -2...2),
      ("sigmoid", { sigmoid($0) }, { 1 / (1 + Foundation.exp(-$0)) }, -4...4),
      ("tanh", { tanh($0) }, { Foundation.tanh($0) }, -2...2),
      ("silu", { silu($0) }, { $0 / (1 + Foundation.exp(-$0)) }, -4...4),
      ("softplus", { softplus($0) }, { Foundation.log(1 + Foundation.exp($0)) }, -4...4),
      ("relu", { relu($0) }, { max(0, $0) }, -2...2),
      ("leakyRelu", { leakyRelu($0, slope: 0.1) }, { $0 > 0 ? $0 : 0.1 * $0 }, -2...2),
      ("clamp", { clamp($0, -0.5...0.7) }, { min(max($0, -0.5), 0.7) }, -1...1),
    ]
    for (_, function, twin, range) in cases {
      checkOperation([[3, 11]], range: range) {
        function($0[0])
      } twin: {
        $0[0].map(twin)
      }
      checkOperation([[2, 2]], range: range) {
        square(function($0[0]))
      } twin: {
        $0[0].map { twin($0) * twin($0) }
      }
    }
  }

  @Test func functionsAreRightFarOutAndNotANumberStaysOne() {
    let x = Tensor([-1000, -90, -80, -1e-6, 0, 1e-6, 20, 88, 100, .nan], [10])
    let powers = ScalarFunction.exponential(x).values
    for (value, exponent) in zip(powers, x.values).dropFirst(2).dropLast(2) {
      #expect(Swift.abs(Double(value) / Foundation.exp(Double(exponent)) - 1) < 1e-6)
    }
    #expect(powers[0] == 0 && powers[1] == 0 && powers[8] == .infinity && powers[9].isNaN)
    let curves = ScalarFunction.tanh(x).values
    #expect(curves[0] == -1 && curves[4] == 0 && curves[8] == 1 && curves[9].isNaN)
    #expect(Swift.abs(curves[5] / 1e-6 - 1) < 1e-5)
    #expect(ScalarFunction.softplus(x).values[8] == 100)
    #expect(ScalarFunction.sigmoid(x).values[0] == 0)
  }
}
