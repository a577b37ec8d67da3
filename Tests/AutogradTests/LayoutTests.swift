import Autograd
import Foundation
import Tensors
import Testing

@Suite struct LayoutTests {
  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [0, 2, 3, 1], [1, 0, 3, 2]])
  func axesInAnotherOrder(axes: [Int]) {
    checkOperation([[2, 3, 1, 4]]) {
      square($0[0].permuted(axes[0], axes[1], axes[2], axes[3]))
    } twin: { x in
      Naive(axes.map { x[0].shape[$0] }) { index in
        var source = index
        for (position, axis) in axes.enumerated() { source[axis] = index[position] }
        return x[0][source] * x[0][source]
      }
    }
  }

  @Test(arguments: [0, 1, 2, -1]) func partsOfAnAxisAndTensorsInARow(axis: Int) {
    let resolved = axis < 0 ? axis + 3 : axis
    checkOperation([[3, 4, 5]]) {
      square($0[0].sliced(1..<3, axis: axis))
    } twin: { x in
      var shape = [3, 4, 5]
      shape[resolved] = 2
      return Naive(shape) { index in
        var source = index
        source[resolved] += 1
        return x[0][source] * x[0][source]
      }
    }
    var second = [3, 2, 2]
    second[resolved] = 4
    second[(resolved + 1) % 3] = [3, 2, 2][(resolved + 1) % 3]
    var first = second
    first[resolved] = 1
    checkOperation([first, second]) {
      square(concatenated($0, axis: axis))
    } twin: { x in
      var shape = first
      shape[resolved] = 5
      return Naive(shape) { index in
        var source = index
        source[resolved] -= index[resolved] == 0 ? 0 : 1
        let value = x[index[resolved] == 0 ? 0 : 1][source]
        return value * value
      }
    }
  }

  @Test func reshapesWithOneOpenSide() {
    checkOperation([[2, 6]]) {
      square($0[0].reshaped(3, -1))
    } twin: {
      $0[0].map { $0 * $0 }.reshaped([3, 4])
    }
  }

  @Test func gathersRowsWithOneListAndElementsWithAListEach() {
    checkOperation([[4, 3]]) {
      square($0[0].gathered(Indices([2, 0, 2]), axis: 0))
    } twin: { x in
      Naive([3, 3]) {
        let v = x[0][[2, 0, 2][$0[0]], $0[1]]
        return v * v
      }
    }
    let lists = Indices([1, 1, 0, 3, 2, 2], sets: 3)
    checkOperation([[3, 4]]) {
      square($0[0].gathered(lists, axis: 1))
    } twin: { x in
      Naive([3, 2]) {
        let v = x[0][$0[0], Int(lists.values[$0[0] * 2 + $0[1]])]
        return v * v
      }
    }
  }

  @Test func addsUpWhereIndicesMeet() {
    let lists = Indices([1, 0, 1, 2, 2, 2], sets: 2)
    checkOperation([[4, 3]]) {
      square($0[0].scatterAdded(lists, axis: 1, length: 5))
    } twin: { x in
      Naive([4, 5]) { index in
        var sum = 0.0
        for i in 0..<3 where Int(lists.values[index[0] / 2 * 3 + i]) == index[1] {
          sum += x[0][index[0], i]
        }
        return sum * sum
      }
    }
  }

  @Test func topPicksTheLargestInOrder() {
    let x = Variable(Tensor([3, 9, 9, -1, 2, 5, 4, 8], [2, 4]))
    let (values, indices) = x.top(3)
    #expect(values.value.values == [9, 9, 3, 8, 5, 4])
    #expect(indices.values == [1, 2, 0, 3, 1, 2])
    checkOperation([[3, 7]]) {
      square($0[0].top(2).values)
    } twin: { x in
      Naive([3, 2]) { index in
        let row = (0..<7).map { x[0][index[0], $0] }.sorted(by: >)
        return row[index[1]] * row[index[1]]
      }
    }
  }

  @Test func meansOverRegions() {
    let labels = Indices([0, 0, 2, 2, 2, 0, 1, 1, 1, 1, 0, 0], sets: 2)
    checkOperation([[2, 3, 2, 3]]) {
      square($0[0].regionMeans(labels, count: 4))
    } twin: { x in
      Naive([2, 3, 4]) { index in
        let pixels = (0..<6).filter { Int(labels.values[index[0] * 6 + $0]) == index[2] }
        let sum = pixels.reduce(0.0) { $0 + x[0][index[0], index[1], $1 / 3, $1 % 3] }
        let mean = sum / Double(max(1, pixels.count))
        return mean * mean
      }
    }
  }
}
