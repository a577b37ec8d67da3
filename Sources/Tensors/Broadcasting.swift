/// Arithmetic between tensors whose sides agree or are 1: where one has a single element along an
/// axis, it stands for all of that axis. Missing axes on the left count as 1.
///
/// Neighbouring axes on which both tensors behave alike are merged first, so that most calls end in
/// one or two loops with long rows. Cost: one read of each element an output has, one write.
public enum BinaryFunction: Sendable {
  case add, subtract, multiply, divide, maximum, minimum
  /// 1 where the left number is at least the right one, else 0.
  case atLeast

  public func callAsFunction(_ a: Tensor, _ b: Tensor) -> Tensor {
    let plan = BroadcastPlan(a.shape, b.shape, of: "\(self)")
    return switch self {
    case .add: plan.run(Sum(), a, b)
    case .subtract: plan.run(Difference(), a, b)
    case .multiply: plan.run(Product(), a, b)
    case .divide: plan.run(Quotient(), a, b)
    case .maximum: plan.run(Larger(), a, b)
    case .minimum: plan.run(Smaller(), a, b)
    case .atLeast: plan.run(AtLeast(), a, b)
    }
  }
}

/// An operation on two numbers; a type of its own, so that loops are compiled for it.
private protocol Pairing {
  func callAsFunction(_ a: Float, _ b: Float) -> Float
}

private struct Sum: Pairing { func callAsFunction(_ a: Float, _ b: Float) -> Float { a + b } }
private struct Difference: Pairing {
  func callAsFunction(_ a: Float, _ b: Float) -> Float { a - b }
}
private struct Product: Pairing { func callAsFunction(_ a: Float, _ b: Float) -> Float { a * b } }
private struct Quotient: Pairing { func callAsFunction(_ a: Float, _ b: Float) -> Float { a / b } }
private struct Larger: Pairing {
  func callAsFunction(_ a: Float, _ b: Float) -> Float { a > b ? a : b }
}
private struct Smaller: Pairing {
  func callAsFunction(_ a: Float, _ b: Float) -> Float { a < b ? a : b }
}
private struct AtLeast: Pairing {
  func callAsFunction(_ a: Float, _ b: Float) -> Float { a >= b ? 1 : 0 }
}

/// The shape of what `a` and `b` give together, or nil where their sides disagree.
public func broadcastShape(_ a: [Int], _ b: [Int]) -> [Int]? {
  let rank = max(a.count, b.count)
  let a = Array(repeating: 1, count: rank - a.count) + a
  let b = Array(repeating: 1, count: rank - b.count) + b
  var shape: [Int] = []
  for (m, n) in zip(a, b) {
    guard m == n || m == 1 || n == 1 else { return nil }
    shape.append(m == 1 ? n : m)
  }
  return shape
}

private struct BroadcastPlan {
  /// One merged axis: its length, and how far a step along it goes in either tensor.
  private struct Axis {
    var length: Int
    var stepA: Int
    var stepB: Int
  }
  private let shape: [Int]
  private let outer: [Axis]
  private let row: Axis

  init(_ a: [Int], _ b: [Int], of operation: String) {
    guard let shape = broadcastShape(a, b) else {
      fatalError("\(operation): \(a) and \(b) do not broadcast")
    }
    self.shape = shape
    var merged: [Axis] = []
    var strideA = 1
    var strideB = 1
    for (axis, length) in shape.enumerated().reversed() where length != 1 {
      let sideA = axis - shape.count + a.count < 0 ? 1 : a[axis - shape.count + a.count]
      let sideB = axis - shape.count + b.count < 0 ? 1 : b[axis - shape.count + b.count]
      let next = Axis(
        length: length, stepA: sideA == 1 ? 0 : strideA, stepB: sideB == 1 ? 0 : strideB)
      strideA *= sideA
      strideB *= sideB
      if let last = merged.last, (last.stepA == 0) == (next.stepA == 0),
        (last.stepB == 0) == (next.stepB == 0)
      {
        merged[merged.count - 1].length *= length
      } else {
        merged.append(next)
      }
    }
    row = merged.first ?? Axis(length: 1, stepA: 0, stepB: 0)
    outer = Array(merged.dropFirst())
  }

  func run(_ f: some Pairing, _ a: Tensor, _ b: Tensor) -> Tensor {
    Tensor(shape) { out in
      read(a, b) { a, b in
        if outer.isEmpty {
          forEachBand(of: row.length, cost: 2) { band in
            apply(
              f, a + row.stepA * band.lowerBound, b + row.stepB * band.lowerBound,
              out + band.lowerBound, band.count)
          }
        } else {
          let rows = outer.reduce(1) { $0 * $1.length }
          forEachBand(of: rows, cost: 2 * row.length) { band in
            for index in band {
              var rest = index
              var offsetA = 0
              var offsetB = 0
              for axis in outer {
                offsetA += rest % axis.length * axis.stepA
                offsetB += rest % axis.length * axis.stepB
                rest /= axis.length
              }
              apply(f, a + offsetA, b + offsetB, out + index * row.length, row.length)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func apply(
    _ f: some Pairing, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    _ out: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    if row.stepA != 0 && row.stepB != 0 {
      for i in 0..<count { out[i] = f(a[i], b[i]) }
    } else if row.stepA != 0 {
      let b = b[0]
      for i in 0..<count { out[i] = f(a[i], b) }
    } else {
      let a = a[0]
      for i in 0..<count { out[i] = f(a, b[i]) }
    }
  }
}

extension Tensor {
  /// These elements repeated along the axes where this tensor has one and `shape` more.
  public func broadcast(to shape: [Int]) -> Tensor {
    require(
      broadcastShape(self.shape, shape) == shape, "broadcast: \(self.shape) to \(shape)")
    return self.shape == shape ? self : BinaryFunction.add(self, Tensor.zeros(shape))
  }
}
