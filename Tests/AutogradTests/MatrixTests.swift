import Autograd
import Foundation
import Tensors
import Testing

@Suite struct MatrixTests {
  @Test(arguments: [false, true], [false, true])
  func productsOfBatches(transposingA: Bool, transposingB: Bool) {
    for (batchA, batchB) in [([], []), ([3], [3]), ([2], []), ([], [2]), ([2, 2], [2, 2])] {
      let a = batchA + (transposingA ? [5, 2] : [2, 5])
      let b = batchB + (transposingB ? [3, 5] : [5, 3])
      checkOperation([a, b]) {
        matrixProduct($0[0], $0[1], transposingA: transposingA, transposingB: transposingB)
      } twin: { x in
        let batch = batchA.isEmpty ? batchB : batchA
        return Naive(batch + [2, 3]) { index in
          let (row, column) = (index[index.count - 2], index[index.count - 1])
          let lead = Array(index.dropLast(2))
          return (0..<5).reduce(0.0) { sum, k in
            let left = (batchA.isEmpty ? [] : lead) + (transposingA ? [k, row] : [row, k])
            let right = (batchB.isEmpty ? [] : lead) + (transposingB ? [column, k] : [k, column])
            return sum + x[0][left] * x[1][right]
          }
        }
      }
    }
  }

  @Test func largeProductsInTiles() {
    var random = RandomStream(seed: 2, stream: 0)
    let a = Tensor.uniform([300, 7], in: -1...1, using: &random)
    let b = Tensor.uniform([1_100, 7], in: -1...1, using: &random)
    let product = Tensors.matrixProduct(a, b, transposingB: true)
    for (row, column) in [(0, 0), (255, 1_023), (256, 1_024), (299, 1_099), (17, 1_050)] {
      let expected = (0..<7).reduce(Float(0)) { $0 + a[row, $1] * b[column, $1] }
      #expect(Swift.abs(product[row, column] - expected) < 1e-5)
    }
  }

  @Test func linearLayersOnAnyNumberOfAxes() {
    checkOperation([[2, 3, 4], [5, 4], [5]]) {
      linear($0[0], $0[1], bias: $0[2])
    } twin: { x in
      Naive([2, 3, 5]) { i in
        (0..<4).reduce(x[2][i[2]]) { $0 + x[0][i[0], i[1], $1] * x[1][i[2], $1] }
      }
    }
  }

  @Test func solvesLeastSquaresByTheNormalEquations() throws {
    // The line through (0, 1), (1, 3), (2, 5) is 2x + 1.
    let design = Tensor([0, 1, 1, 1, 2, 1], [3, 2])
    let right = Tensor([1, 3, 5], [3, 1])
    let normal = Tensors.matrixProduct(design, design, transposingA: true)
    let solution = try #require(
      solvePositiveDefinite(normal, Tensors.matrixProduct(design, right, transposingA: true)))
    #expect(Swift.abs(solution[0, 0] - 2) < 1e-5 && Swift.abs(solution[1, 0] - 1) < 1e-5)
    #expect(solvePositiveDefinite(Tensor([1, 2, 2, 1], [2, 2]), .zeros([2, 1])) == nil)
  }
}
