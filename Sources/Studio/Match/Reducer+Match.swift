import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  /// The settlement of each chosen region; nil for one that was not settled.
  var chosenSettlements: [Settlement?] {
    let settled = analysis.map { settlements(in: $0) } ?? [:]
    return chosenLabels.map { settled[$0] }
  }

  mutating func zoomMatch(by factor: Double) {
    zoomSide(by: factor)
    showZoom(of: match.side == .drawing ? drawing : shownReference)
  }

  mutating func fitMatch() {
    for picture in [drawing, shownReference] { if let picture { viewports[picture.id] = nil } }
    match.closerLook = nil
  }

  mutating func tintMatch(more: Bool) {
    match.opacity = stepped(match.opacity, up: more)
    show(opacity: match.opacity)
  }

  /// A click on the match screen: selects on either side; where a place is being chosen, pins there.
  mutating func clickMatch(_ canvas: CanvasName, at pixel: Point) -> [Effect] {
    guard let analysis else { return [] }
    switch canvas {
    case .drawing, .result:
      guard analysis.result.map.labels.contains(pixel) else { return [] }
      if let drawingSubject { _ = dropMarks(in: drawingSubject) }
      goToDrawing()
      selectInMatch(analysis.result.map[analysis.result.map.labels[pixel]])
    case .reference:
      guard let index = shownReferenceIndex,
        analysis.result.references[index].map.labels.contains(pixel)
      else { return [] }
      if match.pinning == nil { goToReference() }
      match.place = pixel
      if match.pinning != nil { return pinHere() }
    }
    return []
  }
}
