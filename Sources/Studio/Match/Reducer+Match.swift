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

  /// A click on the match screen: on the drawing selects a region, on the reference then pins it there. Where the reference
  /// has the keys, or nothing is selected, it selects on either side. Beside a picture it gives that side the keys and does nothing
  /// else. What is seen of the pictures stays.
  mutating func clickMatch(_ canvas: CanvasName, at pixel: Point) -> [Effect] {
    guard let analysis else { return [] }
    switch canvas {
    case .drawing, .result:
      guard let drawingSubject else { return [] }
      guard analysis.result.map.labels.contains(pixel) else { return clickBeside(canvas) }
      _ = dropMarks(in: drawingSubject)
      match.side = .drawing
      match.pinning = nil
      setFocus(pixel, in: drawingSubject)
    case .reference:
      guard let index = shownReferenceIndex else { return [] }
      guard analysis.result.references[index].map.labels.contains(pixel) else {
        return clickBeside(canvas)
      }
      if match.pinning != nil {
        match.place = pixel
        return pinHere()
      }
      if match.side == .drawing, let region { return pin(region, at: pixel) }
      if match.side == .drawing { goToReference() }
      match.place = pixel
    }
    return []
  }

  /// Gives the keys to the side that was clicked beside its picture; while a counterpart is being chosen they stay.
  private mutating func clickBeside(_ canvas: CanvasName) -> [Effect] {
    if match.pinning != nil { return [] }
    let seen = viewports
    switch (canvas, match.side) {
    case (.reference, .drawing): goToReference()
    case (.drawing, .reference), (.result, .reference): goToDrawing()
    default: break
    }
    viewports = seen
    return []
  }

  /// Pins the chosen regions to a place that was clicked in the reference.
  private mutating func pin(_ region: Region, at pixel: Point) -> [Effect] {
    if let pinObstacle {
      tell(.warning, pinObstacle)
      return []
    }
    if region.isBackground, markedLabels.isEmpty {
      tell(
        .warning,
        Phrase(
          "The ground is selected: click a region of the figure first, then its place here",
          "背景が選ばれています。先に人物の領域を、次に色見本の場所をクリックしてください"))
      return []
    }
    let turnedTo = match.reference
    match.place = pixel
    match.pinning = RegionName(inside: region.inside)
    defer { match.reference = turnedTo }
    return pinHere()
  }
}
