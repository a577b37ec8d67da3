import Testing

@testable import Coloring

@Suite struct ConfidenceTests {
  private func confidence(
    paint: Double = 0.6, texture: Double = 0.8, neighbours: Double = 0.6, agreement: Double = 0.85
  ) -> Double {
    Confidence.ofMatch(
      paint: paint, texture: texture, neighbours: neighbours, agreement: agreement)
  }

  @Test func eachReasonAddsTrust() {
    #expect(confidence(paint: 0.7) > confidence())
    #expect(confidence(texture: 0.9) > confidence())
    #expect(confidence(neighbours: 0.7) > confidence())
    #expect(confidence(agreement: 0.9) > confidence())
  }

  @Test func allReasonsTogetherAreNearlyCertain() {
    #expect(confidence(paint: 1, texture: 1, neighbours: 1, agreement: 0.95) > 0.99)
  }

  @Test func whereThePoseWasNotFoundNothingIsTrusted() {
    #expect(confidence(paint: 1, texture: 1, neighbours: 1, agreement: 0) < 0.5)
  }
}
