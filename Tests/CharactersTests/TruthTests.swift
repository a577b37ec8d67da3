import Raster
import Testing

@testable import Characters

/// Small scenes whose regions can be counted by hand.
@Suite struct TruthTests {
  private let swatches = [
    Swatch("paper", "background", 0xffffff, 0xeeeeee, 0xffffff),
    Swatch("red", "hair", 0xff0000, 0x990000, 0xff9999),
    Swatch("blue", "skin", 0x0000ff, 0x000099, 0x9999ff),
  ]

  private func square(_ x: Double, _ y: Double, _ size: Double) -> Outline {
    Outline(
      [.sharp(x, y), .sharp(x + size, y), .sharp(x + size, y + size), .sharp(x, y + size)].map {
        (knot: Knot) in knot
      })
  }

  private func truth(_ shapes: [Shape], style: LineStyle = .digital(2)) -> Truth {
    Drawing(width: 64, height: 64, shapes: shapes, swatches: swatches)
      .truth(style: style, seed: Seed(1))
  }

  @Test func anOutlinedShapeIsARegionOfItsOwn() {
    let truth = truth([Shape("box", "red", square(16, 16, 32))])
    #expect(truth.regions.map(\.identity) == ["background", "box"])
    #expect(truth.regions[1].part == "hair")
    #expect(truth.leaks == 0)
    // Lines are divided: the label changes on the outline itself.
    #expect(truth.labels[20, 30] == 2)
    #expect(truth.labels[10, 30] == 1)
  }

  @Test func aLineAcrossAShapeMakesTwoRegions() {
    let cut = Line.outline(Curve([Vector(14, 32), Vector(50, 32)]))
    let truth = truth([Shape("box", "red", square(16, 16, 32), folds: [cut])])
    #expect(truth.regions.map(\.identity) == ["background", "box", "box"])
    #expect(truth.labels[30, 20] != truth.labels[30, 44])
  }

  @Test func aFreeLineInsideAShapeDividesNothing() {
    let fold = Line.free(Curve([Vector(24, 32), Vector(40, 32)]))
    #expect(truth([Shape("box", "red", square(16, 16, 32), folds: [fold])]).regions.count == 2)
  }

  @Test func shapesOfOneColourWithoutALineBetweenAreOneRegion() {
    let left = square(8, 16, 24)
    let right = square(32, 16, 24)
    let truth = truth([
      Shape("left", "red", areas: [left.curve], lines: [.outline(left.run(2, 1))]),
      Shape("right", "red", areas: [right.curve], lines: [.outline(right.run(0, 3))]),
    ])
    #expect(truth.regions.count == 2)
    #expect(truth.leaks == 0)
  }

  @Test func coloursThatMeetWithoutALineAreCountedAsLeaks() {
    let box = square(16, 16, 32)
    #expect(truth([Shape("box", "red", areas: [box.curve])]).leaks > 100)
  }

  @Test func aFrontShapeHidesTheLinesBehind() {
    let truth = truth([
      Shape("back", "red", square(8, 8, 32)), Shape("front", "blue", square(24, 24, 32)),
    ])
    #expect(truth.regions.count == 3)
    // A corner of the back square lies inside the front one: no ink there.
    #expect(truth.lines[39, 39] == 0)
  }

  @Test func gapsChangeNoTruth() {
    var gapped = LineStyle.digital(2)
    gapped.gaps = LineStyle.Gaps(lengths: 2...6, spacing: 20)
    let box = [Shape("box", "red", square(16, 16, 32))]
    #expect(truth(box, style: gapped).labels == truth(box).labels)
    let drawing = Drawing(width: 64, height: 64, shapes: box, swatches: swatches)
    #expect(
      drawing.lineArt(style: gapped, seed: Seed(1))
        != drawing.lineArt(style: .digital(2), seed: Seed(1)))
  }

  @Test func aTraceLineBoundsAShadow() {
    let shade = Shade(.shadow, square(32, 0, 64).curve, softness: 0)
    let box = Shape("box", "red", square(16, 16, 32), shades: [shade])
    #expect(truth([box]).regions.count == 2)
    let traced = truth([box], style: .traced(2))
    #expect(traced.regions.map(\.tone) == [.base, .base, .shadow])
    #expect(traced.lines.elements.contains(2))
  }
}
