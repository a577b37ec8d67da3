import Coloring
import Projects
import Raster
import Regions
import Testing

@Suite struct ProjectStateTests {
  private let face = RegionName(inside: Point(40, 20))
  private let body = RegionName(inside: Point(40, 50))

  private func state(_ edits: Edit...) -> ProjectState {
    var history = History(pictures: RandomEdits.pictures)
    _ = history.record(
      [.add(["a", "b", "sheet", "back"])] + edits, title: "", time: 0)
    return history.state
  }

  @Test func pictures() {
    #expect(state().drawings.map(\.id) == ["a", "b"])
    #expect(state().references.map(\.id) == ["sheet", "back"])
    #expect(state(.remove(["a", "back"])).drawings.map(\.id) == ["b"])
    #expect(state(.remove(["a"]), .add(["a"])).drawings.map(\.id) == ["b", "a"])
    #expect(state(.add(["a"])).drawings.map(\.id) == ["a", "b"])
    #expect(state(.add(["nobody"])).drawings.count == 2)
    #expect(state(.rename("a", title: "泣き顔"))["a"]?.title == "泣き顔")
  }

  @Test func aDrawingDrawnAnewHasAllThatWasSaidOfTheOldOne() {
    let pin = Edit.pin("a", face, reference: "back", counterpart: body)
    let edits: [Edit] = [
      .rename("a", title: "walk"), .label("a", [body], part: "hair"), pin, .gap("a", pixels: 3),
      .assign(["a"], references: ["back"]), .accept("a", [body], entry: nil),
    ]
    var history = History(pictures: RandomEdits.pictures)
    _ = history.record(
      [.add(["a", "b", "sheet", "back"])] + edits + [.replace("a", with: "c")], title: "", time: 0)
    let now = history.state
    #expect(now.drawings.map(\.id) == ["c", "b"] && now["c"]?.title == "walk")
    #expect(now.corrections(for: "c").labels.map(\.part) == ["hair"])
    #expect(now.corrections(for: "c").pins.map(\.region) == [face])
    #expect(now.settings(for: "c").gap == 3 && now.references(for: "c").map(\.id) == ["back"])
    #expect(now.accepted["c"]?.count == 1 && now.accepted["a"] == nil)
    // What is no drawing, or there already, takes no place.
    #expect(state(.replace("a", with: "b")).drawings.map(\.id) == ["a", "b"])
    #expect(state(.replace("a", with: "sheet")).drawings.map(\.id) == ["a", "b"])
  }

  @Test func whatTheProjectSaysHoldsWhereACommandSaysNothingElse() {
    var said = ProjectSettings()
    said.shading = .trace
    said.traceColours = .blueShadow
    said.aliased = true
    said.gap = 7
    let project = state(.settings(said), .gap("b", pixels: 2))
    let settings = project.settings(for: "a")
    #expect(settings.shading == .trace && settings.traceColours == .blueShadow)
    #expect(settings.aliased && settings.gap == 7 && settings.traceLines == .fill)
    #expect(project.settings(for: "b").gap == 2)
    var command = GivenSettings()
    command.said.shading = .reference
    command.said.aliased = false
    command.background = .reference
    let told = project.settings(for: "a", given: command)
    #expect(told.shading == .reference && !told.aliased && told.background == .reference)
    #expect(told.traceColours == .blueShadow && told.gap == 7)
    command.said.gap = 1
    #expect(project.settings(for: "b", given: command).gap == 1)
    #expect(state(.settings(said), .settings(ProjectSettings())).settings == ProjectSettings())
    #expect(project.contentKey(for: "a") != state().contentKey(for: "a"))
  }

