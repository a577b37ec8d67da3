import Testing

@testable import Coloring

@Suite struct PaintChoiceTests {
  @Test func regionsOfOnePaintStandTogether() {
    let choice = PaintChoice(scores: [0.24, 0.2, 0.2], paints: [1, 2, 2])
    #expect(choice.order == [1, 0, 2])
    #expect(choice.best > 0.24 && choice.best < choice.share && choice.share == 0.4)
  }

  @Test func manyFaintOnesDoNotOutweighAStrongOne() {
    let choice = PaintChoice(
      scores: [0.4] + Array(repeating: 0.06, count: 10),
      paints: [1] + Array(repeating: 2, count: 10))
    #expect(choice.order.first == 0)
  }

  @Test func whatHasNoShareIsNoCandidate() {
    let choice = PaintChoice(scores: [0, 0], paints: [1, 2])
    #expect(choice.order.isEmpty && choice.best == 0 && choice.share == 0)
  }
}
