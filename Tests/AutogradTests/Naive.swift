import Foundation
import Tensors

/// A tensor of Doubles with one obvious way to do each thing: what the fast operations are compared
/// with.
struct Naive {
  var shape: [Int]
  var values: [Double]

  init(_ shape: [Int], _ values: [Double]) {
    self.shape = shape
    self.values = values
  }

  init(_ tensor: Tensor) { self.init(tensor.shape, tensor.values.map(Double.init)) }

  /// The tensor whose element at each index is `element(index)`.
  init(_ shape: [Int], _ element: ([Int]) -> Double) {
    self.shape = shape
    values = []
    for number in 0..<shape.reduce(1, *) {
      var rest = number
      var index = shape
      for axis in shape.indices.reversed() {
        index[axis] = rest % shape[axis]
        rest /= shape[axis]
      }
      values.append(element(index))
    }
  }

  private func offset(_ index: [Int]) -> Int {
    var offset = 0
    for axis in shape.indices { offset = offset * shape[axis] + index[axis] }
    return offset
  }

  subscript(index: [Int]) -> Double {
    get { values[offset(index)] }
    set { values[offset(index)] = newValue }
  }

  subscript(index: Int...) -> Double {
    get { self[index] }
    set { self[index] = newValue }
  }

  /// The same for four axes, where it is asked for millions of times.
  subscript(n: Int, c: Int, y: Int, x: Int) -> Double {
    get { values[((n * shape[1] + c) * shape[2] + y) * shape[3] + x] }
    set { values[((n * shape[1] + c) * shape[2] + y) * shape[3] + x] = newValue }
  }

  /// The pixel of an image, or 0 outside of it.
  func pixel(_ n: Int, _ c: Int, _ y: Int, _ x: Int) -> Double {
    y >= 0 && y < shape[2] && x >= 0 && x < shape[3] ? self[n, c, y, x] : 0
  }

  func map(_ f: (Double) -> Double) -> Naive { Naive(shape, values.map(f)) }

  /// `f` of the elements of two tensors, with sides of 1 repeated.
  static func combine(_ a: Naive, _ b: Naive, _ f: (Double, Double) -> Double) -> Naive {
    if a.shape == b.shape { return Naive(a.shape, zip(a.values, b.values).map(f)) }
    let rank = max(a.shape.count, b.shape.count)
    func side(_ x: Naive, _ axis: Int) -> Int {
      let own = axis - rank + x.shape.count
      return own < 0 ? 1 : x.shape[own]
    }
    func element(_ x: Naive, _ index: [Int]) -> Double {
      x[x.shape.indices.map { x.shape[$0] == 1 ? 0 : index[$0 + rank - x.shape.count] }]
    }
    let shape = (0..<rank).map { max(side(a, $0), side(b, $0)) }
    return Naive(shape) { f(element(a, $0), element(b, $0)) }
  }

  static func + (a: Naive, b: Naive) -> Naive { combine(a, b, +) }
  static func - (a: Naive, b: Naive) -> Naive { combine(a, b, -) }
  static func * (a: Naive, b: Naive) -> Naive { combine(a, b, *) }
  static func / (a: Naive, b: Naive) -> Naive { combine(a, b, /) }

  /// The sum over `axes`, which stay with length 1.
  func sum(over axes: [Int]) -> Naive {
    var result = Naive(
      shape.enumerated().map { axes.contains($0) ? 1 : $1 }, { _ in 0 })
    _ = Naive(shape) { index in
      result[index.enumerated().map { axes.contains($0) ? 0 : $1 }] += self[index]
      return 0
    }
    return result
  }

  func mean(over axes: [Int]) -> Naive {
    let count = axes.reduce(1) { $0 * shape[$1] }
    return sum(over: axes).map { $0 / Double(count) }
  }

  func reshaped(_ shape: [Int]) -> Naive { Naive(shape, values) }

  var sum: Double { values.reduce(0, +) }
}
