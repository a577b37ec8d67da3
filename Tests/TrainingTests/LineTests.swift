import Autograd
import Figures
import Foundation
import Learning
import Networks
import Raster
import Tensors
import Testing

@testable import Training

@Suite struct LineTests {
  private static let pairs = (0..<16).map {
    FigurePair(seed: UInt64($0), width: 128, height: 128, isInked: true)
  }

  @Test func inkChangesNothingElse() {
    for seed in [3, 9] as [UInt64] {
      let plain = FigurePair(seed: seed, width: 128, height: 128)
      #expect(plain.fingerprint == Self.pairs[Int(seed)].fingerprint)
      #expect(plain.views.allSatisfy { $0.ink == nil })
    }
  }

  /// Where hair ends before skin, or skin before cloth, an artist draws a line.
  @Test func partsEndInLines() throws {
    var borders = 0
    var inked = 0
    for view in Self.pairs.flatMap(\.views) {
      let work = Work(threads: 1)
      let ink = try BitPlane(view.ink!, work: work) { $0 >= 64 }
      let distances = try ink.distances(to: true, work: work)
      for y in 0..<128 {
        for x in 1..<128 where view.parts[x, y] != view.parts[x - 1, y] {
          borders += 1
          if distances[x, y] <= 2 { inked += 1 }
        }
      }
    }
    #expect(borders > 3000)
    #expect(Double(inked) > 0.9 * Double(borders), "\(inked) of \(borders)")
  }

  /// Lines are few, and the inside of an iris is left empty.
  @Test func inkLeavesAreasEmpty() {
    for (seed, pair) in Self.pairs.enumerated() {
      for view in pair.views {
        let ink = view.ink!.elements.count { $0 >= 128 }
        #expect((50..<128 * 128 / 4).contains(ink), "\(seed): \(ink)")
      }
    }
    // Large irises, of which some pixels lie far from their outline.
    let view = FigurePair(seed: 5, width: 512, height: 512, isInked: true).views[0]
    var score = InkScore()
    let isIris = { view.groups.elements[$0] == PartGroup.iris.rawValue }
    try! score.add(view.ink!, truth: view.ink!, isIris: isIris, work: Work(threads: 1))
    #expect(score.inPupils == 0)
    #expect(score.f1 == 1)
  }

  /// Two pixels aside is right, three is not.
  @Test(arguments: [(2, 1.0), (3, 0.0)])
  func inkMayLieTwoPixelsAside(shift: Int, f1: Double) throws {
    var truth = Plane<UInt8>(width: 32, height: 32, repeating: 0)
    var guess = truth
    for y in 0..<32 {
      truth[10, y] = 255
      guess[10 + shift, y] = 200
    }
    var score = InkScore()
    try score.add(guess, truth: truth, isIris: { _ in false }, work: Work(threads: 1))
    #expect(score.f1 == f1)
  }

  @Test func inkInPupilsIsCountedAwayFromTrueInk() throws {
    var truth = Plane<UInt8>(width: 16, height: 16, repeating: 0)
    for y in 0..<16 { truth[4, y] = 255 }
    var guess = truth
    for y in 0..<16 { guess[5, y] = 255 }
    for y in 0..<8 { guess[8, y] = 255 }
    var score = InkScore()
    // Columns 6 to 9 lie inside, one of them half inked.
    try score.add(
      guess, truth: truth, isIris: { (4..<10).contains($0 % 16) }, work: Work(threads: 1))
    #expect(score.inPupils == 8.0 / 64)
  }

  @Test func everyPixelHasAScore() {
    var random = RandomStream(seed: 2, stream: 0)
    let network = LineNetwork(using: &random)
    let ink = network.ink(of: .uniform([2, 3, 48, 32], using: &random))
    #expect(ink.shape == [2, 1, 48, 32])
    #expect(ink.values.allSatisfy { (0...1).contains($0) })
  }

  @Test func aBatchIsInkedWhereItIsWarped() {
    var random = RandomStream(seed: 4, stream: 0)
    let batch = LineBatch(
      (70..<73).flatMap { LineBatch.pair(of: $0).views }, using: &random)
    #expect(batch.colours.shape == [6, 4, LineBatch.side, LineBatch.side])
    #expect(batch.ink.shape == [6, 1, LineBatch.side, LineBatch.side])
    // Ink lies on darker lines than paper does, taken over a batch.
    let plane = LineBatch.side * LineBatch.side
    let (colours, ink) = (batch.colours.values, batch.ink.values)
    var dark: (on: Float, off: Float) = (0, 0)
    var count: (on: Float, off: Float) = (0, 0)
    for (index, ink) in ink.enumerated() {
      let darkness = colours[(4 * (index / plane) + 3) * plane + index % plane]
      if ink > 0.5 {
        dark.on += darkness
        count.on += 1
      } else {
        dark.off += darkness
        count.off += 1
      }
    }
    #expect(dark.on / count.on > 2 * dark.off / count.off)
  }

  /// One batch, learned by heart: the losses fall.
  @Test func learnsFromABatch() throws {
    let lesson = LineLesson(work: Work(threads: 2), heldOut: 0)
    var random = RandomStream(seed: 3, stream: 0)
    let batch = LineBatch(LineBatch.pair(of: 1).views, using: &random)
    let network = lesson.network(seed: 1)
    var trainer = Trainer(network, Adam(for: network, rate: 5e-4), seed: 1)
    var totals: [Float] = []
    for _ in 0..<8 {
      totals.append(
        try Compute.with(Work(threads: 2)) {
          try trainer.update { network in
            lesson.losses(of: network, on: batch).reduce(Variable(Tensor(0)), +)
          }
        })
    }
    #expect(totals.last! < 0.9 * totals[0], "\(totals)")
  }
}
