import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

/// What a part given by hand does to a drawing's colours.
@Suite struct LabelTests {
  private let face = RegionName(inside: SmallPictures.face)
  private let body = RegionName(inside: SmallPictures.body)

  private func run(_ change: (inout ColoringInputs) -> Void) throws -> ColoringResult {
    var inputs = ColoringInputs(
      drawing: SmallPictures.line, references: [SmallPictures.reference])
    inputs.settings.shading = .none
    change(&inputs)
    return try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 1))
  }

  private func flat(_ name: RegionName, in result: ColoringResult) throws -> Flat {
    result.flats[try #require(result.map.resolve(name))]
  }

  @Test func aLabelTakesThePaintThatTheReferenceSaysIsOfThePart() throws {
    let result = try run {
      $0.referenceLabels = [[PartLabel(region: face, part: "skin")]]
      $0.corrections.labels = [PartLabel(region: body, part: "skin")]
    }
    #expect(result.image[SmallPictures.body] == SmallPictures.skin)
    // It is the only paint of the part.
    #expect(try flat(body, in: result).confidence == 1)
    #expect(result.image[SmallPictures.face] == SmallPictures.skin)
  }

  @Test func aLabelKeepsACounterpartThatHasThePart() throws {
    let result = try run {
      $0.referenceLabels = [
        [PartLabel(region: face, part: "skin"), PartLabel(region: body, part: "skin")]
      ]
      $0.corrections.labels = [PartLabel(region: body, part: "skin")]
    }
    #expect(result.image[SmallPictures.body] == SmallPictures.coat)
  }

  @Test func aPartOfThePaletteIsEnough() throws {
    let green = RGBA(20, 200, 40)
    let result = try run {
      $0.settings.paletteEdits = [.add(PaletteEntry(name: "leaf", part: "prop", base: green))]
      $0.corrections.labels = [PartLabel(region: body, part: "prop")]
    }
    #expect(result.image[SmallPictures.body] == green)
    #expect(try flat(body, in: result).origin == .part)
  }

  @Test func whereNothingIsKnownOfThePartTheMatchStays() throws {
    let result = try run { $0.corrections.labels = [PartLabel(region: body, part: "hair")] }
    #expect(result.image[SmallPictures.body] == SmallPictures.coat)
    #expect(result.parts[try #require(result.map.resolve(body))]?.part == "hair")
  }

  @Test func whereNothingIsKnownOfThePartWhatIsKnownToBeElseIsRuledOut() throws {
    let result = try run {
      $0.referenceLabels = [[PartLabel(region: body, part: "upper-cloth")]]
      $0.corrections.labels = [PartLabel(region: body, part: "skin")]
    }
    #expect(result.image[SmallPictures.body] == SmallPictures.skin)
  }

  @Test func aShadeThatIsLabelledAsSomethingElseHasItsOwnPaint() throws {
    let labels = [[PartLabel(region: face, part: "skin"), PartLabel(region: body, part: "prop")]]
    let shadow = RegionName(inside: SmallPictures.shadow)
    for (part, colour) in [("skin", SmallPictures.skin), ("prop", SmallPictures.coat)] {
      let result = try run {
        $0.drawing = SmallPictures.traced
        $0.referenceLabels = labels
        $0.corrections.labels = [PartLabel(region: shadow, part: part)]
      }
      let entry = try #require(try flat(shadow, in: result).entry)
      #expect(result.palette.entries[entry].base == colour)
      #expect(try flat(shadow, in: result).origin == (part == "prop" ? .trace : .match))
    }
  }

  @Test func thePartOfAnotherCharactersColourIsNone() throws {
    let own = try run { $0.corrections.labels = [PartLabel(region: body, part: "skin")] }
    // A green face, labelled as skin.
    let green = SmallPictures.reference.map { pixel in
      pixel == SmallPictures.skin ? RGBA(20, 200, 40) : pixel
    }
    let other = try ReferencePalette(
      of: .pixels(green), labels: [PartLabel(region: face, part: "skin")], cache: MemoryCache(),
      work: Work(threads: 1))
    let result = try run {
      $0.others = [other]
      $0.places = [0]
      $0.corrections.labels = [PartLabel(region: body, part: "skin")]
    }
    #expect(result.image == own.image)
    #expect(result.flats.paintCounts["skin"] == 0)
  }
}
