import Testing
import Training

@Suite struct MeanOverlapTests {
  @Test func countsEachClassOnce() {
    // Class 0: 2 of 3, class 1: 1 of 2, class 2 does not occur.
    let overlap = meanOverlap([0, 0, 0, 1], [0, 0, 1, 1], classes: 3)
    #expect(abs(overlap - (2.0 / 3 + 1.0 / 2) / 2) < 1e-12)
  }

  @Test func aClassThatIsGuessedAndNowhereTrueCounts() {
    #expect(abs(meanOverlap([0, 2], [0, 0], classes: 3) - (0.5 + 0) / 2) < 1e-12)
  }

  @Test func nothingToTellApartIsRight() {
    #expect(meanOverlap([], [], classes: 4) == 1)
  }
}
