import Raster
import TestSupport
import Testing

@Suite struct RunComponentsTests {
  let work = Work(threads: 3)

  /// A flood fill from each pixel not yet labelled, in reading order; 0 on pixels of none.
  func naiveLabels(_ plane: BitPlane, where value: Bool, _ connectivity: Connectivity)
    -> Plane<Int32>
  {
    var labels = Plane<Int32>(width: plane.width, height: plane.height, repeating: 0)
    var count: Int32 = 0
    for start in plane.points where plane[start] == value && labels[start] == 0 {
      count += 1
      labels[start] = count
      var open = [start]
      while let here = open.popLast() {
        for (dx, dy) in [(0, -1), (-1, 0), (1, 0), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
          if connectivity == .four && dx != 0 && dy != 0 { continue }
          let next = Point(here.x + dx, here.y + dy)
          guard labels.contains(next), labels[next] == 0, plane[next] == value else { continue }
          labels[next] = count
          open.append(next)
        }
      }
    }
    return labels
  }

  @Test(arguments: [Connectivity.four, .eight], [true, false])
  func agreeWithFloodFilling(_ connectivity: Connectivity, value: Bool) throws {
    var dice = SeededNumbers(seed: 2)
    for round in 0..<40 {
      let plane = BitPlane.random(upTo: 80, oneIn: 1 + round % 4, &dice)
      let components = try RunComponents(
        of: plane, where: value, connectivity: connectivity, work: work)
      let truth = naiveLabels(plane, where: value, connectivity)
      let labels = (0..<Int32(components.count)).map { $0 + 1 }
      #expect(try components.painted(labels, work: work) == truth)
      for point in plane.points {
        #expect(
          components.component(at: point) == (truth[point] == 0 ? nil : Int(truth[point]) - 1))
      }
    }
  }

  @Test(arguments: 1...20) func statisticsAreThoseOfThePixels(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    let plane = BitPlane.scribble(&dice)
    let components = try RunComponents(of: plane, where: false, work: work)
    let statistics = components.statistics()
    let perimeters = components.perimeters()
    let pixels = Dictionary(grouping: plane.points) { components.component(at: $0) }
    for component in 0..<components.count {
      let own = try #require(pixels[component])
      #expect(statistics[component].area == own.count)
      #expect(
        statistics[component].box
          == own.map { Box(x: $0.x, y: $0.y, width: 1, height: 1) }
          .reduce(Box(x: own[0].x, y: own[0].y, width: 1, height: 1)) { $0.union($1) })
      let sum = own.reduce((0, 0)) { ($0.0 + $1.x, $0.1 + $1.y) }
      let centroid = (Double(sum.0) / Double(own.count), Double(sum.1) / Double(own.count))
      #expect(statistics[component].centroid == centroid)
      let sides = own.reduce(0) { sum, point in
        sum
          + [(1, 0), (-1, 0), (0, 1), (0, -1)].count {
            components.component(at: Point(point.x + $0.0, point.y + $0.1)) != component
          }
      }
      #expect(perimeters[component] == sides)
    }
  }

  @Test func cornersJoinOnlyByEight() throws {
    let plane = BitPlane(
      "##..#",
      "#...#",
      "..##.")
    let four = try RunComponents(of: plane, where: true, work: work)
    #expect(four.statistics().map(\.area) == [3, 2, 2])
    let eight = try RunComponents(of: plane, where: true, connectivity: .eight, work: work)
    #expect(eight.statistics().map(\.area) == [3, 4])
  }

  @Test func chosenComponentsAreSetOrCleared() throws {
    var plane = BitPlane("#.#.#", "#.#..")
    plane.set(try RunComponents(of: plane, where: true, work: work), to: false) { $0 == 1 }
    #expect(plane == BitPlane("#...#", "#...."))
    plane.set(try RunComponents(of: plane, where: false, work: work)) { _ in true }
    #expect(plane.count == 10)
  }

  @Test func aPlaneWithoutAnyHasNone() throws {
    let none = try RunComponents(of: BitPlane(width: 4, height: 4), where: true, work: work)
    #expect(none.count == 0 && none.runs.isEmpty)
    #expect(none.component(at: Point(1, 1)) == nil)
  }
}
