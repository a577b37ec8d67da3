import DrawnStudios
import Projects
import Raster
import Regions
import Testing

@testable import Studio

/// What a reference learns from who says both what a region is and which of the reference's it is.
@Suite("What a reference learns from a drawing") struct LessonsTests {
  private let pinned = PinTarget(reference: Doll.sheet, counterpart: RegionName(inside: Doll.head))

  /// A studio whose left strand is pinned to the reference's head.
  private func pinning() throws -> StudioState {
    var state = try Doll.studio()
    _ = state.edit(
      [
        .pin(
          Doll.drawing, RegionName(inside: Doll.left), reference: Doll.sheet,
          counterpart: pinned.counterpart)
      ], named: Phrase(same: "pin"))
    return state
  }

  private func label(_ point: Point, _ part: String, of picture: PictureID = Doll.drawing) -> Edit {
    .label(picture, [RegionName(inside: point)], part: part)
  }

  /// What the journal gets.
  private func lines(_ effects: [Effect]) -> [[Edit]] {
    effects.compactMap {
      if case .append(let line) = $0, case .edits(let edits) = line.content { edits } else { nil }
    }
  }

  @Test("A label of a pinned region labels its place too, in one gesture that undoes as one")
  func labelled() throws {
    var state = try pinning()
    state.desk.focus = Doll.left
    let edits = try #require(lines(state.press("f3 2")).first)
    #expect(edits.suffix(1) == [label(Doll.head, "hair", of: Doll.sheet)] && edits.count == 2)
    state.press("u")
    #expect(state.desk.project?.state.labels.values.allSatisfy(\.isEmpty) == true)
    #expect(state.desk.project?.state.pins[Doll.drawing]?.count == 1)
  }

  @Test("A pin of a labelled region labels the place")
  func pinnedLater() throws {
    var state = try Doll.studio()
    _ = state.edit([label(Doll.left, "hair")], named: Phrase(same: "label"))
    state.desk.focus = Doll.left
    let edits = try #require(lines(state.press("1")).first)
    let place = try #require(state.match.lastPin)
    #expect(edits.last == .label(Doll.sheet, [place.counterpart], part: "hair"))
  }

  @Test("A place that is labelled already learns nothing")
  func known() throws {
    var state = try pinning()
    // By another pixel of the same region.
    let near = Point(Doll.head.x + 4, Doll.head.y + 4)
    _ = state.edit([label(near, "skin", of: Doll.sheet)], named: Phrase(same: "label"))
    #expect(state.lessons(of: "hair", for: [RegionName(inside: Doll.left)]) == [])
  }

  @Test("A label taken away, the ground, and regions that are not pinned teach nothing")
  func nothing() throws {
    let state = try pinning()
    let left = RegionName(inside: Doll.left)
    #expect(state.lessons(of: nil, for: [left]) == [])
    #expect(state.lessons(of: "background", for: [left]) == [])
    #expect(state.lessons(of: "hair", for: [RegionName(inside: Doll.right)]) == [])
  }

  @Test("Several regions at one place teach it once, and of several parts nothing")
  func several() throws {
    var state = try pinning()
    let names = [Doll.left, Doll.right].map { RegionName(inside: $0) }
    _ = state.edit(
      [
        .pin(
          Doll.drawing, names[1], reference: Doll.sheet, counterpart: pinned.counterpart)
      ], named: Phrase(same: "pin"))
    #expect(state.lessons(of: "hair", for: names).count == 1)
    _ = state.edit(
      [label(Doll.left, "hair"), label(Doll.right, "hair")], named: Phrase(same: "label"))
    #expect(state.lessons(of: names, for: pinned).count == 1)
    _ = state.edit([label(Doll.right, "skin")], named: Phrase(same: "label"))
    #expect(state.lessons(of: names, for: pinned) == [])
  }

  @Test("A reference that the drawing is not matched with learns nothing")
  func elsewhere() throws {
    var state = try pinning()
    _ = state.edit([label(Doll.left, "hair")], named: Phrase(same: "label"))
    let place = PinTarget(reference: Doll.other, counterpart: pinned.counterpart)
    #expect(state.lessons(of: [RegionName(inside: Doll.left)], for: place) == [])
  }
}
