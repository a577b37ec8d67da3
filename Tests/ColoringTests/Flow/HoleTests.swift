import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

/// A trunk with an arm on its hip, a hole between them, and an emblem on the trunk.
private enum Akimbo {
  static let rows = [
    "......................",
    "..##########..........",
    "..#tttttttt#######....",
    "..#tttttttt#aaaaa##...",
    "..#tttttttt#aaaaaa##..",
    "..#tttttttt####aaaa#..",
    "..#tttttttt#hh##aaa#..",
    "..#tt####tt#hhh#aaa#..",
    "..#tt#ee#tt#hhh#aaa#..",
    "..#tt#ee#tt#hhh#aaa#..",
    "..#tt#ee#tt#hhh#aaa#..",
    "..#tt####tt#hh##aaa#..",
    "..#tttttttt#h##aaa##..",
    "..#tttttttt###aaa##...",
    "..#tttttttt#aaaa##....",
    "..#tttttttt######.....",
    "..#tttttttt#..........",
    "..##########..........",
    "......................",
  ]
  static let scale = 8
  static let coat = RGBA(40, 90, 160)
  static let sleeve = RGBA(200, 60, 60)
  static let badge = RGBA(240, 200, 40)
  static let line = Image.letters(rows, scale: scale)
  /// The same figure, its arm hanging down: it has no hole.
  static let reference = Image.letters(
    rows.map { String($0.map { $0 == "h" ? "a" : $0 }) }, scale: scale,
    ["t": coat, "a": sleeve, "e": badge])

  static func point(_ letter: Character) -> Point {
    let y = rows.lastIndex { $0.contains(letter) }! - 1
    let row = Array(rows[y])
    return Point(row.firstIndex(of: letter)! * scale + scale, y * scale + scale / 2)
  }
}

/// A face in a hood of hair, above a coat.
private enum Hooded {
  static let rows = [
    "......................",
    "......##########......",
    "....##hhhhhhhhhh##....",
    "...#hhhhhhhhhhhhhh#...",
    "..#hhhh########hhhh#..",
    "..#hhh#ffffffff#hhh#..",
    "..#hh#ffffffffff#hh#..",
    "..#hh#f###ff###f#hh#..",
    "..#hh#f#e#ff#i#f#hh#..",
    "..#hh#f###ff###f#hh#..",
    "..#hh#ffffffffff#hh#..",
    "..#hhh#ffffffff#hhh#..",
    "..#hhhh########hhhh#..",
    "...#hhhhhhhhhhhhhh#...",
    "....##hhhhhhhhhh##....",
    "......##########......",
    "......#tttttttt#......",
    "......#tttttttt#......",
    "......##########......",
    "......................",
  ]
  /// The same with the chin on the coat, so that hair and coat enclose the face.
  static let bareChin =
    rows[..<12]
    + [
      "..#hhh#ffffffff#hhh#..",
      "...#hh#ffffffff#hh#...",
      "...#hh##ffffff##hh#...",
      "...################...",
    ] + rows[16...]
}

@Suite struct HoleSignsTests {
  private func divided(_ image: Image) throws -> DividedDrawing {
    let work = Work(threads: 1)
    return try DividedDrawing(
      LineArt(image, work: work), gap: 0, edits: RegionEdits(), work: work)
  }

  private func signs(_ letter: Character, in drawing: DividedDrawing) -> HoleSigns? {
    drawing.holes[drawing.map.labels[Akimbo.point(letter)]]
  }

  @Test func onlyWhatSeveralLimbsEncloseMayBeAHole() throws {
    let drawing = try divided(Akimbo.line)
    #expect(signs("t", in: drawing) == nil)
    #expect(signs("a", in: drawing) == nil)
    #expect(signs("e", in: drawing) == nil)
    let hole = try #require(signs("h", in: drawing))
    #expect(hole.openness == 0)
    #expect(!hole.isMarked)
    #expect(hole.exposure > 0.3)
  }

  /// Whether hair alone or hair and coat enclose it: eyes do not float in the air.
  @Test(arguments: [Hooded.rows, Array(Hooded.bareChin)]) func aFaceIsNoHole(rows: [String]) throws
  {
    let drawing = try divided(Image.letters(rows, scale: Akimbo.scale))
    for letter in "hfeit" {
      let y = rows.firstIndex { $0.contains(letter) }!
      let x = Array(rows[y]).firstIndex(of: letter)!
      let inside = Point(
        x * Akimbo.scale + Akimbo.scale / 2, y * Akimbo.scale + Akimbo.scale / 2)
      #expect(drawing.holes[drawing.map.labels[inside]] == nil, "\(letter)")
    }
  }

