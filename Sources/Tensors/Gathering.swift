/// Positions along an axis: one list, or one for each of several sets of rows.
///
/// The same lists serve gathering and its reverse, adding up. With one set this selects rows; with
/// one a row it picks an element in each row; with one an image it carries the labels of the
/// image's pixels.
public struct Indices: Sendable, Equatable {
  public let values: [Int32]
  /// The number of lists, all of the same length.
  public let sets: Int
  /// The length of each list.
  public var count: Int { values.count / max(1, sets) }

  public init(_ values: [Int32], sets: Int = 1) {
    require(sets > 0 && values.count % sets == 0, "\(values.count) indices in \(sets) lists")
    self.values = values
    self.sets = sets
  }

  func check(below length: Int, outer: Int, of operation: String, _ shape: [Int]) {
    require(outer % sets == 0, "\(operation): \(sets) lists of indices for \(shape)")
    require(
      values.allSatisfy { $0 >= 0 && $0 < length },
      "\(operation): indices \(values.min() ?? 0)…\(values.max() ?? 0) in an axis of \(length) of \(shape)"
    )
  }
}

extension Tensor {
  /// The elements at `indices` along `axis`.
  ///
  /// - Parameter indices: their lists are dealt to the axes before `axis` in order: with one list,
  ///   it holds for all; with N lists, each holds for an N-th of the rows.
  public func gathered(_ indices: Indices, axis: Int) -> Tensor {
    let (outer, length, inner) = around(axis, of: "gather")
    indices.check(below: length, outer: outer, of: "gather", shape)
    let count = indices.count
    var sides = shape
    sides[axis < 0 ? axis + shape.count : axis] = count
    return Tensor(sides) { out in
      read(self) { x in
        indices.values.withUnsafeBufferPointer { values in
          forEachBand(of: outer, cost: 2 * count * inner) { rows in
            for row in rows {
              let list = values.baseAddress! + row / (outer / indices.sets) * count
              let source = x + row * length * inner
              let target = out + row * count * inner
              if inner == 1 {
                for i in 0..<count { target[i] = source[Int(list[i])] }
              } else {
                for i in 0..<count {
                  (target + i * inner).update(from: source + Int(list[i]) * inner, count: inner)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Zeros of length `length` along `axis`, with this tensor's elements added at `indices`: the
  /// reverse of `gathered`.
  public func scatterAdded(_ indices: Indices, axis: Int, length: Int) -> Tensor {
    let (outer, count, inner) = around(axis, of: "scatterAdd")
    require(
      count == indices.count, "scatterAdd: \(indices.count) indices for axis \(axis) of \(shape)")
    indices.check(below: length, outer: outer, of: "scatterAdd", shape)
    var sides = shape
    sides[axis < 0 ? axis + shape.count : axis] = length
    return Tensor(sides) { out in
      read(self) { x in
        indices.values.withUnsafeBufferPointer { values in
          forEachBand(of: outer, cost: 2 * (count + length) * inner) { rows in
            for row in rows {
              let list = values.baseAddress! + row / (outer / indices.sets) * count
              let source = x + row * count * inner
              let target = out + row * length * inner
              target.update(repeating: 0, count: length * inner)
              for i in 0..<count {
                let sum = target + Int(list[i]) * inner
                for j in 0..<inner { sum[j] += source[i * inner + j] }
              }
            }
          }
        }
      }
    }
  }

  /// The places of the `count` largest elements of each row of the last axis, the largest first; of
  /// equal ones the first. One list of indices a row.
  ///
  /// - Complexity: O(elements + rows · count · length) at worst; meant for small counts.
  public func topIndices(_ count: Int) -> Indices {
    let (rows, length, _) = around(-1, of: "topIndices")
    require(count <= length, "topIndices: \(count) of the last axis of \(shape)")
    var found = [Int32](repeating: 0, count: rows * count)
    found.withUnsafeMutableBufferPointer { found in
      let out = found.baseAddress!
      read(self) { x in
        forEachBand(of: rows, cost: 2 * length) { band in
          for row in band where count > 0 {
            selectLargest(x + row * length, length, into: out + row * count, count)
          }
        }
      }
    }
    return Indices(found, sets: max(1, rows))
  }
}

/// Insertion into a short sorted list: most elements are turned away by one comparison.
private func selectLargest(
  _ x: UnsafePointer<Float>, _ length: Int, into best: UnsafeMutablePointer<Int32>, _ count: Int
) {
  var held = 0
  for i in 0..<length {
    if held == count && !(x[i] > x[Int(best[count - 1])]) { continue }
    var place = min(held, count - 1)
    while place > 0 && x[i] > x[Int(best[place - 1])] {
      best[place] = best[place - 1]
      place -= 1
    }
    best[place] = Int32(i)
    held = min(held + 1, count)
  }
}
