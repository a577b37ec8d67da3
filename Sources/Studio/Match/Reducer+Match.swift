import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  var noOtherReference: Phrase? {
    drawingReferences.count > 1
      ? nil : Phrase("The drawing has only one reference", "参照は一つだけです")
  }

  var noCandidate: Phrase? {
    correspondence?.candidates.isEmpty ?? true
      ? Phrase("It has no candidates; arrows choose a place", "候補がありません。矢印キーで場所を選びます") : nil
  }

  var noReferenceRegion: Phrase? {
    referencePlace == nil ? Phrase("No region is selected", "領域が選ばれていません") : nil
  }

  var noDoubtfulPlace: Phrase? {
    doubtfulPlaces.isEmpty
      ? Phrase("No doubtful region is matched to this reference", "この参照に対応する要確認領域はありません") : nil
  }

  /// Why the selected region cannot be pinned.
  var pinObstacle: Phrase? {
    if let noAnalysis { return noAnalysis }
    // What is changed must be what is seen to be selected.
    if match.side == .reference && match.pinning == nil {
      return Phrase("Tab goes back to the drawing first", "Tab で線画に戻ってください")
    }
    if region == nil { return Phrase("No region is selected", "領域が選ばれていません") }
    return readOnlyObstacle
  }

  /// - Parameter number: of the candidate, from 1.
  func obstacle(toCandidate number: Int) -> Phrase? {
    if let noAnalysis { return noAnalysis }
    let count = correspondence?.candidates.count ?? 0
    if region != nil, number > count {
      return count == 0
        ? Phrase("It has no candidates; Enter chooses a place", "候補がありません。Enter で場所を選びます")
        : Phrase("It has only \(count) candidates", "候補は \(count) つだけです")
    }
    return pinObstacle
  }

  var unlinkObstacle: Phrase? {
    if let pinObstacle { return pinObstacle }
    return chosenSettlements.allSatisfy { $0 == .unlinked }
      ? Phrase("It is unlinked already; a makes it automatic", "すでに対応なしです。a で自動に戻ります") : nil
  }

  var releaseObstacle: Phrase? {
    if let pinObstacle { return pinObstacle }
    let released: Set<Settlement?> = [.pinned, .unlinked, .accepted]
    return chosenSettlements.contains(where: released.contains)
      ? nil : Phrase("It is automatic already", "すでに自動です")
  }

  var repeatObstacle: Phrase? {
    if let noAnalysis { return noAnalysis }
    return match.lastPin == nil ? Phrase("No pin yet to repeat", "まだ固定していません") : pinObstacle
  }

  var spreadObstacle: Phrase? {
    if let noAnalysis { return noAnalysis }
    return match.offer?.drawing == drawing?.id && match.offer != nil
      ? readOnlyObstacle : Phrase("No others had the same counterpart", "同じ対応だった領域はありません")
  }

  /// How each of the chosen regions was settled; nil for one that was not.
  private var chosenSettlements: [Settlement?] {
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
