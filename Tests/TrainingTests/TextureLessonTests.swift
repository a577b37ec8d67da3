import Autograd
import Figures
import Foundation
import Learning
import Networks
import Raster
import Tensors
import TestSupport
import Testing

@testable import Training

/// What the texture network learns from.
@Suite struct TextureLessonTests {
  private static let work = Work(threads: 2)

  private func batch(_ seed: UInt64, side: Int = 64) -> TextureBatch {
    var random = RandomStream(seed: seed, stream: 0)
    return TextureBatch(
      DrawnPair(seed: seed, side: side), first: 0, side: side, using: &random)
  }

  private func lesson() throws -> TextureLesson {
    var random = RandomStream(seed: 4, stream: 0)
    return TextureLesson(
      side: 64, matcher: MatcherNetwork(using: &random), heldOut: 2, work: Self.work)
  }

  /// Where a place is known, both drawings show the same part there, but for a pixel at borders.
  @Test func knownPlacesShowTheSamePart() {
    var (same, all) = (0, 0)
    for seed in UInt64(20)..<24 {
      let batch = batch(seed)
      let (position, isKnown) = batch.places[0]
      for y in 0..<64 {
        for x in 0..<64 where isKnown[0, 0, y, x] > 0 {
          let there = (
            x: Int(position[0, 0, y, x].rounded()), y: Int(position[0, 1, y, x].rounded())
          )
          all += 1
          let parts = (0..<MatcherNetwork.parts).filter { batch.lineMask[0, $0, y, x] > 0 }
          if parts.contains(where: { batch.referenceMask[0, $0, there.y, there.x] > 0 }) {
            same += 1
          }
        }
      }
    }
    #expect(all > 100)
    #expect(Double(same) > 0.8 * Double(all), "\(same) of \(all)")
  }

  /// Coarser levels name the same place.
  @Test func levelsAgree() {
    let batch = batch(21)
    let (fine, coarse) = (batch.places[0], batch.places[1])
    var found = 0
    for y in 0..<64 {
      for x in 0..<64 where fine.isKnown[0, 0, y, x] > 0 {
        #expect(coarse.isKnown[0, 0, y / 2, x / 2] == 1)
        let (a, b) = (fine.position[0, 0, y, x], coarse.position[0, 0, y / 2, x / 2])
        if abs((a + 0.5) / 2 - 0.5 - b) < 3 { found += 1 }
      }
    }
    #expect(found > 10)
  }

  /// One batch, learned by heart: the losses fall.
  @Test func learnsFromABatch() throws {
    let lesson = try lesson()
    let batch = batch(22)
    let network = lesson.network(seed: 1)
    var trainer = Trainer(network, Adam(for: network, rate: 2e-3), seed: 1)
    var totals: [Float] = []
    for _ in 0..<10 {
      totals.append(
        try Compute.with(Self.work) {
          try trainer.update { network in
            lesson.losses(of: network, on: batch).reduce(Variable(Tensor(0)), +)
          }
        })
    }
    #expect(totals.last! < 0.9 * totals[0], "\(totals)")
    #expect(lesson.losses(of: network, on: batch).count == lesson.lossNames.count)
  }

  @Test func tellsHowGoodItIs() throws {
    let lesson = try lesson()
    let network = lesson.network(seed: 1)
    let figures = try lesson.figures(of: network, work: Self.work)
    #expect(figures.keys.sorted() == ["median", "picture", "warp", "within 4"])
    for value in figures.values { #expect(value.isFinite) }
    let sheet = lesson.picture(of: network, work: Self.work)
    #expect((sheet.width, sheet.height) == (5 * 64, 2 * 64))
  }
}
