import Raster
import Regions
import Testing

@testable import Coloring

/// What the artist said of a region of one drawing holds for regions that are like it.
@Suite struct ExampleTests {
  /// A sample as the network has it, the matches of all its regions made as sure as wished.
  private func basis(confidence: Double) throws -> (FlatsBasis, ColoringResult) {
    let result = try Situation.$engine.withValue(NamedEngine.all[1]) {
      try Situation.sample(0, scale: 0.4).coloured()
    }
    var basis = result.basis
    basis.matches = basis.matches.mapValues { match in
      Match(
        label: match.label, origin: match.origin, chosen: match.chosen,
        candidates: match.candidates, confidence: confidence)
    }
    return (basis, result)
  }

  private func flats(
    _ basis: FlatsBasis, _ examples: [Example], _ corrections: Corrections = Corrections()
  ) -> Flats {
    basis.flats(
      FlatsDecisions(
        corrections, referenceLabels: [], examples: [DrawingExamples(examples)],
        settings: ColoringSettings()))
  }

  /// The largest painted region, its name, and an entry that is not its own.
  private func painted(_ result: ColoringResult) throws -> (Region, RegionName, other: Int) {
    let region = try #require(
      result.map.regions.filter { result.flats[$0.label].origin == .match }.max {
        $0.area < $1.area
      })
    let other = result.flats[region.label].entry == 0 ? 1 : 0
    return (region, RegionName(inside: region.inside), other)
  }

  @Test func aDoubtfulRegionFollowsAndASureOneStays() throws {
    for (confidence, follows) in [(0.1, true), (0.95, false)] {
      let (basis, result) = try basis(confidence: confidence)
      let (region, name, other) = try painted(result)
      let example = Example(
        try #require(basis.traits(of: name)), part: nil,
        paint: .entry(result.palette.entries[other].name))
      let flat = flats(basis, [example])[region.label]
      #expect((flat.entry == other) == follows)
      #expect((flat.origin == .example) == follows)
      if follows { #expect((0.7..<0.95).contains(flat.confidence)) }
      // What is said of the region itself goes before.
      var own = Corrections()
      let entry = try #require(result.flats[region.label].entry)
      own.colours = [ColourChoice(region: name, entry: result.palette.entries[entry].name)]
      #expect(flats(basis, [example], own)[region.label].entry == entry)
    }
  }

  @Test func anExampleMayNameAPlaceOfTheReference() throws {
    let (basis, result) = try basis(confidence: 0.1)
    let (region, name, _) = try painted(result)
    let own = try #require(result.matches[region.label].chosen)
    let reference = result.references[0]
    let counterpart = try #require(
      reference.map.regions.filter {
        !$0.isBackground && reference.entries[$0.label] != reference.entries[own.label]
      }.max { $0.area < $1.area })
    let traits = try #require(basis.traits(of: name))
    let place = Example.Paint.counterpart(
      place: 0, RegionName(inside: counterpart.inside))
    let flat = flats(basis, [Example(traits, part: nil, paint: place)])[region.label]
    #expect(flat.origin == .example)
    #expect(
      flat.entry.map { result.palette.entries[$0].base }
        == reference.palette.entries[reference.entries[counterpart.label]].base)
    // A reference that the drawing is not matched with says nothing of it.
    let elsewhere = Example.Paint.counterpart(place: 1, RegionName(inside: counterpart.inside))
    #expect(
      flats(basis, [Example(traits, part: nil, paint: elsewhere)])[region.label].origin == .match)
  }

  /// A part of the artist's own, too, of which no network has heard.
  @Test func aPartFollowsInTheSameDrawingAndInOthers() throws {
    let (basis, result) = try basis(confidence: 0.1)
    let (region, name, _) = try painted(result)
    let traits = try #require(basis.traits(of: name))
    let likely = Likeness.part.chance(ofKinship: traits.kinship(to: traits))
    #expect(likely > 0.95)
    let told = flats(basis, [Example(traits, part: "armour", paint: nil)])
    #expect(told.parts[region.label] == RegionPart("armour", .example))
    var own = Corrections()
    own.labels = [PartLabel(region: name, part: "armour")]
    let labelled = flats(basis, [], own)
    #expect(labelled.parts[region.label] == RegionPart("armour", .label))
    let likeness = basis.chances(ofSharing: .part, with: [region.label])
    for other in result.map.regions where other.label != region.label {
      let part = labelled.parts[other.label]
      if part?.origin == .example { #expect(likeness[other.label] > 0.45) }
    }
  }

  @Test func byRulesThereIsNothingToGoBy() throws {
    let result = try Situation.sample(0, scale: 0.4).coloured()
    let (_, name, _) = try painted(result)
    #expect(result.basis.traits(of: name) == nil)
    #expect(result.basis.chances(ofSharing: .paint, with: [1]).allSatisfy { $0 == 0 })
  }

  @Test func traitsAreBytesAndComeBack() throws {
    let (basis, result) = try basis(confidence: 0.5)
    let (_, name, _) = try painted(result)
    let traits = try #require(basis.traits(of: name))
    #expect(traits.bytes.count == 64 + Part.standard.count)
    #expect(RegionTraits(bytes: traits.bytes) == traits)
    #expect(abs(traits.kinship(to: traits) - 1) < 0.05)
    #expect(RegionTraits(bytes: [UInt8](repeating: 1, count: Part.standard.count)) == nil)
    #expect(traits.kinship(to: RegionTraits([1, 0], .none)) == 0, "of another network")
  }
}