  @Test func aLaterLabelOfARegionCountsInsteadOfTheEarlier() {
    let labelled = state(
      .label("a", [face, body], part: "hair"), .label("a", [face], part: "skin"))
    #expect(
      labelled.corrections(for: "a").labels == [
        PartLabel(region: body, part: "hair"), PartLabel(region: face, part: "skin"),
      ])
    #expect(
      state(.label("a", [face], part: "hair"), .label("a", [face], part: nil))
        .corrections(for: "a").labels == [])
  }

  @Test func aRegionIsPinnedOrUnlinkedOrNeither() {
    let pin = Edit.pin("a", face, reference: "back", counterpart: body)
    #expect(
      state(.unlink("a", [face]), pin).corrections(for: "a").pins == [
        Pin(region: face, reference: 1, counterpart: body)
      ])
    #expect(state(.unlink("a", [face]), pin).corrections(for: "a").unlinks == [])
    #expect(state(pin, .unlink("a", [face])).corrections(for: "a").pins == [])
    #expect(state(pin, .unlink("a", [face])).corrections(for: "a").unlinks == [face])
    #expect(state(pin, .release("a", [face])).corrections(for: "a") == Corrections())
  }

  @Test func whatIsSaidOfADrawingsRegionsIsAnExampleForTheOthers() {
    func seen(_ regions: RegionName...) -> Edit {
      .traits("a", regions.map { RandomEdits.seen($0, network: Engine.shippedNetwork) })
    }
    let pin = Edit.pin("a", face, reference: "back", counterpart: body)
    func examples(_ edits: Edit..., for drawing: PictureID = "b") -> [Example] {
      var history = History(pictures: RandomEdits.pictures)
      _ = history.record([.add(["a", "b", "sheet", "back"])] + edits, title: "", time: 0)
      return history.state.examples(for: drawing).flatMap(\.all)
    }
    let traits = RandomEdits.seen(face).traits
    let hair = Edit.label("a", [body], part: "hair")
    let said = [
      Example(traits, part: nil, paint: .counterpart(place: 1, body)),
      Example(traits, part: "hair", paint: nil),
    ]
    #expect(examples(pin, seen(face), hair, seen(body)) == said)
    #expect(
      examples(pin, seen(face), hair, seen(body), for: "a") == [],
      "a drawing is no example for itself")
    #expect(state(pin, seen(face)).contentKey(for: "b") != state(pin).contentKey(for: "b"))
    // A pin's reference keeps its place, whichever the other drawing has; a paint goes before it.
    #expect(examples(pin, seen(face), .assign(["b"], references: ["back"])) == [said[0]])
    #expect(
      examples(pin, .colour("a", [face], entry: "red"), seen(face)).map(\.paint) == [
        .entry("red")
      ])
    // Drawings that share no reference are of different characters.
    #expect(
      examples(
        .colour("a", [face], entry: "red"), seen(face), .assign(["a"], references: ["back"]),
        .assign(["b"], references: ["sheet"])) == [])
    // What is taken back is none any more, and what another network saw cannot be compared.
    #expect(examples(pin, seen(face), .release("a", [face])) == [])
    #expect(examples(hair, seen(body), .label("a", [body], part: nil)) == [])
    #expect(examples(pin, seen(face), .remove(["a"])) == [])
    #expect(examples(pin, .traits("a", [RandomEdits.seen(face)])) == [])
    #expect(examples(pin) == [])
    // Names and drawings change, and the examples with them.
    let blue = PaletteEntry(
      name: "blue", part: nil, base: .black, shadow: .black, highlight: .black)
    let red = Edit.colour("a", [face], entry: "red")
    #expect(
      examples(red, seen(face), .changeEntry("red", to: blue)).map(\.paint) == [.entry("blue")])
    #expect(examples(red, seen(face), .removeEntry("red")) == [])
    #expect(
      examples(red, seen(face), .replace("a", with: "c")).map(\.paint) == [.entry("red")])
  }

  @Test func pinsCountTheDrawingsOwnReferences() {
    let pin = Edit.pin("a", face, reference: "back", counterpart: body)
    let assigned = state(pin, .assign(["a"], references: ["back"]))
    #expect(assigned.corrections(for: "a").pins.map(\.reference) == [0])
    #expect(assigned.matched(for: "a") == [1])
    #expect(assigned.matched(for: "b") == [0, 1])
    // Kept, and back with the reference.
    let elsewhere = state(pin, .assign(["a"], references: ["sheet"]))
    #expect(elsewhere.corrections(for: "a").pins == [])
    #expect(elsewhere.pins["a"]?.count == 1)
  }

  @Test func aRemovedReferenceKeepsItsPlaceForTheNames() throws {
    let label = Edit.label("sheet", [face], part: "hair")
    let removed = state(label, .remove(["sheet"]))
    #expect(removed.references.map(\.id) == ["back"])
    #expect(removed.everyReference.map(\.id) == ["sheet", "back"])
    #expect(removed.matched(for: "a") == [1])
    #expect(removed.otherReferences(for: "a").map(\.id) == ["sheet"] && removed.isRemoved("sheet"))
    #expect(removed.referenceLabels == [[], []])
    #expect(removed.contentKey(for: "a") != state(label).contentKey(for: "a"))
    // Back again, it has its old one.
    let again = state(label, .remove(["sheet"]), .add(["sheet"]))
    #expect(again.everyReference.map(\.id) == ["sheet", "back"])
    #expect(again.referenceLabels.map(\.count) == [1, 0])
  }

  @Test func aClosingDecidedBothWaysIsUndecidedAgain() {
    let closing = Closing(from: Point(1, 1), to: Point(4, 1))
    #expect(state(.open("a", [closing])).corrections(for: "a").regions.opened == [closing])
    #expect(state(.close("a", [closing])).corrections(for: "a").regions.closed == [closing])
    #expect(
      state(.open("a", [closing]), .close("a", [closing])).corrections(for: "a").regions.isEmpty)
  }

  @Test func coloursFollowTheirEntrysName() {
    let green = PaletteEntry(name: "green", base: RGBA(0, 200, 0))
    let chosen = Edit.colour("a", [face], entry: "red")
    #expect(
      state(chosen, .changeEntry("red", to: green)).corrections(for: "a").colours == [
        ColourChoice(region: face, entry: "green")
      ])
    #expect(state(chosen, .removeEntry("red")).corrections(for: "a").colours == [])
    #expect(
      state(.changeEntry("red", to: green)).settings(for: "a").paletteEdits == [
        .change("red", to: green)
      ])
  }

  @Test func aSliderLeavesOneChangeOfThePalette() {
    func red(_ value: UInt8) -> PaletteEntry {
      PaletteEntry(name: "red", base: RGBA(value, 0, 0))
    }
    let slid = state(
      .changeEntry("blue", to: red(1)), .changeEntry("red", to: red(2)),
      .changeEntry("red", to: red(3)))
    #expect(slid.paletteEdits == [.change("blue", to: red(3))])
  }

  @Test func theGapIsADrawingsOwn() {
    #expect(state(.gap("a", pixels: 7)).settings(for: "a").gap == 7)
    #expect(state(.gap("a", pixels: 7)).settings(for: "b").gap == nil)
    #expect(state(.gap("a", pixels: 7), .gap("a", pixels: nil)).settings(for: "a").gap == nil)
  }

  @Test func anAcceptedRegionIsDoubtedAgainOnceItIsDecidedOtherwise() {
    let accepted = Edit.accept("a", [face, body], entry: "red")
    #expect(
      state(accepted).accepted["a"] == [
        Acceptance(region: face, entry: "red"), Acceptance(region: body, entry: "red"),
      ])
    for edit in [
      Edit.label("a", [face], part: "hair"), .label("a", [face], part: nil),
      .pin("a", face, reference: "sheet", counterpart: body), .unlink("a", [face]),
      .release("a", [face]), .colour("a", [face], entry: "blue"),
    ] {
      #expect(state(accepted, edit).accepted["a"] == [Acceptance(region: body, entry: "red")])
    }
    // The engine asks nothing of it: the colours stay as they are.
    #expect(state(accepted).corrections(for: "a") == Corrections())
  }

  @Test func anAcceptanceIsOfOnePaintWhateverThatIsCalled() {
    let green = PaletteEntry(name: "green", base: RGBA(0, 200, 0))
    let accepted = Edit.accept("a", [face], entry: "red")
    #expect(
      state(accepted, .changeEntry("red", to: green)).accepted["a"] == [
        Acceptance(region: face, entry: "green")
      ])
    #expect(state(accepted, .removeEntry("red")).accepted["a"] == [])
    #expect(
      state(accepted, .accept("a", [face], entry: nil)).accepted["a"] == [
        Acceptance(region: face, entry: nil)
      ])
  }
}
