import Raster
import Regions
import Testing

@testable import Figures

/// What holds for every pair, whatever is drawn.
@Suite struct PairTests {
  private static let pairs = (0..<40).map { FigurePair(seed: UInt64($0), width: 128, height: 128) }

  @Test func aSeedGivesTheSamePair() {
    for seed in [3, 17, 29] as [UInt64] {
      let pair = FigurePair(seed: seed, width: 128, height: 128)
      #expect(pair.fingerprint == Self.pairs[Int(seed)].fingerprint, "\(seed)")
    }
    #expect(Set(Self.pairs.map(\.fingerprint)).count == Self.pairs.count)
  }

  @Test func threadsChangeNothing() {
    let drawn = Work(threads: 3).mapBands(of: 6, smallest: 1) { band in
      band.map { FigurePair(seed: UInt64($0), width: 128, height: 128).fingerprint }
    }
    #expect(drawn.flatMap(\.self) == Self.pairs.prefix(6).map(\.fingerprint))
  }

  @Test func everyPixelHasAPartAndAGroupThatAgree() {
    for (seed, pair) in Self.pairs.enumerated() {
      for view in pair.views {
        #expect(view.parts.elements.allSatisfy { Int($0) < Part.standard.count }, "\(seed)")
        #expect(view.groups.elements.allSatisfy { PartGroup(rawValue: $0) != nil }, "\(seed)")
        for (part, group) in zip(view.parts.elements, view.groups.elements) {
          if (part == 0) != (group == 0) { Issue.record("\(seed): part \(part) in group \(group)") }
        }
      }
    }
  }

  /// Two neighbours of one flat colour are of one region, and two of different colours never.
  @Test func regionsAreAreasOfOneFlatColour() {
    for (seed, pair) in Self.pairs.enumerated() {
      for view in pair.views {
        for y in 0..<view.flats.height {
          for x in 1..<view.flats.width where view.groups[x, y] != 0 && view.groups[x - 1, y] != 0 {
            let isSame = view.flats[x, y] == view.flats[x - 1, y]
            let isOne = view.regions[x, y] == view.regions[x - 1, y]
            if isOne && !isSame { Issue.record("\(seed): one region of two colours at \(x), \(y)") }
          }
        }
      }
    }
  }

  @Test func pointsLieOnTheirGroup() {
    for (seed, pair) in Self.pairs.enumerated() {
      for view in pair.views {
        #expect(view.points.count > 50, "\(seed)")
        for point in view.points {
          let (x, y) = (Int(point.x), Int(point.y))
          #expect(view.groups[x, y] == point.group.rawValue, "\(seed)")
          #expect(view.parts[x, y] == point.part && view.regions[x, y] == point.region, "\(seed)")
          #expect((0...2).contains(point.u) && (0...1).contains(point.v), "\(seed)")
        }
      }
    }
  }

  /// Points of equal places show the same paint, but for marks that are not the same on both sides.
  @Test func equalPlacesHaveTheSamePaint() {
    var right = 0
    var all = 0
    for pair in Self.pairs {
      for match in pair.matches {
        let a = pair.views[0].flats[Int(match.first.x), Int(match.first.y)]
        let b = pair.views[1].flats[Int(match.second.x), Int(match.second.y)]
        all += 1
        if a == b { right += 1 }
      }
    }
    #expect(all > 2000)
    #expect(Double(right) > 0.93 * Double(all), "\(right) of \(all)")
  }

  @Test func figuresAreInThePicture() {
    for (seed, pair) in Self.pairs.enumerated() {
      for view in pair.views {
        let shown = view.groups.elements.count { $0 != 0 }
        #expect(shown > 128 * 128 / 40, "\(seed): \(shown) pixels of figure")
        #expect(view.points.count > 60, "\(seed): \(view.points.count) points")
        let light = view.line.elements.map { Int($0.r) + Int($0.g) + Int($0.b) }
        let paper = light.max() ?? 0
        let ink = light.count { $0 < paper - 90 }
        #expect(ink > 40, "\(seed): \(ink) pixels of ink")
      }
    }
  }

  /// A held-out set is named by its seeds and this: who changes what seeds give raises `version` and
  /// puts the new fingerprint here.
  @Test func theGeneratorIsTheOneThatItsVersionNames() {
    #expect(FigurePair.version == 3)
    #expect(
      FigurePair.generatorFingerprint() == 0xc678_2bc3_9ada_e9e3,
      "the fingerprint of version \(FigurePair.version)")
  }
}
