import Raster
import Synchronization
import Testing

@Suite struct PlaneTests {
  @Test func rowsAreFilledOnceWhateverTheThreads() throws {
    for threads in [1, 2, 3, 7] {
      var plane = Plane(width: 5, height: 33, repeating: 0)
      try Work(threads: threads).forEachRow(of: &plane) { y, row in
        for x in row.indices { row[x] += y * 5 + x }
      }
      #expect(plane.elements == Array(0..<165))
    }
  }

  @Test func aPlaneIsMadeRowByRowWhateverTheThreads() throws {
    for threads in [1, 2, 3, 7] {
      let plane = try Plane(
        width: 5, height: 33, repeating: 2, smallest: 1, work: Work(threads: threads)
      ) { y, row in
        for x in row.indices.dropLast() { row[x] += y * 5 + x }
      }
      #expect(plane.elements == (0..<165).map { $0 % 5 == 4 ? 2 : $0 + 2 })
    }
  }

  @Test func noRowIsBegunOnceCancelled() {
    let begun = Atomic(0)
    let work = Work(threads: 1, isCancelled: { begun.load(ordering: .relaxed) == 3 })
    var plane = Plane(width: 5, height: 33, repeating: 0)
    #expect(throws: Cancelled.self) {
      try work.forEachRow(of: &plane) { _, _ in begun.add(1, ordering: .relaxed) }
    }
    #expect(begun.load(ordering: .relaxed) == 3)
  }

  @Test func bandsCoverEverythingOnceAndStayInOrder() {
    for threads in [1, 2, 3, 7] {
      let bands = Work(threads: threads).mapBands(of: 20, smallest: 3) { Array($0) }
      #expect(bands.flatMap { $0 } == Array(0..<20))
      #expect(bands.count == min(threads, 6))
    }
  }
}