  @Test func strokesInsideAreMarks() throws {
    var line = Akimbo.line
    for y in 8 * Akimbo.scale..<10 * Akimbo.scale {
      for x in 13 * Akimbo.scale..<14 * Akimbo.scale { line[x, y] = .black }
    }
    let drawing = try divided(line)
    #expect(try #require(signs("h", in: drawing)).isMarked)
  }

  /// Each sign by itself, from a region of even chance.
  @Test func everySignWeighsAsItShould() {
    let even = HoleSigns(size: 0.01, exposure: 0.2, openness: 0, thickness: 0.7, isMarked: false)
    let chance = even.chance(groundShare: 0.1)
    func changed(_ change: (inout HoleSigns) -> Void) -> Double {
      var signs = even
      change(&signs)
      return signs.chance(groundShare: 0.1)
    }
    #expect(even.chance(groundShare: 0.6) > chance)
    #expect(changed { $0.size = 0.02 } > chance)
    #expect(changed { $0.exposure = 0.1 } < chance)
    #expect(changed { $0.openness = 0.05 } < chance)
    #expect(changed { $0.isMarked = true } < chance)
    #expect(changed { $0.thickness = 0.4 } < chance, "a strand")
    #expect(changed { $0.thickness = 1.1 } < chance, "a lens")
  }

  /// Against sums over single cracks between pixels.
  @Test(arguments: 0..<20) func exposureIsWhatTheCracksSay(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let rows = (0..<9).map { y in
      String(
        (0..<9).map { x in
          [0, 8].contains(x) || [0, 8].contains(y) ? "." : Array("abcd")[random.roll(4)]
        }
      )
    }
    let letters = Letters(rows, scale: 1)
    let map = letters.map
    var cracks: [SIMD2<UInt16>: Double] = [:]
    for y in 0..<9 {
      for x in 0..<9 {
        for (u, v) in [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
        where map.labels.contains(u, v) {
          let (a, b) = (map.labels[x, y], map.labels[u, v])
          if a != b { cracks[SIMD2(a, b), default: 0] += 1 }
        }
      }
    }
    func length(_ label: UInt16, where isCounted: (UInt16) -> Bool) -> Double {
      cracks.reduce(0) { $0 + ($1.key.x == label && isCounted($1.key.y) ? $1.value : 0) }
    }
    let paper = LineArt(
      darkness: Plane(width: 9, height: 9, repeating: 0),
      strokes: Plane(width: 9, height: 9, repeating: .paper), strokeWidth: 1)
    let signs = try HoleSigns.signs(
      of: map, graph: letters.graph, lineArt: paper, work: Work(threads: 1))
    for region in map.regions {
      let ground = length(region.label) { map[$0].isBackground }
      let neighbours = Set(cracks.keys.filter { $0.x == region.label }.map(\.y))
      var reached = Set(map.regions.filter(\.isBackground).map(\.label))
      for _ in map.regions {
        reached.formUnion(
          cracks.keys.filter { reached.contains($0.x) && $0.y != region.label }.map(\.y))
      }
      let mayBe =
        !region.isBackground && ground == 0 && neighbours.count > 1
        && neighbours.isSubset(of: reached)
      let found = signs[region.label]
      #expect((found != nil) == mayBe)
      guard let found else { continue }
      let expected = neighbours.reduce(0) { sum, other in
        sum + length(region.label) { $0 == other } * length(other) { map[$0].isBackground }
          / length(other) { _ in true }
      }
      #expect(abs(found.exposure - expected / length(region.label) { _ in true }) < 1e-9)
    }
  }
}

@Suite struct HoleTests {
  private func flat(
    _ letter: Character, _ corrections: Corrections = Corrections()
  ) throws -> Flat {
    var inputs = ColoringInputs(
      drawing: Akimbo.line, references: [Akimbo.reference], corrections: corrections)
    inputs.settings.gap = 0
    let result = try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 2))
    return result.flats[result.map.labels[Akimbo.point(letter)]]
  }

  @Test func aHoleBetweenArmAndTrunkStaysUnpainted() throws {
    let hole = try flat("h")
    #expect(hole.origin == .background)
    #expect(hole.entry == nil)
    #expect(hole.confidence >= HoleSigns.likely && hole.confidence < 1)
    #expect(try flat("e").entry != nil)
    #expect(try flat("a").entry != nil)
  }

  @Test func whatTheArtistSaysOfItWins() throws {
    var corrections = Corrections()
    corrections.labels = [
      PartLabel(region: RegionName(inside: Akimbo.point("h")), part: "upper-cloth")
    ]
    #expect(try flat("h", corrections).entry != nil)
  }
}
