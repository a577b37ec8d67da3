import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

/// The queue of doubtful regions, and how the artist clears it.
@Suite("The queue of doubtful regions")
struct DoubtTests {
  /// A studio in which all four squares are in doubt: `d` the most, then `a`, `c`, `b`.
  private func doubting(on screen: Screen = .parts) throws -> StudioState {
    var state = try Squares.studio()
    state.screen = screen
    try state.believe([(Squares.d, 0.1), (Squares.a, 0.1), (Squares.c, 0.7), (Squares.b, 0.6)])
    return state
  }

  private func selected(in state: StudioState) -> String? {
    let letters = ["a": Squares.a, "b": Squares.b, "c": Squares.c, "d": Squares.d]
    return letters.first { state.label(at: $0.value) == state.region?.label }?.key
  }

  @Test(
    "n goes to what is worth most first, on either screen, and round",
    arguments: [Screen.parts, .match])
  func order(screen: Screen) throws {
    var state = try doubting(on: screen)
    var seen: [String?] = []
    for _ in 0..<5 {
      state.press("n")
      seen.append(selected(in: state))
    }
    #expect(seen == ["d", "a", "c", "b", "d"])
    state.press("N")
    #expect(selected(in: state) == "b")
  }

  @Test(
    "n stops at the ground too, and says what there is to judge",
    arguments: [Screen.parts, .match])
  func ground(screen: Screen) throws {
    var state = try doubting(on: screen)
    try state.believe([(Point(2, 2), 0.9), (Squares.a, 0.1)])
    state.press("n n")
    #expect(state.region?.isBackground == true)
    #expect(
      state.notice?.text.english
        == "Doubtful 2 of 2, the ground: y if none of the figure is in it; F3 C cuts")
    #expect(state.press("y").appended == ["accept"])
    #expect(state.doubtful == [state.label(at: Squares.a)])
  }

  @Test("Accepted with one key, n goes on where it was left, and undo brings it back")
  func accept() throws {
    var state = try doubting()
    state.press("n n")
    let effects = state.press("y")
    #expect(effects.appended == ["accept"])
    #expect(state.notice?.text.english == "Accepted; n: 3 more in doubt")
    #expect(effects.allSatisfy { if case .analyse = $0 { false } else { true } })
    #expect(state.isAnalysisFresh && state.doubtful.count == 3)
    state.press("n")
    #expect(selected(in: state) == "c")
    state.press("u N")
    #expect(state.doubtful.count == 4 && selected(in: state) == "a")
  }

  @Test("What a correction moves in the queue does not lead n back to where it has been")
  func goesOn() throws {
    var state = try doubting()
    state.press("n n")
    #expect(selected(in: state) == "a")
    // Corrected, it is doubted more than before.
    try state.believe([(Squares.d, 0.5), (Squares.a, 0), (Squares.c, 0.7), (Squares.b, 0.6)])
    state.press("n")
    #expect(selected(in: state) == "c")
    state.press("N N")
    #expect(selected(in: state) == "d")
    state.press("n n n")
    #expect(selected(in: state) == "b")
    state.press("n")
    #expect(selected(in: state) == "d")
  }

  @Test("Where the artist has gone by another way, n does not lead again")
  func anotherWay() throws {
    var state = try doubting()
    state.desk.focus = Squares.a
    state.press("n n n n")
    #expect(selected(in: state) == "a")
    state.press("N")
    #expect(selected(in: state) == "b")
  }

  @Test("The same key takes an acceptance back")
  func doubtAgain() throws {
    var state = try doubting()
    state.press("n y")
    #expect(state.press("y").appended == ["doubt again"])
    #expect(state.doubtful.count == 4)
  }

  @Test("All marked regions are accepted in one gesture")
  func marked() throws {
    var state = try doubting()
    state.press("n space n space n space")
    #expect(state.press("y").appended == ["accept (3)"])
    #expect(state.doubtful.count == 1)
  }

  @Test("An acceptance is of the paint that was seen: with another the region is in doubt again")
  func repainted() throws {
    var state = try doubting()
    state.desk.focus = Squares.c
    state.press("y")
    #expect(state.doubtful.count == 3)
    // A label of the reference gives the region another paint.
    let other = try #require(state.desk.project?.state.accepted[Squares.drawing]).map {
      Edit.accept(Squares.drawing, [$0.region], entry: "some other paint")
    }
    _ = state.edit(other, named: Phrase(same: "other"))
    #expect(state.doubtful.count == 4)
  }

  @Test(
    "What the artist settled is out of the queue and reads so",
    arguments: [
      ("2", Settlement.labelled), ("y", .accepted), ("f4 x f3", .unlinked), ("f4 1 f3", .pinned),
    ])
  func settled(keys: String, how: Settlement) throws {
    var state = try doubting()
    state.desk.focus = Squares.c
    state.press("s \(keys)")
    let subject = try #require(state.partsSubject)
    let facts = try #require(state.facts(parts: state.regionParts(of: subject)))
    #expect(facts.settled == how && facts.doubtful == nil && facts.confidence == nil)
    #expect(state.doubtful.count == 3)
  }

  @Test("A region painted by hand is no automatic match any more")
  func painted() throws {
    var state = try doubting()
    let name = RegionName(inside: Squares.c)
    let paint = try #require(state.analysis?.result.palette.entries.first?.name)
    _ = state.paint([name], with: paint)
    state.desk.focus = Squares.c
    #expect(state.correspondence?.standing == .painted)
    let subject = try #require(state.partsSubject)
    #expect(state.facts(parts: state.regionParts(of: subject))?.settled == .painted)
    #expect(state.doubtful.count == 3)
  }

  @Test(
    "No word belies the number: what is likely right is no doubt but large, what is likely wrong no match but tiny",
    arguments: [(0.1, "doubtful"), (0.7, "large, worth a look")])
  func words(chance: Double, word: String) throws {
    var state = try Squares.studio()
    try state.believe([(Squares.c, chance)])
    state.desk.focus = Squares.c
    #expect(state.correspondence?.standing == .doubtful)
    #expect(state.correspondence?.word.english == word)
    let subject = try #require(state.partsSubject)
    #expect(state.facts(parts: state.regionParts(of: subject))?.doubt?.english == word)
    // Whatever is not worth a look.
    state.desk.focus = Squares.d
    #expect(state.correspondence?.word.english == "automatic")
    #expect(state.facts(parts: state.regionParts(of: subject))?.doubt == nil)
  }

  @Test("A tiny region that is likely wrong is not called automatic")
  func tiny() {
    let match = Correspondence(
      label: 1, standing: .automatic, counterpart: nil, confidence: 0.33, reasons: [:],
      candidates: [])
    #expect(match.word.english == "tiny and unsure")
  }

  @Test("On the match screen a takes paint back too, and undo gives it again")
  func paintTakenBack() throws {
    var state = try doubting()
    state.desk.focus = Squares.c
    let colours = try #require(state.currentColours)
    let label = try #require(state.label(at: Squares.c))
    let other = colours.palette.entries.indices.first { $0 != colours.entries[label] }!
    let region = RegionName(inside: Squares.c)
    _ = state.paint([region], with: colours.palette.entries[other].name)
    state.press("f4")
    #expect(state.correspondence?.standing == .painted)
    #expect(state.press("a").appended == ["back to the automatic match"])
    #expect(state.correspondence?.standing == .doubtful)
    #expect(state.currentColours?.entries[label] == colours.entries[label])
    state.press("u")
    #expect(state.correspondence?.standing == .painted)
  }

  /// A studio whose reference has two paints of the part that 2 labels with.
  private func ofTwoPaints() throws -> StudioState {
    var state = try Squares.studio()
    let places = [Squares.a, Squares.c].map { RegionName(inside: $0) }
    _ = state.edit([.label(Squares.reference, places, part: "hair")], named: Phrase(same: "hair"))
    try state.answer(reduce(&state, .clock(1, wall: 0)))
    return state
  }

  @Test("A label that leaves several paints leaves the doubt, which can be accepted")
  func severalPaints() throws {
    var state = try ofTwoPaints()
    #expect(state.isAnalysisFresh)
    let label = try #require(state.label(at: Squares.d))
    try state.believe([(Squares.d, 0.5)])
    state.desk.focus = Squares.d
    state.press("s 2")
    #expect(state.part(at: Squares.d) == "hair")
    #expect(state.doubtful == [label])
    #expect(state.correspondence?.standing == .doubtful)
    let subject = try #require(state.partsSubject)
    let facts = try #require(state.facts(parts: state.regionParts(of: subject)))
    #expect(facts.settled == nil && facts.doubtful?.number == 1 && facts.part?.origin == .label)
    #expect(state.press("y").appended == ["accept"])
    #expect(state.doubtful.isEmpty && state.correspondence?.standing == .accepted)
  }

  @Test(
    "Of a part of several paints too, what is labelled by hand is the artist's: it follows no other label"
  )
  func noSpread() throws {
    var state = try ofTwoPaints()
    state.desk.focus = Squares.a
    state.press("s 2")
    let subject = try #require(state.partsSubject)
    let other = try #require(state.label(at: Squares.b))
    #expect(!state.regionsAlike([other], in: subject).contains(state.label(at: Squares.a)!))
    #expect(state.correspondences?.isLabelled(state.label(at: Squares.a)!) == true)
  }

  @Test("What is settled otherwise, or not of the drawing, cannot be accepted")
  func obstacles() throws {
    var state = try doubting()
    state.desk.focus = Squares.c
    state.press("2")
    #expect(state.press("y").appended.isEmpty)
    #expect(state.notice?.text.english == "It is settled already: labelled by hand")
    state.press("t")
    #expect(state.press("y").appended.isEmpty)
  }

  @Test("Every screen counts the same, at once")
  func counts() throws {
    var state = try doubting()
    let picture = try #require(state.drawing)
    #expect(state.chip(of: picture).signs.english == "?4/4")
    state.press("n y")
    #expect(state.chip(of: picture).signs.english == "?3/4")
    #expect(state.doubtfulCount(of: picture.id) == 3)
    state.press("n y n y n y")
    #expect(state.chip(of: picture).signs.english == "✓4")
    #expect(state.press("n").isEmpty)
    #expect(state.notice?.text.english == "No region is in doubt")
  }
}

extension StudioState {
  /// Has the matcher find some places as likely right as is said, and all others certain.
  mutating func believe(_ chances: [(place: Point, chance: Double)]) throws {
    let labels = try chances.map { (try #require(label(at: $0.place)), $0.chance) }
    desk.analyses[0] = try desk.analyses[0].believing(Dictionary(uniqueKeysWithValues: labels))
  }
}
