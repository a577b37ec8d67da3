import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

@Suite struct ConfidenceTests {
  private let usual = MatchEvidence(
    votes: 0.6, scores: 0.6, agreement: 0.85, shape: 0.8, texture: 0.8, kinship: 0.8, size: 0.01,
    isSeen: true)

  private func chance(isSeen: Bool = true, _ change: (inout MatchEvidence) -> Void = { _ in })
    -> Double
  {
    var evidence = usual
    evidence.isSeen = isSeen
    change(&evidence)
    return Confidence.chance(of: evidence)
  }

  private var inputs: [(name: String, input: WritableKeyPath<MatchEvidence, Double>)] {
    [
      ("votes", \.votes), ("scores", \.scores), ("agreement", \.agreement), ("shape", \.shape),
      ("texture", \.texture), ("kinship", \.kinship), ("size", \.size),
    ]
  }

  @Test(arguments: [true, false]) func moreOfAnythingIsNeverLessLikely(isSeen: Bool) {
    for (name, input) in inputs {
      let chances = stride(from: 0, through: 1, by: 0.05).map { value in
        chance(isSeen: isSeen) { $0[keyPath: input] = value }
      }
      #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 <= $1 }, "\(name)")
      #expect(chances.allSatisfy { $0 > 0 && $0 < 1 }, "\(name)")
    }
  }

  @Test func thereIsAWeightForEachInput() {
    for weights in [Confidence.byFeatures, Confidence.byRules] {
      #expect(weights.inputs.count == MatchEvidence.names.count)
    }
    #expect(usual.inputs.count == MatchEvidence.names.count)
  }

  @Test(arguments: [true, false]) func allTogetherAreNearlyCertain(isSeen: Bool) {
    let best = chance(isSeen: isSeen) { evidence in
      for (_, input) in inputs { evidence[keyPath: input] = 1 }
    }
    #expect(best > 0.95)
  }

  @Test(arguments: [true, false]) func whereThePoseWasNotFoundLittleIsTrusted(isSeen: Bool) {
    let lost = chance(isSeen: isSeen) { $0.agreement = 0 }
    #expect(lost < 0.25 && lost < chance(isSeen: isSeen) - 0.3)
  }

  /// Half of its cells vote for another paint, as where a region holds two parts.
  @Test func whatVotesForTwoPaintsIsInDoubt() {
    #expect(chance { ($0.votes, $0.size) = (0.5, 0.1) } < Doubt.sure)
    #expect(chance { ($0.votes, $0.size) = (0.95, 0.1) } >= Doubt.sure)
  }

  @Test func theGroundIsAsSureAsItsVotes() {
    #expect(chance { ($0.isGround, $0.votes) = (true, 0.99) } == 1)
    let lost = chance { ($0.isGround, $0.votes) = (true, 0.8) }
    #expect(lost > 0.95 && lost < 1 - Doubt.least)
  }

  @Test func theSmallestAreAllAsLikely() {
    #expect(chance { $0.size = 1e-9 } == chance { $0.size = 1e-4 })
  }
}

/// Trust where a drawing is matched.
@Suite struct MatchEvidenceTests {
  private let work = Work(threads: 1)
  private let figure = Letters([
    "............",
    "..aaaaaaaa..",
    "..aaaaaaaa..",
    "..aaaaaaaa..",
    "..bbbbbbbb..",
    "..bbbbbbbb..",
    "..bbbbbbbb..",
    "...c....c...",
    "...c....c...",
    "............",
  ])

  private func match(_ letter: Character, of drawing: Letters, references: [RegionDescriptors])
    throws -> Match
  {
    let matching = try Matcher.match(
      drawing: try drawing.descriptors(), references: references, work: work)
    return matching.matches[drawing.label[letter]!]
  }

  @Test func aRegionThatHoldsTwoPartsIsInDoubt() throws {
    let merged = Letters([
      "............",
      "..aaaaaaaa..",
      "..aaaaaaaa..",
      "..aaaaaaaa..",
      "..aaaaaaaa..",
      "..aaaaaaaa..",
      "..aaaaaaaa..",
      "...c....c...",
      "...c....c...",
      "............",
    ])
    let reference = try figure.descriptors()
    let (whole, mixed) = (
      try match("a", of: figure, references: [reference]),
      try match("a", of: merged, references: [reference])
    )
    let (known, torn) = (
      try #require(whole.chosen?.evidence), try #require(mixed.chosen?.evidence)
    )
    #expect(known.votes > 0.7 && torn.votes < 0.65)
    #expect(mixed.confidence < whole.confidence - 0.1)
  }

  @Test func candidatesHaveTheirOwnChances() throws {
    let match = try match("a", of: figure, references: [try figure.descriptors()])
    #expect(match.confidence == match.candidates[0].chance)
    let others = match.candidates.dropFirst()
    #expect(!others.isEmpty && others.allSatisfy { $0.chance < match.confidence })
  }

  /// Of one paint in two references none is a doubt of the other.
  @Test func aSecondReferenceOfTheSameColoursTakesNoTrustAway() throws {
    let reference = try Reference(SmallPictures.reference, work: work)
    let descriptors = try RegionDescriptors(
      reference, image: SmallPictures.reference, work: work)
    let lines = try LineArt(SmallPictures.traced, work: work)
    let regions = try DividedDrawing(lines, gap: nil, edits: RegionEdits(), work: work)
    let drawing = try RegionDescriptors(
      map: regions.map, graph: regions.graph, lineArt: lines, work: work)
    let one = try Matcher.match(drawing: drawing, references: [descriptors], work: work)
    let two = try Matcher.match(
      drawing: drawing, references: [descriptors, descriptors], work: work)
    for (alone, both) in zip(one.matches, two.matches) where alone.origin == .automatic {
      let (own, other) = (
        try #require(alone.chosen?.evidence), try #require(both.chosen?.evidence)
      )
      #expect(abs(own.votes - other.votes) < 1e-6)
      #expect(both.confidence > alone.confidence - 0.02)
    }
  }
}
