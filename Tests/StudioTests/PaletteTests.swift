import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import TestSupport
import Testing

@testable import Studio

@Suite("The palette")
struct PaletteTests {
  @Test("p opens it and goes in, Escape goes back to the drawing, p in it closes it")
  func opening() throws {
    var state = try StudioState.coloured()
    state.press("p")
    #expect(state.isPaletteShown && state.contexts.first == .palette)
    state.press("esc")
    #expect(state.isPaletteShown && state.contexts.first == .result)
    state.press("p p")
    #expect(!state.isPaletteShown)
  }

  @Test(
    "It opens at the selected region's colour, and stays where the artist went while it is open")
  func opensAtRegion() throws {
    var state = try StudioState.coloured()
    state.desk.focus = SmallPictures.body
    state.press("p")
    let colours = try #require(state.currentColours)
    let selected = try #require(state.selectedEntry(in: colours))
    #expect(colours.palette.entries[selected].name == state.entry(at: SmallPictures.body))
    state.press("g esc")
    let first = state.palettePane.selected
    state.desk.focus = SmallPictures.face
    state.press("p")
    #expect(state.palettePane.selected == first)
  }

  @Test("Without regions it says why there are no colours")
  func obstacles() {
    var state = studio()
    state.press("p")
    #expect(state.notice?.text.english == "Open a drawing first: Enter")
    #expect(!state.isPaletteShown)
  }

  @Test("Arrows go over the colours and their tones")
  func moving() throws {
    var state = try StudioState.coloured()
    let colours = try #require(state.currentColours)
    let order = state.paletteList(colours).order
    state.press("p G l l l")
    #expect(state.palettePane.tone == .highlight)
    #expect(state.selectedEntry(in: colours) == order.last)
    state.press("g h")
    #expect(state.palettePane.tone == .shadow)
    #expect(state.selectedEntry(in: colours) == order.first)
  }

  @Test("The colours of other characters are folded away, and listed last")
  func others() throws {
    var state = try StudioState.coloured(strangers: ["stranger"])
    let colours = try #require(state.currentColours)
    let names = colours.palette.entries.map(\.name)
    let own = Set(state.paletteList(colours).order.map { names[$0] })
    // The ground and the lines of the reference have colours too.
    #expect(own == ["skin", "blue", "white", "black"])
    #expect(state.paletteList(colours).othersCount == names.count - own.count)
    state.press("p o G")
    #expect(!own.contains(try #require(state.palettePane.selected)))
    state.press("o")
    #expect(own.contains(names[try #require(state.selectedEntry(in: colours))]))
    state.press("esc")
    state.desk.focus = SmallPictures.face
    state.press("c")
    guard case .chooser(let chooser)? = state.overlay else {
      Issue.record("no list of colours")
      return
    }
    let places = chooser.choices.enumerated().filter { _, choice in
      if case .entry(let entry) = choice { !own.contains(names[entry]) } else { false }
    }
    // After the two that are no entries.
    #expect(places.map(\.offset) == Array(own.count + 2..<names.count + 2))
  }

