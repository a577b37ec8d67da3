import Characters
import TestSupport
import Testing

/// What situations are compared with: without anything that spoils them, drawings are coloured right.
@Suite(.byEachEngine) struct CleanTests {
  @Test func theDollIsColouredRight() throws {
    #expect(try Situation.doll().rightShare() > 0.99)
  }

  @Test(arguments: Sample.all.indices)
  func aSampleIsColouredRight(_ number: Int) throws {
    let share = try Situation.sample(number).rightShare()
    #expect(share > 0.85)
  }
}
