import Raster
import Testing

@Suite struct TogetherTests {
  struct Refused: Error, Equatable { let side: Int }

  @Test(arguments: [1, 2, 5]) func bothSidesAreMade(threads: Int) throws {
    let (rows, name) = Work(threads: threads).together({ 7 }, { "seven" })
    #expect(rows == 7 && name == "seven")
  }

  @Test(arguments: [1, 2, 5]) func theFirstSidesErrorIsThrown(threads: Int) {
    let work = Work(threads: threads)
    @Sendable func refuse(_ side: Int) throws(Refused) -> Int { throw Refused(side: side) }
    #expect(throws: Refused(side: 1)) {
      try work.together(
        { () throws(Refused) in try refuse(1) }, { () throws(Refused) in try refuse(2) })
    }
    #expect(throws: Refused(side: 2)) {
      try work.together({ () throws(Refused) in 0 }, { () throws(Refused) in try refuse(2) })
    }
  }

  /// Sides that wait keep no others from going on.
  @Test func sidesWithinSidesAllGoOn() {
    let work = Work(threads: 2)
    let sums = work.together(
      { work.together({ 1 }, { 2 }) },
      { work.together({ 3 }, { work.together({ 4 }, { 5 }) }) })
    #expect(sums.0 == (1, 2))
    #expect(sums.1.0 == 3 && sums.1.1 == (4, 5))
  }
}
