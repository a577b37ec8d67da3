import Coloring
import Projects
import Raster
import Regions
import TerminalUI

// Pictures are seen whole until the artist zooms, or asks to be led somewhere: to a doubtful region, or from a region of
// another screen to its match. Then both sides show it as near as it can be judged, and `q` goes back to where the artist
// was.

/// The place that is gone back to.
struct CloserLook: Sendable {
  let drawing: PictureID
  /// The screen that the artist came from.
  let screen: Screen
  /// The match screen's state then.
  let views: [PictureID: Viewport]
}

extension StudioState {
  /// From the screen of parts to the selected region's match.
  mutating func visitMatch() {
    guard let subject = partsSubject, let region = partsRegion else { return }
    match.closerLook = nil
    screen = .match
    rememberView(from: .parts)
    if subject.reference == nil {
      goToDrawing()
      selectInMatch(region)
    } else {
      match.side = .reference
      match.pinning = nil
      match.reference = subject.picture.id
      match.place = region.inside
    }
    lookCloser()
  }

  /// Goes through the doubtful regions, those worth most first.
  mutating func moveToDoubtfulMatch(_ step: Int) {
    let list = doubtful
    guard let next = followDoubt(step), let index = list.firstIndex(of: next.label) else { return }
    goToDrawing()
    rememberView(from: .match)
    selectInMatch(next)
    lookCloser()
    tell(.done, words(at: next, inQueue: index, of: list.count))
  }

  /// The regions of the shown reference that doubtful ones of the drawing are matched to, in reading order.
  ///
  /// - Complexity: O(doubtful + what was decided by hand).
  public var doubtfulPlaces: [UInt16] {
    guard let correspondences, let index = shownReferenceIndex,
      let map = analysis?.result.references[index].map
    else { return [] }
    let matched = doubtful.compactMap { correspondences.counterpart(of: $0) }
      .filter { $0.reference == index }.map(\.label)
    return Set(matched).sorted {
      let (a, b) = (map[$0].inside, map[$1].inside)
      return (a.y, a.x) < (b.y, b.x)
    }
  }

  /// Goes through `doubtfulPlaces`, staying in the reference.
  mutating func moveToDoubtfulPlace(_ step: Int) {
    guard let analysis, let index = shownReferenceIndex else { return }
    let map = analysis.result.references[index].map
    let list = doubtfulPlaces
    guard let label = map.next(in: list, from: referenceRegion, step),
      let place = list.firstIndex(of: label)
    else { return }
    rememberView(from: .match)
    self.place(at: map[label].inside)
    lookCloser()
    tell(
      .done,
      Phrase(
        "Place \(place + 1) of \(list.count) that doubtful regions are matched to",
        "要確認領域の対応先 \(place + 1)/\(list.count)"))
  }

  /// Goes through the candidates of the region that is being pinned, in whichever reference they are.
  mutating func moveToCandidate(_ step: Int) {
    guard let analysis, let candidates = correspondence?.candidates, !candidates.isEmpty else {
      return
    }
    let now = candidates.firstIndex { $0.counterpart == referencePlace }
    let next =
      now.map { ($0 + step + candidates.count) % candidates.count }
      ?? (step > 0 ? 0 : candidates.count - 1)
    let candidate = candidates[next].counterpart
    match.reference = analysis.order.references[candidate.reference]
    place(at: analysis.result.references[candidate.reference].map[candidate.label].inside)
  }

  /// One level up on the match screen: from the reference, from marks, from a closer look.
  ///
  /// - Returns: false where there is nothing to go back from.
  mutating func stepBackInMatch() -> Bool {
    guard screen == .match else { return false }
    if let drawingSubject, dropMarks(in: drawingSubject) { return true }
    if let look = match.closerLook {
      match.closerLook = nil
      if look.drawing == drawing?.id, look.screen != screen || look.views != viewports {
        viewports = look.views
        goToDrawing()
        screen = look.screen
        return true
      }
    }
    guard match.side == .reference else { return false }
    goToDrawing()
    return true
  }

  /// Takes note of where the artist is, unless that is a closer look already.
  private mutating func rememberView(from screen: Screen) {
    guard let drawing, match.closerLook?.drawing != drawing.id else { return }
    match.closerLook = CloserLook(drawing: drawing.id, screen: screen, views: viewports)
  }

  /// Shows what is selected, and what it is matched to, as near as either can be judged.
  private mutating func lookCloser() {
    guard let analysis, let drawing else { return }
    let place: Counterpart?
    if match.side == .drawing {
      if let region { show(region, of: drawing, in: analysis.result.map) }
      place = correspondence?.counterpart
    } else {
      place = referencePlace
      let matched = place.flatMap { correspondences?.regions(matchedTo: $0) } ?? []
      let boxes = matched.map { analysis.result.map[$0].surroundings(in: analysis.result.map) }
      if let first = boxes.first {
        viewports[drawing.id] = viewport(of: drawing)
          .zoomed(to: boxes.dropFirst().reduce(first) { $0.union($1) })
      }
    }
    if let place, place.reference == shownReferenceIndex, let shownReference {
      let map = analysis.result.references[place.reference].map
      show(map[place.label], of: shownReference, in: map)
    } else if place == nil {
      showCandidates()
    }
  }

  /// Shows the places in the reference that a region without a counterpart could have: those half as likely as the
  /// likeliest, and better.
  private mutating func showCandidates() {
    guard let analysis, let shownReference, let index = shownReferenceIndex else { return }
    let map = analysis.result.references[index].map
    let candidates = (correspondence?.candidates ?? []).filter { $0.reference == index }
    let boxes = candidates.filter { $0.score >= candidates[0].score / 2 }
      .map { map[$0.label].surroundings(in: map) }
    guard let first = boxes.first else { return }
    viewports[shownReference.id] = viewport(of: shownReference)
      .zoomed(to: boxes.dropFirst().reduce(first) { $0.union($1) })
  }

  private mutating func show(_ region: Region, of picture: Picture, in map: RegionMap) {
    viewports[picture.id] = viewport(of: picture).zoomed(
      to: region.surroundings(in: map), margin: 1)
  }
}

extension RegionMap {
  /// The next of some regions in reading order, after the last the first again.
  ///
  /// - Parameter list: in reading order.
  fileprivate func next(in list: [UInt16], from region: Region?, _ step: Int) -> UInt16? {
    guard let here = region.map({ ($0.inside.y, $0.inside.x) }) else {
      return step > 0 ? list.first : list.last
    }
    func place(_ label: UInt16) -> (Int, Int) { (self[label].inside.y, self[label].inside.x) }
    return step > 0
      ? list.first { place($0) > here } ?? list.first : list.last { place($0) < here } ?? list.last
  }
}
