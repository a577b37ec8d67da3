import Raster
import Testing

@Suite struct ComponentsTests {
  /// A flood fill from each pixel not yet labelled, in raster order.
  func naiveLabels(_ plane: Plane<UInt8>, _ connectivity: Connectivity) -> [Int32] {
    var labels = [Int32](repeating: 0, count: plane.elements.count)
    var count: Int32 = 0
    for start in labels.indices where plane.elements[start] != 0 && labels[start] == 0 {
      count += 1
      labels[start] = count
      var open = [start]
      while let index = open.popLast() {
        let (x, y) = (index % plane.width, index / plane.width)
        for (dx, dy) in [(0, -1), (-1, 0), (1, 0), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
          if connectivity == .four && dx != 0 && dy != 0 { continue }
          guard plane.contains(x + dx, y + dy) else { continue }
          let next = (y + dy) * plane.width + x + dx
          if labels[next] == 0 && plane.elements[next] == plane.elements[index] {
            labels[next] = count
            open.append(next)
          }
        }
      }
    }
    return labels
  }

  @Test(arguments: [Connectivity.four, .eight])
  func agreesWithFloodFillingWhateverTheThreads(_ connectivity: Connectivity) throws {
    var dice = Dice(seed: 2)
    for round in 0..<80 {
      let values = 2 + round % 4
      let plane = Plane<UInt8>.random(upTo: 50, &dice) { UInt8($0.roll(values)) }
      let truth = naiveLabels(plane, connectivity)
      for threads in [1, 3] {
        let work = Work(threads: threads)
        #expect(try plane.components(connectivity, work: work).labels.elements == truth)
        let wide = plane.map { UInt16($0) }
        #expect(try wide.components(connectivity, work: work).labels.elements == truth)
        let signed = plane.map { Int32($0) }
        #expect(try signed.components(connectivity, work: work).labels.elements == truth)
      }
    }
  }

  @Test func countsAreasAndBoxes() throws {
    let plane = Plane(
      "##..#",
      "#...#",
      "..##.")
    let four = try plane.components(work: Work(threads: 1))
    #expect(four.areas == [3, 2, 2])
    #expect(four.boxes[0] == Box(x: 0, y: 0, width: 2, height: 2))
    #expect(four.boxes[2] == Box(x: 2, y: 2, width: 2, height: 1))
    let eight = try plane.components(.eight, work: Work(threads: 1))
    #expect(eight.areas == [3, 4])
    #expect(eight.boxes[1] == Box(x: 2, y: 0, width: 3, height: 3))
  }

  @Test func aPlaneWithoutAnyHasNone() throws {
    let none = try Plane(width: 4, height: 4, repeating: false).components(work: Work(threads: 2))
    #expect(none.count == 0)
    #expect(none.labels.elements.allSatisfy { $0 == 0 })
  }
}
