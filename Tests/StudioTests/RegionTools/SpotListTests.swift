import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("The list of unpainted and tiny regions")
struct SpotListTests {
  /// A coat with a button as small as a letter on its left side.
  static let buttoned = [
    "........................",
    "..####################..",
    "..#..................#..",
    "..#..................#..",
    "..#....###...........#..",
    "..#....#.#...........#..",
    "..#....###...........#..",
    "..#..................#..",
    "..#..................#..",
    "..#..................#..",
    "..####################..",
    "........................",
  ]

  @Test("A region of a few pixels is listed, selected and zoomed to")
  func lists() throws {
    var studio = try DrawnStudio(Self.buttoned)
    let button = DrawnStudio.pixel(8, 5)
    try studio.press("O")
    #expect(studio.state.contexts.first == .spots)
    let map = try #require(studio.state.analysis?.result.map)
    let spots = studio.state.spots
    #expect(spots.contains { map.labels[$0.inside] == map.labels[button] })
    #expect(studio.state.viewports["line"]?.showsWholePicture == false)
  }

  @Test("All that are marked are filled as one edit, and undone as one")
  func fills() throws {
    var studio = try DrawnStudio(Self.buttoned)
    try studio.press("O")
    let before = studio.state.spots
    // Mark those that are not in doubt too.
    for spot in before where spot.entry != nil && studio.state.spotList?.fills(spot) == false {
      studio.state.spotList?.decisions[spot.inside] = true
    }
    let fillable = before.filter { $0.entry != nil }.count
    #expect(fillable > 0)
    let effects = try studio.press("F")
    #expect(effects.appended == ["fill \(fillable) spot\(fillable == 1 ? "" : "s")"])
    #expect(studio.state.spots.count == before.count - fillable)
    #expect(studio.state.notice?.text.english.contains("filled") == true)
    try studio.press("u")
    #expect(studio.state.spots == before)
  }

  @Test("Space leaves a spot out; with none marked there is nothing to fill")
  func marks() throws {
    var studio = try DrawnStudio(Self.buttoned)
    try studio.press("O")
    let spots = studio.state.spots
    for spot in spots { studio.state.spotList?.decisions[spot.inside] = false }
    #expect(try studio.press("F").appended.isEmpty)
    #expect(studio.state.notice?.text.english == "None is marked; Space marks")
    try studio.press("g space")
    #expect(studio.state.spotList?.decisions[spots[0].inside] == true)
  }

  @Test("Enter opens the region on the screen of the parts, where it is seen")
  func opens() throws {
    var studio = try DrawnStudio(Self.buttoned)
    try studio.press("O")
    let inside = studio.state.spots[0].inside
    try studio.press("enter")
    #expect(studio.state.contexts.first == .parts)
    #expect(studio.state.desk.focus == inside)
    #expect(studio.state.viewports["line"]?.showsWholePicture == false)
  }

  @Test("A drawing without any says so")
  func none() throws {
    var studio = try DrawnStudio(CuttingTests.plain)
    try studio.press("O")
    #expect(studio.state.contexts.first == .parts)
    #expect(studio.state.notice?.text.english == "Nothing is unpainted or tiny")
  }

  @Test(
    "A tiny region of another part than its neighbour is not filled unasked, and its part is told")
  func anotherPart() throws {
    var studio = try DrawnStudio(Self.buttoned)
    let button = DrawnStudio.pixel(8, 5)
    studio.state.desk.focus = button
    try studio.press("4")
    studio.state.desk.focus = DrawnStudio.pixel(12, 8)
    try studio.press("2 O")
    let map = try #require(studio.state.analysis?.result.map)
    let spot = try #require(
      studio.state.spots.first { map.labels[$0.inside] == map.labels[button] })
    #expect(spot.part == "eye-white")
    #expect(spot.isOfAnotherPart)
    #expect(studio.state.spotList?.fills(spot) == false)
  }

  @Test("What would keep its paint is not among those to fill")
  func unchanged() throws {
    var studio = try DrawnStudio(Self.buttoned)
    try studio.press("O")
    let spot = try #require(studio.state.spots.first)
    #expect(spot.changes)
    // The coat gets the button's colour, so that there is no other to fill the button with.
    let palette = try #require(studio.state.analysis?.result.palette)
    let name = palette.entries[try #require(spot.current)].name
    try studio.press("esc")
    let coat = RegionName(inside: DrawnStudio.pixel(12, 8))
    _ = studio.state.edit([.colour("line", [coat], entry: name)], named: Phrase(same: "paint"))
    try studio.act(.clock(1, wall: 1))
    try studio.press("O")
    let kept = studio.state.spots.filter { $0.entry != nil && $0.entry == $0.current }
    #expect(kept.map(\.inside) == [spot.inside])
    for spot in kept {
      #expect(studio.state.spotList?.fills(spot) == false)
    }
    let filled = studio.state.spots.count { studio.state.spotList?.fills($0) == true }
    #expect(studio.state.spotsToFill == filled)
  }

  @Test("After filling, what is selected in the list is what is selected in the drawing")
  func selectionFollows() throws {
    var rows = Self.buttoned
    for row in 4...6 { rows[row] = String(rows[row].prefix(14)) + "###" + rows[row].dropFirst(17) }
    rows[5] = String(rows[5].prefix(14)) + "#.#" + rows[5].dropFirst(17)
    var studio = try DrawnStudio(rows)
    try studio.press("O")
    let spots = studio.state.spots
    #expect(spots.count == 2)
    for spot in spots { studio.state.spotList?.decisions[spot.inside] = spot == spots[0] }
    try studio.press("F")
    let list = try #require(studio.state.spotList)
    let index = try #require(list.index(in: studio.state.spots))
    #expect(list.selected == studio.state.spots[index].inside)
    #expect(studio.state.desk.focus == list.selected)
  }
}
