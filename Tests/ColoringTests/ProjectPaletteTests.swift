import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

@Suite struct PaletteEditTests {
  private let red = PaletteEntry(name: "red", base: RGBA(200, 30, 30))
  private let rose = PaletteEntry(name: "rose", base: RGBA(220, 60, 60))
  private let blue = PaletteEntry(name: "blue", base: RGBA(30, 30, 200))

  private func edited(_ edits: PaletteEdit...) -> (
    palette: Palette, entries: [Int?], orphans: [PaletteEdit]
  ) {
    Palette(entries: [red, rose, blue]).edited(by: edits)
  }

  @Test func whatUsedAnEntryFollowsItsChange() {
    var green = blue
    green.name = "green"
    let result = edited(.change("red", to: green))
    #expect(result.palette.entries == [green, rose, blue])
    #expect(result.entries == [0, 1, 2])
  }

  @Test func whatUsedARemovedEntryTakesTheNearest() {
    let result = edited(.remove("red"))
    #expect(result.palette.entries == [rose, blue])
    #expect(result.entries == [0, 0, 1])
    #expect(edited(.remove("red"), .remove("rose"), .remove("blue")).entries == [nil, nil, nil])
  }

  @Test func namesAreThoseOfTheEditsTurn() {
    var green = red
    green.name = "green"
    let edits: [PaletteEdit] = [.change("red", to: green), .add(red), .change("green", to: rose)]
    let result = edited(edits[0], edits[1], edits[2])
    // Two of one name there may not be.
    #expect(result.palette.entries.map(\.name) == ["green", "rose", "blue", "red"])
    #expect(result.orphans == [edits[2]])
  }

  @Test func editsWithoutTheirEntryAreListed() {
    let orphan = PaletteEdit.change("pink", to: red)
    #expect(edited(orphan, .remove("pink")).orphans == [orphan, .remove("pink")])
    #expect(edited(.add(red)).orphans == [.add(red)])
  }
}

/// Part labels on references, and drawings that are matched with some of a project's references.
@Suite struct ReferencePartTests {
  private let face = RegionName(inside: SmallPictures.face)
  private let body = RegionName(inside: SmallPictures.body)

