import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("The list of gaps")
struct GapListTests {
  @Test("It lists what was closed, and zooms to the selected one")
  func lists() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    #expect(studio.state.contexts.first == .gaps)
    let gaps = studio.state.gaps
    #expect(gaps.count == 1)
    #expect(gaps[0].isClosed && !gaps[0].isByHand)
    #expect(studio.state.viewports["line"]?.showsWholePicture == false)
    try studio.press("q")
    #expect(studio.state.contexts.first == .parts)
    #expect(studio.state.viewports["line"]?.showsWholePicture == true)
  }

  @Test("A rejected closing shows at once, stays in the list, and is accepted again")
  func toggles() throws {
    var studio = try DrawnStudio()
    let regions = studio.state.analysis?.result.map.regions.count
    let effects = try studio.press("o space")
    #expect(effects.appended.count == 1)
    #expect(studio.state.gaps.map(\.isClosed) == [false])
    #expect(studio.state.analysis?.result.map.regions.count == regions! - 1)
    #expect(studio.state.gapList?.index(in: studio.state.gaps) == 0)
    try studio.press("enter")
    #expect(studio.state.gaps.map(\.isClosed) == [true])
    #expect(studio.state.analysis?.result.map.regions.count == regions)
    #expect(studio.state.desk.project?.state.regionEdits["line"]?.isEmpty == true)
    try studio.press("u")
    #expect(studio.state.gaps.map(\.isClosed) == [false])
  }

  @Test("What is accepted again stays in its place until the engine has closed it")
  func awaited() throws {
    var studio = try DrawnStudio()
    try studio.press("o space")
    let selected = studio.state.gapList?.selected
    _ = reduce(&studio.state, .key(Key("enter")!))
    #expect(!studio.state.isAnalysisFresh)
    #expect(studio.state.gaps.map(\.closing) == [selected])
    #expect(studio.state.gaps.map(\.isClosed) == [true])
  }

  @Test("Pieces of borders that nobody drew are told from gaps")
  func learned() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let result = try #require(studio.state.analysis?.result)
    let (lines, map) = (result.lineArt, result.map)
    func gaps(_ learned: [Closing], _ edits: RegionEdits = RegionEdits()) -> [Gap] {
      Gap.list(
        in: RegionMap(
          labels: map.labels, regions: map.regions, closings: map.closings, learned: learned),
        of: lines, madeWith: RegionEdits(), now: edits)
    }
    #expect(gaps([]).map(\.isLearned) == [false])
    #expect(gaps(map.closings).map(\.isLearned) == [true])
    let rejected = gaps(map.closings, RegionEdits(opened: map.closings))
    #expect(rejected.map(\.isLearned) == [true] && rejected.map(\.isClosed) == [false])
  }

  @Test("A gap is as long as it is open: no longer than the limit that closes it")
  func lengths() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let gap = try #require(studio.state.gaps.first)
    // Two letters between the strokes.
    #expect(abs(gap.length - Double(2 * DrawnStudio.scale)) <= 1)
    #expect(gap.length <= studio.state.gapLimit!.pixels)
  }

  @Test("The limit moves at once; the journal gets one line a pause")
  func limit() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let own = try #require(studio.state.gapLimit)
    #expect(own.isOwn)
    #expect(try studio.press("- - -").appended.isEmpty)
    #expect(studio.state.gapLimit?.isOwn == false)
    #expect(studio.state.gapLimit!.pixels < own.pixels)
    #expect(try studio.wait(GapList.pause - 1).appended.isEmpty)
    #expect(studio.state.nextChange == studio.state.now + 1)
    #expect(try studio.wait(1).appended.count == 1)
    #expect(studio.state.desk.project?.state.gaps["line"] == studio.state.gapLimit?.pixels)
    #expect(try studio.wait(1000).appended.isEmpty)
    try studio.press("r")
    #expect(studio.state.gapLimit?.isOwn == true)
  }

  @Test(
    "Leaving, quitting, another screen or undo do not lose a limit that is still moving",
    arguments: ["q", "Q", "f5", "u"])
  func limitIsKept(key: String) throws {
    var studio = try DrawnStudio()
    try studio.press("o -")
    let titles = try studio.press(key).appended
    #expect(titles.first?.hasPrefix("close gaps up to") == true)
    #expect(titles.count == (key == "u" ? 2 : 1))
  }

  @Test("The gaps at a moving limit are shown before the drawing is coloured with it")
  func trial() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let steps = Int(studio.state.gapLimit!.pixels.rounded(.up))
    let effects = try studio.press(Array(repeating: "-", count: steps).joined(separator: " "))
    #expect(studio.state.gapLimit?.pixels == 0)
    #expect(effects.contains { if case .divide = $0 { true } else { false } })
    #expect(studio.state.gaps.isEmpty)
    #expect(studio.state.division?.isFresh == true)
    #expect(studio.state.gapList?.before?.closings == 1)
    #expect(studio.state.analysis?.result.map.closings.count == 1)
    try studio.press("-")
    #expect(studio.state.notice?.text.english == "No gap is closed at 0 px already")
    try studio.wait(GapList.pause)
    #expect(studio.state.analysis?.result.map.closings.isEmpty == true)
  }

  @Test("A stray key of the screen below changes nothing, and says why", arguments: ["h", "n"])
  func strayKeys(key: String) throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let focus = studio.state.desk.focus
    #expect(try studio.press(key).appended.isEmpty)
    #expect(studio.state.desk.focus == focus)
    #expect(studio.state.notice?.text.english == "Leave the list of gaps first: q")
  }

  @Test("Zooming works in the list too")
  func looking() throws {
    var studio = try DrawnStudio()
    try studio.press("o f")
    #expect(studio.state.viewports["line"]?.showsWholePicture == true)
  }

  @Test("A click takes the nearest gap; on the selected one it decides")
  func mouse() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    try studio.act(.pointer(Pointer(.press(.left), on: .toolItem(0))))
    #expect(studio.state.gaps.map(\.isClosed) == [false])
    let place = Target.canvas(.drawing, studio.state.gaps[0].closing.middle)
    try studio.act(.pointer(Pointer(.press(.left), on: place)))
    try studio.act(.pointer(Pointer(.release(.left), on: place)))
    #expect(studio.state.gaps.map(\.isClosed) == [true])
  }

  @Test("A rejected gap that the drawing has no more is listed as such")
  func orphan() throws {
    var studio = try DrawnStudio()
    try studio.press("o space")
    let steps = Int(studio.state.gapLimit!.pixels.rounded(.up))
    try studio.press(Array(repeating: "-", count: steps).joined(separator: " "))
    #expect(studio.state.gaps.map(\.isFound) == [false])
  }

  @Test("The letter that renders all drawings on the screen below does nothing in the list")
  func rendersNothing() throws {
    var studio = try DrawnStudio()
    #expect(try studio.press("o A").appended.isEmpty)
    #expect(studio.state.renders.queue.waiting.isEmpty)
    #expect(studio.state.notice?.text.english == "Leave the list of gaps first: q")
    try studio.press("space")
    #expect(studio.state.notice == nil, "it is done with when the artist goes on")
  }

  @Test("The slider follows the mouse")
  func slider() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    try studio.act(.pointer(Pointer(.press(.left), on: .slider(.gapLimit, 0))))
    #expect(studio.state.gapLimit?.pixels == 0)
    try studio.act(.pointer(Pointer(.drag(.left), on: .slider(.gapLimit, 1))))
    #expect(studio.state.gapLimit?.pixels == studio.state.widestGap.rounded())
    try studio.act(.pointer(Pointer(.release(.left), on: .slider(.gapLimit, 1))))
    #expect(try studio.wait(GapList.pause).appended.count == 1)
  }

  @Test("A gap is told with the parts on its sides, where they are known")
  func parts() throws {
    var studio = try DrawnStudio()
    studio.state.desk.focus = DrawnStudio.pixel(4, 5)
    try studio.press("2")
    studio.state.desk.focus = DrawnStudio.pixel(12, 5)
    try studio.press("3 o")
    let gap = try #require(studio.state.gaps.first)
    #expect(Set(studio.state.parts(beside: gap)) == ["hair", "skin"])
  }
}

@Suite("Deciding about many gaps")
struct ManyGapsTests {
  @Test("Everything longer is rejected in one line, and accepted in one")
  func longer() throws {
    var rows = DrawnStudio.coat
    // A second, shorter gap in the right side.
    rows[8] = "..#......#.........."
    var studio = try DrawnStudio(rows)
    try studio.press("o")
    let gaps = studio.state.gaps
    #expect(gaps.count == 2)
    #expect(gaps[0].length > gaps[1].length)
    try studio.press(">")
    #expect(studio.state.gaps.map(\.isClosed) == [true, true])
    #expect(studio.state.notice?.text.english == "No closing is longer than this one")
    #expect(try studio.press("G >").appended == ["leave 1 gap open"])
    #expect(studio.state.gaps.map(\.isClosed) == [false, true])
    #expect(try studio.press("<").appended == ["close 1 gap"])
    #expect(studio.state.gaps.map(\.isClosed) == [true, true])
  }
}
