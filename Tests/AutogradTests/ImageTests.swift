import Autograd
import Foundation
import Tensors
import Testing

@Suite struct ImageTests {
  @Test(arguments: [(4, 6), (2, 3), (7, 5), (1, 1)]) func resizes(height: Int, width: Int) {
    checkOperation([[2, 1, 4, 3]]) {
      $0[0].resizedNearest(height: height, width: width)
    } twin: { x in
      Naive([2, 1, height, width]) { x[0][$0[0], 0, $0[2] * 4 / height, $0[3] * 3 / width] }
    }
    checkOperation([[2, 1, 4, 3]]) {
      square($0[0].resizedBilinear(height: height, width: width))
    } twin: { x in
      Naive([2, 1, height, width]) { i in
        let v = bilinear(
          x[0], i[0], 0, (Double(i[3]) + 0.5) * 3 / Double(width) - 0.5,
          (Double(i[2]) + 0.5) * 4 / Double(height) - 0.5)
        return v * v
      }
    }
  }

  @Test(arguments: [(2, 2), (3, 2), (2, 1)]) func poolsMeansAndMaxima(kernel: Int, stride: Int) {
    let shape = [2, 2, (5 - kernel) / stride + 1, (6 - kernel) / stride + 1]
    func window(_ x: Naive, _ i: [Int]) -> [Double] {
      (0..<kernel * kernel).map {
        x[i[0], i[1], i[2] * stride + $0 / kernel, i[3] * stride + $0 % kernel]
      }
    }
    checkOperation([[2, 2, 5, 6]]) {
      square($0[0].averagePooled(kernel, stride: stride))
    } twin: { x in
      Naive(shape) { i in
        let mean = window(x[0], i).reduce(0, +) / Double(kernel * kernel)
        return mean * mean
      }
    }
    checkOperation([[2, 2, 5, 6]]) {
      square($0[0].maxPooled(kernel, stride: stride))
    } twin: { x in
      Naive(shape) {
        let v = window(x[0], $0).max()!
        return v * v
      }
    }
  }

  @Test func padsInThreeWaysAndCrops() {
    let padding = Padding(top: 1, left: 3, bottom: 2, right: 0)
    func check(_ border: LinearMap.Border, _ source: @escaping (Int, Int) -> Int?) {
      checkOperation([[1, 2, 4, 4]]) {
        square($0[0].padded(padding, border))
      } twin: { x in
        Naive([1, 2, 7, 7]) { i in
          guard let y = source(i[2] - 1, 4), let column = source(i[3] - 3, 4) else { return 0 }
          return x[0][0, i[1], y, column] * x[0][0, i[1], y, column]
        }
      }
    }
    check(.zero) { (0..<$1).contains($0) ? $0 : nil }
    check(.replicate) { min(max($0, 0), $1 - 1) }
    check(.reflect) { $0 < 0 ? -$0 : ($0 >= $1 ? 2 * ($1 - 1) - $0 : $0) }
    checkOperation([[1, 1, 5, 4]]) {
      $0[0].padded(Padding(-1), .zero)
    } twin: { x in
      Naive([1, 1, 3, 2]) { x[0][0, 0, $0[2] + 1, $0[3] + 1] }
    }
  }

  @Test func readsBetweenPixels() {
    checkOperation([[2, 3, 4, 5], [2, 2, 3, 3]], range: 0...1.8, order: 1) {
      $0[0].sampled(at: $0[1] * 3 - 0.6)
    } twin: { x in
      Naive([2, 3, 3, 3]) { i in
        bilinear(
          x[0], i[0], i[1], x[1][i[0], 0, i[2], i[3]] * 3 - 0.6,
          x[1][i[0], 1, i[2], i[3]] * 3 - 0.6)
      }
    }
    // Gradients of gradients by the image.
    let positions = Variable(Tensor([0.2, 1.7, 3.4, 0.9, 2.2, -1, 0.5, 1.1], [1, 2, 2, 2]))
    checkOperation([[1, 2, 3, 4]]) {
      square($0[0].sampled(at: positions))
    } twin: { x in
      let p = Naive(positions.value)
      return Naive([1, 2, 2, 2]) { i in
        let v = bilinear(x[0], 0, i[1], p[0, 0, i[2], i[3]], p[0, 1, i[2], i[3]])
        return v * v
      }
    }
  }

  @Test func positionsThatAreNoNumbersReadTheFirstPixel() {
    let image = Variable(Tensor([5, 1, 1, 1], [1, 1, 2, 2]))
    let y = image.sampled(at: Variable(Tensor([.nan, .infinity, .nan, -.infinity], [1, 2, 1, 2])))
    #expect(y.value.values == [5, 1])
  }

  @Test(arguments: [1, 2, 4]) func normalisesGroups(groups: Int) {
    checkOperation([[2, 4, 3, 3]]) {
      groupNormalised($0[0], groups: groups)
    } twin: { x in
      normalised(x[0].reshaped([2, groups, 36 / groups]), over: [2]).reshaped([2, 4, 3, 3])
    }
  }

  /// Once by what the backward pass computes and once by what it records.
  @Test(arguments: [1, 2]) func normalisesGroupsAndScalesThem(order: Int) {
    checkOperation([[2, 4, 3, 3], [4], [4]], order: order) {
      groupNormalised($0[0], groups: 2, scale: $0[1], shift: $0[2])
    } twin: { x in
      normalised(x[0].reshaped([2, 2, 18]), over: [2]).reshaped([2, 4, 3, 3])
        * x[1].reshaped([1, 4, 1, 1]) + x[2].reshaped([1, 4, 1, 1])
    }
  }

  @Test func normalisesPositionsPixelsAndLengths() {
    checkOperation([[2, 5, 2, 3]]) {
      positionNormalised($0[0])
    } twin: {
      normalised($0[0], over: [1])
    }
    checkOperation([[2, 5, 2, 3]]) {
      pixelNormalised($0[0])
    } twin: { x in
      x[0] / x[0].map { $0 * $0 }.mean(over: [1]).map { $0.squareRoot() }
    }
    checkOperation([[2, 5, 3]]) {
      unitLength($0[0], axis: 2)
    } twin: { x in
      x[0] / x[0].map { $0 * $0 }.sum(over: [2]).map { $0.squareRoot() }
    }
  }
}

/// The image at a position in pixels, its border going on.
private func bilinear(_ x: Naive, _ n: Int, _ c: Int, _ column: Double, _ row: Double) -> Double {
  let column = min(max(column, 0), Double(x.shape[3] - 1))
  let row = min(max(row, 0), Double(x.shape[2] - 1))
  let (left, top) = (Int(column), Int(row))
  let (right, bottom) = (min(left + 1, x.shape[3] - 1), min(top + 1, x.shape[2] - 1))
  let (u, v) = (column - Double(left), row - Double(top))
  return (1 - v) * ((1 - u) * x[n, c, top, left] + u * x[n, c, top, right])
    + v * ((1 - u) * x[n, c, bottom, left] + u * x[n, c, bottom, right])
}

private func normalised(_ x: Naive, over axes: [Int]) -> Naive {
  let centred = x - x.mean(over: axes)
  let variance = centred.map { $0 * $0 }.mean(over: axes)
  return centred / variance.map { ($0 + 1e-5).squareRoot() }
}