  @Test("A colour that the artist added is its character's, once a drawing uses it")
  func addedForAnother() throws {
    var state = try StudioState.coloured(strangers: ["stranger"])
    _ = state.edit(
      [.addEntry(PaletteEntry(name: "ribbon", base: RGBA(1, 2, 3)))], named: Phrase(same: ""))
    func isOwn() throws -> Bool {
      let colours = try #require(state.currentColours)
      return colours.own.contains(try #require(colours.palette.index(named: "ribbon")))
    }
    #expect(try isOwn())
    let body = RegionName(inside: SmallPictures.body)
    _ = state.edit([.colour("rest", [body], entry: "ribbon")], named: Phrase(same: ""))
    #expect(try !isOwn())
    _ = state.edit([.colour("run", [body], entry: "ribbon")], named: Phrase(same: ""))
    #expect(try isOwn())
  }

  @Test("A region gets a colour from the list, live while it is chosen")
  func choosing() throws {
    var state = try StudioState.coloured()
    let skin = try #require(state.entry(at: SmallPictures.face))
    let coat = try #require(state.entry(at: SmallPictures.body))
    state.desk.focus = SmallPictures.face
    state.press("c")
    for letter in coat where letter != " " { state.press("\(letter)") }
    let label = try #require(state.region?.label)
    let tried = try #require(state.currentColours)
    #expect(tried.entries[label] == tried.palette.index(named: coat))
    #expect(state.press("enter").appended == ["paint with \(coat)"])
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.face) == coat)
    // The last in the list goes back to the match's colour.
    state.press("c pgdn pgdn enter")
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.face) == skin)
  }

  @Test("A new colour for a region is one line: the entry, and the region that has it")
  func newColour() throws {
    var state = try StudioState.coloured()
    state.desk.focus = SmallPictures.body
    let count = try #require(state.currentColours?.palette.entries.count)
    state.press("c pgup pgup enter")
    guard case .mixer? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    _ = reduce(&state, .paste("#00c060"))
    #expect(state.press("enter").appended.count == 1)
    try state.letEngineWork()
    let result = try #require(state.analysis?.result)
    let flat = result.flats[result.map.labels[SmallPictures.body]]
    #expect(flat.entry.map { result.palette.entries[$0].base } == RGBA(0, 0xc0, 0x60))
    state.press("u")
    #expect(state.currentColours?.palette.entries.count == count)
  }

  @Test("Without a part there is nothing more to paint than the regions")
  func noWholePart() throws {
    var state = try StudioState.coloured()
    state.desk.focus = SmallPictures.face
    state.press("c tab")
    guard case .chooser(let chooser)? = state.overlay else {
      Issue.record("no list of colours")
      return
    }
    #expect(!chooser.isForWholePart && chooser.targets.count == 1)
  }

  @Test("Tab paints the whole part")
  func wholePart() throws {
    var state = try StudioState.coloured()
    let map = try #require(state.analysis?.result.map)
    let face = RegionName(inside: map[map.labels[SmallPictures.face]].inside)
    let body = RegionName(inside: map[map.labels[SmallPictures.body]].inside)
    _ = state.edit([.label("walk", [face, body], part: "skin")], named: Phrase(same: "label"))
    try state.letEngineWork()
    state.desk.focus = SmallPictures.face
    state.press("c tab enter")
    #expect(state.desk.project?.state.colours["walk"]?.count == 2)
    #expect(state.desk.project?.history.undoTitle?.hasSuffix("(2)") == true)
  }

  @Test("The colour of the reference under the cursor is picked, by keys and by mouse")
  func picking() throws {
    var state = try StudioState.coloured()
    state.press("p enter p")
    #expect(state.pickedReference?.id == "sheet")
    // From the middle, which lies in the coat or on its upper line, down into the coat.
    state.press("j j j j enter")
    guard case .mixer(let mixer)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(mixer.picker == nil && mixer.rgba == SmallPictures.coat)
    state.press("p")
    let face = SIMD2(Double(SmallPictures.face.x), Double(SmallPictures.face.y))
    _ = reduce(&state, .pointer(Pointer(.press(.left), on: .canvas(.reference, face))))
    guard case .mixer(let picked)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(picked.rgba == SmallPictures.skin)
  }

  @Test("A name that another colour has is refused where it is typed")
  func renaming() throws {
    var state = try StudioState.coloured()
    let colours = try #require(state.currentColours)
    let names = state.paletteList(colours).order.map { colours.palette.entries[$0].name }
    state.press("p R ctrl-u")
    for letter in names[1] { state.press(letter == " " ? "space" : "\(letter)") }
    #expect(state.press("enter").appended.isEmpty)
    #expect(state.press("! enter").appended == ["rename \(names[0]) to \(names[1])!"])
    #expect(state.palettePane.selected == names[1] + "!")
    try state.letEngineWork()
    #expect(state.analysis?.result.palette.index(named: names[1] + "!") != nil)
  }

  @Test("A removed colour's regions take the nearest, and undo brings it back")
  func removing() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    state.press("p")
    state.palettePane.selected = name
    state.press("D")
    #expect(state.currentColours?.palette.index(named: name) == nil)
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.body) != name)
    state.press("u")
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.body) == name)
  }

  @Test("A palette that was read changes the colours it names and adds the others: one line")
  func reading() throws {
    var state = try StudioState.coloured()
    var palette = try #require(state.currentColours?.palette)
    palette.entries[0].base = RGBA(1, 2, 3)
    palette.add(RGBA(200, 30, 30), name: "ribbon")
    let effects = reduce(&state, .paletteRead(palette, file: "hana.gpl"))
    #expect(effects.appended == ["read hana.gpl: 1 colour changed, 1 added"])
    #expect(state.currentColours?.palette == palette)
    #expect(reduce(&state, .paletteRead(palette, file: "hana.gpl")).appended.isEmpty)
  }

  @Test("When a reference is removed its colours go, and all others keep their names")
  func removedReference() throws {
    var state = try StudioState.coloured(drawings: ["walk"], strangers: ["other"])
    let before = try #require(state.analysis?.result.palette)
    let name = try #require(state.entry(at: SmallPictures.body))
    let leaf = PaletteEntry(name: name, base: RGBA(0, 200, 90))
    _ = state.edit([.changeEntry(name, to: leaf)], named: Phrase(same: "change"))
    _ = state.edit([.remove(["sheet"])], named: Phrase(same: "remove"))
    let project = try #require(state.desk.project?.state)
    let order = try #require(AnalysisOrder("walk", in: project))
    #expect(order.key == project.contentKey(for: "walk"))
    #expect(order.others.map(\.isRemoved) == [true])
    try state.letEngineWork()
    let after = try #require(state.analysis?.result)
    #expect(after.palette.entries.count < before.entries.count)
    #expect(Set(after.palette.entries.map(\.name)).isSubset(of: before.entries.map(\.name)))
    // An edit of one finds it.
    #expect(state.entry(at: SmallPictures.body) == name && after.flats.orphanedPaletteEdits.isEmpty)
    #expect(after.palette.entries.contains { $0.base == leaf.base })
  }

  @Test("Writing asks before it replaces a file")
  func writing() throws {
    var state = try StudioState.coloured()
    let effects = state.press("p e enter")
    guard case .write(let order, "hana.gpl", false)? = effects.last else {
      Issue.record("nothing is written")
      return
    }
    _ = reduce(&state, .fileExists(PendingFile(order: order, path: "hana.gpl", place: "/hana.gpl")))
    #expect(state.press("enter").isEmpty)
    _ = reduce(&state, .fileExists(PendingFile(order: order, path: "hana.gpl", place: "/hana.gpl")))
    guard case .write(_, "hana.gpl", true)? = state.press("y").last else {
      Issue.record("the file is not replaced")
      return
    }
  }

  @Test("P gives a colour a part, and undo takes it back; the same colour stays selected")
  func part() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    state.press("p")
    state.palettePane.selected = name
    #expect(state.press("P o u t e r enter").appended == ["\(name) belongs to outer cloth"])
    try state.letEngineWork()
    func entry() -> PaletteEntry? {
      state.currentColours?.palette.entries.first { $0.name == name }
    }
    #expect(entry()?.part == "outer-cloth")
    #expect(state.palettePane.selected == name)
    state.press("P o u t e r enter")
    #expect(state.notice?.text.english == "It is that part's already")
    #expect(
      state.press("P pgdn pgdn pgdn enter").appended == ["\(name) belongs to no part"])
    #expect(entry()?.part == nil)
    #expect(state.press("P enter").appended.isEmpty)
    #expect(state.notice?.text.english == "It belongs to no part already")
    state.press("u")
    #expect(entry()?.part == "outer-cloth")
    state.press("u")
    #expect(entry()?.part == nil)
  }

  @Test("Where a colour goes the cursor stays in its place")
  func place() throws {
    var state = try StudioState.coloured()
    state.press("p G D")
    try state.letEngineWork()
    let colours = try #require(state.currentColours)
    let order = state.paletteList(colours).order
    #expect(order.count > 1)
    #expect(state.selectedEntry(in: colours) == order.last)
  }

  @Test("A new colour stands first in the list, unless something is looked for")
  func newIsFirst() throws {
    var state = try StudioState.coloured()
    state.desk.focus = SmallPictures.body
    state.press("c")
    guard case .chooser(var chooser)? = state.overlay else {
      Issue.record("no list of colours")
      return
    }
    #expect(chooser.choices.first == .new)
    #expect(chooser.choice != .new)
    chooser.filter.set("blue")
    #expect(chooser.choices.first != .new)
    state.press("f1")
    guard case .menu? = state.overlay else {
      Issue.record("no help")
      return
    }
    state.press("esc")
    guard case .chooser? = state.overlay else {
      Issue.record("the help does not lead back")
      return
    }
  }
}