  private func run(_ change: (inout ColoringInputs) throws -> Void) throws -> ColoringResult {
    var inputs = ColoringInputs(
      drawing: SmallPictures.line, references: [SmallPictures.reference])
    inputs.settings.shading = .none
    try change(&inputs)
    return try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 2))
  }

  private func part(_ name: RegionName, _ result: ColoringResult) throws -> RegionPart? {
    result.parts[try #require(result.map.resolve(name))]
  }

  @Test func withoutLabelsOnlyTheGroundHasAPart() throws {
    let result = try run { _ in }
    #expect(try part(face, result) == nil)
    let outside = RegionName(inside: SmallPictures.outside)
    #expect(try part(outside, result) == RegionPart("background", .ground))
  }

  @Test func matchedRegionsInheritTheReferencesParts() throws {
    let nowhere = PartLabel(region: RegionName(inside: Point(-1, 0)), part: "hair")
    let result = try run { inputs in
      inputs.referenceLabels = [
        [
          PartLabel(region: face, part: "skin"), PartLabel(region: body, part: "upper-cloth"),
          nowhere,
        ]
      ]
      inputs.corrections.labels = [PartLabel(region: body, part: "outer-cloth")]
    }
    #expect(try part(face, result) == RegionPart("skin", .counterpart))
    #expect(try part(body, result) == RegionPart("outer-cloth", .label))
    #expect(result.flats.orphanedReferenceLabels == [nowhere])
    let skin = try #require(result.map.resolve(face))
    let entry = try #require(result.flats[skin].entry)
    #expect(result.palette.entries[entry].part == "skin")
  }

  @Test func labelsNeverRenameColours() throws {
    let plain = try run { _ in }.palette
    let labelled = try run {
      $0.referenceLabels = [[PartLabel(region: face, part: "skin")]]
    }.palette
    #expect(labelled.entries.map(\.name) == plain.entries.map(\.name))
  }

  @Test func aPaletteEditRecolours() throws {
    let plain = try run { _ in }
    let label = try #require(plain.map.resolve(face))
    var entry = plain.palette.entries[try #require(plain.flats[label].entry)]
    let name = entry.name
    entry.name = "ghost"
    entry.base = RGBA(10, 200, 90)
    let edits: [PaletteEdit] = [.change(name, to: entry), .remove("nothing")]
    let result = try run { $0.settings.paletteEdits = edits }
    #expect(result.image[SmallPictures.face] == RGBA(10, 200, 90))
    #expect(result.flats.orphanedPaletteEdits == [.remove("nothing")])
  }

  @Test func aNameMeansOneColourInAllDrawingsOfAProject() throws {
    var other = SmallPictures.reference
    for y in 0..<other.height {
      for x in 0..<other.width where other[x, y] == SmallPictures.coat {
        other[x, y] = RGBA(60, 60, 190)
      }
    }
    // As one of the two references is matched, the other gives its colours alone.
    func result(matched place: Int) throws -> ColoringResult {
      try run { inputs in
        let references = [SmallPictures.reference, other]
        inputs = ColoringInputs(
          drawing: SmallPictures.line, references: [references[place]], places: [place],
          others: [
            try ReferencePalette(
              of: .pixels(references[1 - place]), labels: [], cache: MemoryCache(),
              work: Work(threads: 2))
          ], settings: inputs.settings)
      }
    }
    let both = try run {
      $0 = ColoringInputs(
        drawing: SmallPictures.line, references: [SmallPictures.reference, other],
        settings: $0.settings)
    }
    let (first, second) = (try result(matched: 0), try result(matched: 1))
    #expect(first.palette == both.palette)
    #expect(second.palette == both.palette)
    #expect(second.image[SmallPictures.body] == RGBA(60, 60, 190))
    #expect(second.references.count == 1)
    // What each character has of its own is known.
    #expect(both.flats.ownEntries == Set(both.palette.entries.indices))
    #expect(first.flats.ownEntries != second.flats.ownEntries)
    #expect(first.flats.ownEntries.union(second.flats.ownEntries) == both.flats.ownEntries)
  }

  @Test func namesStayWhenAReferenceIsRemoved() throws {
    // Two bodies of one name but not one colour, and two faces of one colour.
    var first = SmallPictures.reference
    for y in 0..<first.height {
      for x in 0..<first.width {
        if first[x, y] == SmallPictures.coat { first[x, y] = RGBA(20, 60, 220) }
        if first[x, y] == SmallPictures.skin { first[x, y] = RGBA(249, 220, 200) }
      }
    }
    let labels = [PartLabel(region: face, part: "skin")]
    var other = try ReferencePalette(
      of: .pixels(first), labels: labels, cache: MemoryCache(), work: Work(threads: 2))
    func result() throws -> ColoringResult {
      try run {
        $0.others = [other]
        $0.places = [1]
      }
    }
    let before = try result()
    let name = try #require(before.paint(of: body))
    let alone = try run { _ in }
    #expect(alone.paint(of: body).map { "\($0.name) 2" } == name.name, "else it shows nothing")
    other.isRemoved = true
    let after = try result()
    #expect(after.paint(of: body) == name)
    #expect(after.palette.entries.allSatisfy { $0.base != RGBA(20, 60, 220) })
    // What both had looks as the one that is left has it, and what the other's labels said is gone.
    let skin = try #require(after.paint(of: face))
    #expect(skin.base == SmallPictures.skin && skin.part == nil)
    #expect(skin.name == before.paint(of: face)?.name)
    #expect(after.image == alone.image)
  }

  @Test func aRemovedReferenceThatCannotBeReadGivesNothing() throws {
    struct Unreadable: Error {}
    let other = try ReferencePalette.ofRemoved { throw Unreadable() }
    let alone = try run { _ in }
    let result = try run {
      $0.others = [other]
      $0.places = [1]
    }
    #expect(result.palette == alone.palette)
    #expect(throws: Cancelled.self) {
      try ReferencePalette.ofRemoved { throw Cancelled() }
    }
  }

  @Test func aColourHasThePartOfMostOfItsPixels() throws {
    // The coat's colour in the face too, as in a white of the eye that has the skin's.
    var same = SmallPictures.reference
    for y in 0..<same.height {
      for x in 0..<same.width where same[x, y] == SmallPictures.skin {
        same[x, y] = SmallPictures.coat
      }
    }
    let labels = [PartLabel(region: face, part: "skin"), PartLabel(region: body, part: "prop")]
    let result = try run {
      $0.references = [.pixels(same)]
      $0.referenceLabels = [labels]
    }
    let areas = try [face, body].map { name in
      result.references[0].map[try #require(result.references[0].map.resolve(name))].area
    }
    #expect(areas[0] != areas[1])
    let expected = areas[0] > areas[1] ? "skin" : "prop"
    #expect(result.paint(of: body)?.part == expected)
  }

  @Test func aNumberedNameGoesOnCounting() {
    var palette = Palette(entries: [])
    for _ in 0..<2 { palette.add(PaletteEntry(name: "brown", base: SmallPictures.coat)) }
    palette.add(PaletteEntry(name: "brown 2", base: SmallPictures.coat))
    #expect(palette.entries.map(\.name) == ["brown", "brown 2", "brown 3"])
  }

  @Test func labelsOfOtherReferencesGiveTheirColoursAPart() throws {
    let other = try ReferencePalette(
      of: .pixels(SmallPictures.reference), labels: [PartLabel(region: face, part: "skin")],
      cache: MemoryCache(), work: Work(threads: 2))
    let result = try run { $0.others = [other] }
    let label = try #require(result.map.resolve(face))
    #expect(result.palette.entries[try #require(result.flats[label].entry)].part == "skin")
  }
}

extension ColoringResult {
  fileprivate func paint(of name: RegionName) -> PaletteEntry? {
    map.resolve(name).flatMap { flats[$0].entry }.map { palette.entries[$0] }
  }
}
