import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// A palette without names, in any order: each colour goes to its own, whatever nurie would call it.
@Suite(.byEachEngine) struct NamelessPaletteTests {
  private static let foreign = [RGBA(230, 30, 30), RGBA(30, 90, 220), RGBA(201, 137, 85)]

  private func palette(_ colours: [RGBA], name: (Int) -> String) throws -> Palette {
    let lines = colours.enumerated().map { "\($1.r) \($1.g) \($1.b)\t\(name($0))\n" }
    return try Palette(gpl: Array(("GIMP Palette\nName: mine\n#\n" + lines.joined()).utf8))
  }

  /// The bases that figures of the drawing are painted with.
  private func paints(_ situation: Situation, _ palette: Palette) throws -> Set<RGBA> {
    var settings = ColoringSettings.flat
    settings.palette = palette
    let result = try situation.coloured(settings)
    let entries = result.map.regions.filter { !$0.isBackground }.compactMap {
      result.flats[$0.label].entry
    }
    return Set(entries.map { result.palette.entries[$0].base })
  }

  @Test(
    arguments: [
      { _ in "" }, { _ in "Untitled" }, { "c\($0)" }, { $0 % 2 == 0 ? "" : "c\($0)" },
    ] as [@Sendable (Int) -> String])
  func theDollKeepsItsColours(name: @Sendable (Int) -> String) throws {
    let own = [
      Doll.shirt, Doll.skin, Doll.skirt, Doll.hair, Doll.shoes, Doll.eyes, Doll.lips, .white,
    ]
    let paints = try paints(.doll(), try palette(Self.foreign + own, name: name))
    #expect(paints.isDisjoint(with: Self.foreign))
    #expect(paints.isSuperset(of: [Doll.shirt, Doll.skirt, Doll.hair, Doll.skin]))
  }

  @Test(arguments: [0, 1, 2, 3])
  func aSampleKeepsItsColoursInAnyOrder(shift: Int) throws {
    let situation = Situation.sample(0)
    let reference = try Reference(situation.reference, work: Work(threads: 2)).palette
    let own = reference.entries.map(\.base)
    // Colours of the same words as the reference's own, a little off, and in front of them.
    let others = own.map { RGBA($0.r ^ 24, $0.g ^ 24, $0.b ^ 24) }
    let all = others.dropFirst(shift) + own.reversed() + others.prefix(shift)
    let paints = try paints(situation, try palette(Array(all)) { _ in "" })
    #expect(paints.isSubset(of: Set(own)))
  }

  @Test func aNameThatStandsInTheFileIsFollowed() throws {
    let situation = Situation.doll()
    let reference = try Reference(situation.reference, work: Work(threads: 2)).palette
    var changed = reference
    let shirt = try #require(changed.nearest(to: Doll.shirt))
    changed.entries[shirt].base = RGBA(20, 160, 60)
    let read = try Palette(gpl: changed.gpl(named: "changed"))
    #expect(try paints(situation, read).contains(RGBA(20, 160, 60)))
  }
}
