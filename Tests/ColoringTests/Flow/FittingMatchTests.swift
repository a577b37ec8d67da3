import Testing

@testable import Coloring

@Suite struct FittingMatchTests {
  private let ground = Candidate(reference: 0, label: 1, score: 0.8, reasons: [:])
  private let hair = Candidate(reference: 0, label: 2, score: 0.3, reasons: [:])
  private let skin = Candidate(reference: 0, label: 3, score: 0.1, reasons: [:])

  private func match(_ origin: MatchOrigin = .automatic, confidence: Double = 0.6) -> Match {
    Match(
      label: 7, origin: origin, chosen: ground, candidates: [ground, hair, skin],
      confidence: confidence)
  }

  @Test func aChoiceThatCanBeRightStays() {
    #expect(match().fitting { _ in true } == match())
  }

  @Test func theNextTakesItsPlaceWithItsOwnConfidence() {
    let fitted = match().fitting { $0 != ground }
    #expect(fitted.chosen == hair)
    #expect(fitted.confidence == hair.chance)
    #expect(fitted.candidates == match().candidates)
  }

  @Test func itIsNeverSurerThanTheFirstChoiceWas() {
    #expect(match(confidence: 0.1).fitting { $0 != ground }.confidence <= 0.1)
  }

  @Test func whereNoneCanBeRightThereIsNoMatch() {
    let fitted = match().fitting { _ in false }
    #expect(fitted.chosen == nil)
    #expect(fitted.origin == .unmatched)
    #expect(fitted.confidence == 0)
  }

  @Test func whatTheArtistPinnedStays() {
    #expect(match(.pinned).fitting { _ in false } == match(.pinned))
  }

  @Test func aPartLeavesItsBestCandidateAndNothingElseToDoubt() {
    let paints = [hair: 1, skin: 2]
    let narrowed = match().narrowed { paints[$0] }
    #expect(narrowed.chosen == hair)
    #expect(abs(narrowed.confidence - 0.75) < 1e-12)
    // Both of one paint: whichever it is, the paint is right.
    #expect(match().narrowed { $0 == ground ? nil : 1 }.confidence == 1)
    #expect(match(confidence: 0.1).narrowed { $0 == ground ? 3 : nil }.chosen == ground)
    #expect(match().narrowed { _ in nil }.origin == .unmatched)
  }

  @Test func aPartFindsACounterpartWhereTheMatcherFoundNone() {
    #expect(match(.unmatched).narrowed { $0 == skin ? 1 : nil }.chosen == skin)
    #expect(match(.pinned).narrowed { _ in nil } == match(.pinned))
  }
}
