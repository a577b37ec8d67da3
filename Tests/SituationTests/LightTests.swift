import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

/// The light of a reference on a sample.
@Suite(.byEachEngine) struct LightTests {
  /// The light of what is not pinned comes from where it was found.
  @Test func aPinChangesNoPixelOfOtherRegions() throws {
    let situation = Situation.sample(0, scale: 0.3)
    var settings = ColoringSettings()
    settings.shading = .reference
    var inputs = ColoringInputs(
      drawing: situation.line, references: [situation.reference], settings: settings)
    let cache = MemoryCache()
    let before = try Situation.coloured(inputs, cache: cache)
    let pinned = try #require(
      before.map.regions.filter { before.matches[$0.label].candidates.count > 1 }.max {
        $0.area < $1.area
      })
    let other = before.matches[pinned.label].candidates[1]
    let counterpart = before.references[0].map[other.label]
    inputs.corrections.pins = [
      Pin(
        region: RegionName(inside: pinned.inside), reference: 0,
        counterpart: RegionName(inside: counterpart.inside))
    ]
    let after = try Situation.coloured(inputs, cache: cache)
    #expect(after.matches[pinned.label].chosen?.label == other.label)
    let changed = zip(before.image.elements, after.image.elements).enumerated().count {
      index, pair in
      pair.0 != pair.1 && before.map.labels.elements[index] != pinned.label
        && situation.line.elements[index] == .white
    }
    #expect(changed == 0)
  }

  @Test func paintByHandHasNoShadowOfTheMatchThatItReplaced() throws {
    let sample = Situation.sample(0, scale: 0.4)
    let cache = MemoryCache()
    func coloured(_ choices: [ColourChoice]) throws -> ColoringResult {
      var corrections = Corrections()
      corrections.colours = choices
      return try Situation.coloured(
        ColoringInputs(
          drawing: sample.line, references: [sample.reference], corrections: corrections),
        cache: cache)
    }
    let found = try coloured([])
    let shaded = found.map.regions.filter { region in
      found.assembly.shading.patches[region.label] != nil
        && found.flats[region.label].origin == .match
    }
    let region = try #require(shaded.max { $0.area < $1.area })
    let name = found.map.name(of: region.label)
    let entries = found.palette.entries
    let own = try #require(found.flats[region.label].entry)
    let other = try #require(entries.indices.first { $0 != own })
    let same = try coloured([ColourChoice(region: name, entry: entries[own].name)])
    #expect(same.assembly.shading.patches[region.label] != nil, "its match's paint keeps its light")
    let painted = try coloured([ColourChoice(region: name, entry: entries[other].name)])
    #expect(painted.flats[region.label].entry == other)
    #expect(painted.assembly.shading.patches[region.label] == nil)
  }
}
