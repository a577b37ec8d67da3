import DrawnStudios
import Projects
import Raster
import Regions
import Testing

@testable import Studio

@Suite("Several regions at once on the match screen")
struct MatchMarksTests {
  private func marked(_ keys: String, from point: Point = Doll.left) throws -> StudioState {
    var state = try Doll.studio()
    state.desk.focus = point
    state.press(keys)
    return state
  }

  @Test("Marked regions are pinned to one place by one gesture, and undo takes back all")
  func pin() throws {
    var state = try marked("space")
    state.desk.focus = Doll.right
    state.press("space enter")
    state.match.place = Doll.body
    #expect(state.press("enter").appended.count == 1)
    for point in [Doll.left, Doll.right] {
      #expect(state.standing(at: point) == .pinned)
      #expect(state.reference(state.counterpart(at: point)) == state.reference(Doll.body))
    }
    #expect(state.notice?.text.english.hasPrefix("2 regions pinned to") == true)
    state.press("u")
    #expect(state.standing(at: Doll.left) == .automatic)
    #expect(state.standing(at: Doll.right) == .automatic)
  }

  @Test("A digit pins all of them to the candidate of the selected one")
  func digit() throws {
    var state = try marked("space l space l space")
    let labels = state.markedLabels
    #expect(labels.count == 3)
    let candidate = try #require(state.correspondence?.candidates[1].counterpart)
    #expect(state.press("2").appended.count == 1)
    #expect(labels.allSatisfy { state.correspondences?[$0].counterpart == candidate })
  }

  @Test("x unlinks all of them, a brings all back: a line each")
  func unlink() throws {
    var state = try marked("v l l v")
    #expect(state.markedLabels.count == 3)
    #expect(state.press("x").appended == ["unlink 3 regions"])
    for point in [Doll.left, Doll.head, Doll.right] {
      #expect(state.standing(at: point) == .unlinked)
    }
    #expect(state.press("a").appended == ["3 regions back to the automatic match"])
    #expect(state.standing(at: Doll.head) == .automatic)
    #expect(state.press("a").appended.isEmpty)
    #expect(state.notice?.text.english == "It is automatic already")
  }

  @Test("All that look alike are marked by one key")
  func alike() throws {
    let state = try marked("*")
    let labels = Set(state.markedLabels)
    #expect(labels.isSuperset(of: [state.label(at: Doll.left)!, state.label(at: Doll.right)!]))
    #expect(!labels.contains(state.label(at: Doll.body)!))
  }

  @Test("Marks that were used go with the next move; others stay until q")
  func spent() throws {
    var state = try marked("space l space x")
    #expect(state.markedLabels.count == 2)
    state.press("j")
    #expect(state.markedLabels.isEmpty)
    state.press("space q")
    #expect(state.markedLabels.isEmpty && state.screen == .match)
  }

  @Test("Marks hold on the screen of parts, and its marks here")
  func shared() throws {
    var state = try marked("space f3")
    #expect(state.markedLabels == [state.label(at: Doll.left)!])
    state.press("f4")
    #expect(state.markedLabels == [state.label(at: Doll.left)!])
  }

  @Test("From the reference nothing is marked")
  func otherSide() throws {
    let state = try marked("tab space")
    #expect(state.markedLabels.isEmpty)
    #expect(state.notice?.text.english == "Tab goes back to the drawing first")
  }
}
