import Coloring
import Projects
import Raster
import Regions
import TerminalUI

// The artist's place on the match screen: the selected region on each side, and what is seen of both pictures.
extension StudioState {
  mutating func moveInMatch(_ direction: SIMD2<Double>) {
    guard let result = analysis?.result else { return }
    switch match.side {
    case .drawing:
      let next =
        region.map { result.map.next(from: $0, towards: direction, along: result.graph) }
        ?? result.map.largestOfFigure
      if let next { selectInMatch(next) }
    case .reference:
      guard let index = shownReferenceIndex else { return }
      let reference = result.references[index]
      let next =
        referenceRegion.map {
          reference.map.next(from: $0, towards: direction, along: reference.graph)
        } ?? reference.map.largestOfFigure
      if let next { place(at: next.inside) }
    }
  }

  /// Selects a region of the drawing, and moves the view of either side where what is lit is not seen.
  mutating func selectInMatch(_ region: Region) {
    let shown = shownReference
    match.reference = nil
    match.pinning = nil
    if let drawingSubject { select(region, in: drawingSubject) }
    if let counterpart = correspondence?.counterpart {
      reveal(counterpart)
    } else {
      // Nothing draws the eye elsewhere.
      match.reference = shown?.id
    }
  }

  private mutating func reveal(_ counterpart: Counterpart) {
    guard let analysis, let shownReference else { return }
    let region = analysis.result.references[counterpart.reference].map[counterpart.label]
    viewports[shownReference.id] = viewport(of: shownReference).revealing(region.inside)
  }

  mutating func place(at point: Point) {
    match.place = point
    guard let shownReference else { return }
    viewports[shownReference.id] = viewport(of: shownReference).revealing(point)
  }

  /// Gives the reference the keys, with the counterpart selected there.
  mutating func goToReference() {
    let shown = shownReference
    let counterpart = correspondence?.counterpart
    match.side = .reference
    match.reference = shown?.id
    if let counterpart, counterpart.reference == shownReferenceIndex, let analysis {
      place(at: analysis.result.references[counterpart.reference].map[counterpart.label].inside)
    } else if referenceRegion == nil {
      settleReferencePlace()
    }
  }

  /// Gives the drawing the keys; what was being chosen is given up.
  mutating func goToDrawing() {
    match.side = .drawing
    match.pinning = nil
    if correspondence?.counterpart != nil { match.reference = nil }
  }

  /// Begins to choose the counterpart of the selected region: at the one that it has, or where that is not seen, in the middle
  /// of what is. The view stays.
  mutating func choosePin() {
    guard let region else { return }
    let view = shownReference.map { ($0.id, viewport(of: $0)) }
    goToReference()
    match.pinning = RegionName(inside: region.inside)
    guard let (id, seen) = view, let place = match.place, seen.revealing(place) != seen else {
      return
    }
    viewports[id] = seen
    let middle = Point(Int(seen.center.x), Int(seen.center.y))
    guard let index = shownReferenceIndex, let map = analysis?.result.references[index].map,
      map.labels.contains(middle)
    else { return }
    match.place = middle
  }

  /// To the first of the drawing's regions that have the reference's region as their counterpart.
  mutating func goToMatched() {
    guard let analysis, let referencePlace,
      let label = correspondences?.regions(matchedTo: referencePlace).first
    else {
      tell(.warning, Phrase("No region of the drawing has it", "対応する領域はありません"))
      return
    }
    match.side = .drawing
    selectInMatch(analysis.result.map[label])
  }

  mutating func turnReference(_ step: Int) {
    let references = drawingReferences
    guard let shown = shownReference, let now = references.firstIndex(where: { $0.id == shown.id })
    else { return }
    match.reference = references[(now + step + references.count) % references.count].id
    settleReferencePlace()
  }

  /// Begins the selection in the shown reference at the best candidate there, or in the largest region.
  private mutating func settleReferencePlace() {
    guard let analysis, let index = shownReferenceIndex else { return }
    let map = analysis.result.references[index].map
    let candidate = correspondence?.candidates.first { $0.reference == index }
    match.place = (candidate.map { map[$0.label] } ?? map.largestOfFigure)?.inside
  }

  /// Changes what is seen on the side that has the keys.
  mutating func changeSide(_ change: (Viewport) -> Viewport) {
    guard let picture = match.side == .drawing ? drawing : shownReference else { return }
    viewports[picture.id] = change(viewport(of: picture))
  }

  mutating func zoomSide(by factor: Double) {
    let selected = match.side == .drawing ? region : referenceRegion
    let middle = selected.map { SIMD2(Double($0.inside.x), Double($0.inside.y)) }
    changeSide { $0.zoomed(by: factor, about: middle) }
  }
}
