import Coloring
import DrawnStudios
import Foundation
import Projects
import Raster
import Testing

@testable import Studio

@Suite("Where the artist was") struct PlaceTests {
  /// The studio started again with what it remembered.
  private func restarted(_ state: StudioState) throws -> StudioState {
    var next = studio(drawings: [])
    next.places = state.preferences.places ?? []
    _ = reduce(&next, .projectOpened(try #require(state.desk.project)))
    return next
  }

  @Test("Screen, drawing and ground are there again")
  func restart() throws {
    var state = studio()
    state.press("j f5")
    state.result.background = .colour(.white)
    let next = try restarted(state)
    #expect(next.screen == .result)
    #expect(next.drawing?.id == "cut 02")
    #expect(next.result.background == .colour(.white))
  }

  @Test(
    "Screens are known by the names they had before",
    arguments: [
      ("pictures", Screen.pictures), ("browse", .pictures), ("masks", .parts),
      ("render", .result),
      ("renders", .renders), ("some later one", .pictures),
    ])
  func formerNames(name: String, screen: Screen) throws {
    let stored = Data("[\"\(name)\"]".utf8)
    #expect(try JSONDecoder().decode([Screen].self, from: stored) == [screen])
  }

  @Test("A drawing that is gone is not looked for")
  func gone() throws {
    var state = studio()
    state.press("j f3")
    state.places = state.preferences.places ?? []
    var project = try #require(state.desk.project)
    _ = project.history.record([.remove(["cut 02"])], title: "remove", time: 0)
    _ = reduce(&state, .projectOpened(project))
    #expect(state.screen == .pictures)
    #expect(state.drawing?.id == "cut 01")
  }

  @Test("Every project has a place of its own, the last one first, and old ones are forgotten")
  func projects() throws {
    var state = studio()
    for number in 1...30 {
      state.places = state.preferences.places ?? []
      var project = try #require(state.desk.project)
      project.path = "\(number).nurie"
      _ = reduce(&state, .projectOpened(project))
    }
    let places = try #require(state.preferences.places)
    #expect(places.count == 20)
    #expect(state.preferences.project == "30.nurie")
    #expect(Set(places.map(\.path)).count == 20)
  }
}
