import Raster
import Testing

@Suite struct PlaneTests {
  @Test func rowsAreFilledOnceWhateverTheThreads() {
    for threads in [1, 2, 3, 7] {
      var plane = Plane(width: 5, height: 33, repeating: 0)
      Work(threads: threads).forEachRow(of: &plane) { y, row in
        for x in row.indices { row[x] += y * 5 + x }
      }
      #expect(plane.elements == Array(0..<165))
    }
  }
}
