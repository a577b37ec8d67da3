import Coloring
import Raster
import Regions
import Testing

/// A figure: hair `h` around a face `f` with two eyes, a dress `d` with a belt `b`, two legs.
private let figure = Letters([
  "................",
  "......hhhh......",
  ".....hhhhhh.....",
  ".....hffffh.....",
  ".....hfeEfh.....",
  ".....hffffh.....",
  "......ffff......",
  "....dddddddd....",
  "....dddddddd....",
  "....bbbbbbbb....",
  "...gggggggggg...",
  "..gggggggggggg..",
  ".....l....L.....",
  ".....l....L.....",
  "................",
])

@Suite struct MatcherTests {
  private let work = Work(threads: 2)

  @Test func aDrawingMatchesItself() throws {
    let descriptors = try figure.descriptors()
    let matching = try Matcher.match(drawing: descriptors, references: [descriptors], work: work)
    for match in matching.matches {
      #expect(match.chosen?.label == match.label)
      #expect(match.origin == .automatic)
    }
  }

  @Test func aPinWinsAndAnUnlinkedRegionHasNoCounterpart() throws {
    let descriptors = try figure.descriptors()
    let pin = Pin(region: figure.name("b"), reference: 0, counterpart: figure.name("h"))
    let matching = try Matcher.match(
      drawing: descriptors, references: [descriptors], pins: [pin], unlinks: [figure.name("d")],
      work: work)
    let belt = matching.matches[Int(figure.label["b"]!) - 1]
    #expect(belt.origin == .pinned && belt.chosen?.label == figure.label["h"])
    let dress = matching.matches[Int(figure.label["d"]!) - 1]
    #expect(dress.origin == .unlinked && dress.chosen == nil)
  }

  @Test func aPinOutsideThePictureIsListedAsOrphaned() throws {
    let descriptors = try figure.descriptors()
    let nowhere = RegionName(inside: Point(10_000, 0))
    let pin = Pin(region: nowhere, reference: 0, counterpart: figure.name("h"))
    let stray = Pin(region: figure.name("h"), reference: 1, counterpart: figure.name("h"))
    let matching = try Matcher.match(
      drawing: descriptors, references: [descriptors], pins: [pin, stray], unlinks: [nowhere],
      work: work)
    #expect(matching.orphanedPins == [pin, stray])
    #expect(matching.orphanedUnlinks == [nowhere])
  }
}
