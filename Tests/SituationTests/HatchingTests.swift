import Coloring
import Glibc
import Raster
import Regions
import TestSupport
import Testing

/// Cloth drawn in hatching, crosshatching or screentone.
@Suite(.byEachEngine) struct HatchingTests {
  enum Pattern: Sendable {
    /// Strokes at angles, in degrees, at a distance.
    case strokes([Double], apart: Double, width: Double)
    /// Round dots in a square lattice at a slant.
    case dots(apart: Double, radius: Double)

    func isInk(_ x: Int, _ y: Int) -> Bool {
      switch self {
      case .strokes(let angles, let apart, let width):
        return angles.contains { abs(offset(x, y, $0, apart)) <= width / 2 }
      case .dots(let apart, let radius):
        let (u, v) = (offset(x, y, 45, apart), offset(x, y, 135, apart))
        return u * u + v * v <= radius * radius
      }
    }

    /// The distance to the nearest of parallel lines.
    private func offset(_ x: Int, _ y: Int, _ angle: Double, _ apart: Double) -> Double {
      let turn = angle * .pi / 180
      let place = Double(x) * cos(turn) + Double(y) * sin(turn)
      return place - (place / apart).rounded() * apart
    }
  }

  static let patterns: [Pattern] = [
    .strokes([45, 135], apart: 16, width: 2), .strokes([45], apart: 10, width: 2),
    .dots(apart: 12, radius: 3),
  ]

  /// A doll whose shirt and skirt are hatched.
  private func doll(_ pattern: Pattern) -> (inked: Situation, clean: Situation) {
    var doll = Doll()
    doll.scale = 3
    doll.width = 4
    return Situation.doll(doll).inked { x, y, colour in
      min(colour.distance(to: Doll.shirt), colour.distance(to: Doll.skirt)) < 120
        && pattern.isInk(x, y)
    }
  }

  @Test(arguments: patterns)
  func aHatchedDollIsColouredAsWithoutHatching(pattern: Pattern) throws {
    let (hatched, clean) = doll(pattern)
    #expect(try hatched.rightShare() >= 0.95 * clean.rightShare())
  }

  @Test(arguments: patterns)
  func aHatchedClothIsFewRegions(pattern: Pattern) throws {
    let (hatched, clean) = doll(pattern)
    func count(_ situation: Situation) throws -> Int {
      let work = Work(threads: 1)
      return try RegionMap(LineArt(situation.line, work: work), work: work).regions.count
    }
    #expect(try count(hatched) <= 4 * count(clean))
  }

  @Test(arguments: patterns + [.strokes([55, 130], apart: 18, width: 3)])
  func aHatchedSampleIsColouredAsWithoutHatching(pattern: Pattern) throws {
    let situation = Situation.sample(3, scale: 0.6)
    let cloth = situation.usualColour
    let (hatched, clean) = situation.inked { x, y, colour in
      colour.distance(to: cloth) < 60 && pattern.isInk(x, y)
    }
    let share = try hatched.rightShare() / clean.rightShare()
    // The network takes some of the flowers among the strokes for cloth.
    #expect(share >= (Situation.engine.name == "rules" ? 0.95 : 0.9))
  }

  /// Pleats and strands part regions as they did.
  @Test func aFewParallelLinesAreNoHatching() throws {
    let work = Work(threads: 1)
    var image = Image(width: 600, height: 600, repeating: .white)
    for y in 100..<500 {
      for x in 100...500 {
        let isRim = x < 103 || x > 497 || y < 103 || y > 497
        if isRim || (x - 100) % 25 < 3 { image[x, y] = .black }
      }
    }
    let map = try RegionMap(LineArt(image, work: work), work: work)
    #expect(map.regions.count { !$0.isBackground } == 16)
  }
}

extension Situation {
  /// The most frequent true colour of the figure.
  fileprivate var usualColour: RGBA {
    var counts: [RGBA: Int] = [:]
    for (colour, shown) in zip(truth.elements, subject.elements) where shown == .white {
      counts[colour, default: 0] += 1
    }
    return counts.max { $0.value < $1.value }?.key ?? .white
  }
}

extension RGBA {
  fileprivate func distance(to other: RGBA) -> Int {
    abs(Int(r) - Int(other.r)) + abs(Int(g) - Int(other.g)) + abs(Int(b) - Int(other.b))
  }
}
