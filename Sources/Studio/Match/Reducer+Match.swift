import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  func obstacle(to command: MatchCommand) -> Phrase? {
    if drawing == nil { return Phrase("No drawing is selected", "線画が選ばれていません") }
    switch command {
    case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown, .tint, .moreColour,
      .lessColour:
      return nil
    case .nextReference, .previousReference:
      return drawingReferences.count > 1
        ? nil : Phrase("The drawing has only one reference", "参照は一つだけです")
    default: break
    }
    if analysis == nil { return analysisObstacle }
    if let candidate = command.candidate {
      let count = correspondence?.candidates.count ?? 0
      if region != nil, candidate > count {
        return count == 0
          ? Phrase("It has no candidates; Enter chooses a place", "候補がありません。Enter で場所を選びます")
          : Phrase("It has only \(count) candidates", "候補は \(count) つだけです")
      }
      return pinObstacle
    }
    switch command {
    case .nextDoubtful, .previousDoubtful:
      return doubtful.isEmpty
        ? Phrase("No region is in doubt", "要確認の領域はありません") : nil
    case .accept: return pinObstacle ?? obstacle(toAccepting: chosenLabels)
    case .choose: return pinObstacle
    case .unlink:
      if let pinObstacle { return pinObstacle }
      return chosenSettlements.allSatisfy { $0 == .unlinked }
        ? Phrase("It is unlinked already; a makes it automatic", "すでに対応なしです。a で自動に戻ります") : nil
    case .release:
      if let pinObstacle { return pinObstacle }
      let released: Set<Settlement?> = [.pinned, .unlinked, .accepted]
      if !chosenSettlements.contains(where: released.contains) {
        return Phrase("It is automatic already", "すでに自動です")
      }
      return nil
    case .repeatPin:
      return match.lastPin == nil
        ? Phrase("No pin yet to repeat", "まだ固定していません") : pinObstacle
    case .spread:
      return match.offer?.drawing == drawing?.id && match.offer != nil
        ? readOnlyObstacle
        : Phrase("No others had the same counterpart", "同じ対応だった領域はありません")
    default: return nil
    }
  }

  /// How each of the chosen regions was settled; nil for one that was not.
  private var chosenSettlements: [Settlement?] {
    let settled = analysis.map { settlements(in: $0) } ?? [:]
    return chosenLabels.map { settled[$0] }
  }

  func obstacle(to command: PinningCommand) -> Phrase? {
    switch command {
    case .pin:
      referenceRegion == nil
        ? Phrase("Move to a region of the reference first", "参照の領域を選んでください") : nil
    case .nextCandidate, .previousCandidate:
      correspondence?.candidates.isEmpty ?? true
        ? Phrase("It has no candidates; arrows choose a place", "候補がありません。矢印キーで場所を選びます") : nil
    case .giveUp: nil
    }
  }

  private var pinObstacle: Phrase? {
    // What is changed must be what is seen to be selected.
    if match.side == .reference && match.pinning == nil {
      return Phrase("Tab goes back to the drawing first", "Tab で線画に戻ってください")
    }
    if region == nil { return Phrase("No region is selected", "領域が選ばれていません") }
    return readOnlyObstacle
  }

  mutating func perform(_ command: MatchCommand) -> [Effect] {
    if let candidate = command.candidate { return pinToCandidate(candidate) }
    switch command {
    case .left: moveInMatch(SIMD2(-1, 0))
    case .right: moveInMatch(SIMD2(1, 0))
    case .up: moveInMatch(SIMD2(0, -1))
    case .down: moveInMatch(SIMD2(0, 1))
    case .otherSide: goToReference()
    case .nextDoubtful: moveToDoubtfulMatch(1)
    case .previousDoubtful: moveToDoubtfulMatch(-1)
    case .accept: return accept(chosenLabels)
    case .choose: choosePin()
    case .unlink: return unlink()
    case .release: return release()
    case .repeatPin: return repeatPin()
    case .spread: return spreadPin()
    case .nextReference: turnReference(1)
    case .previousReference: turnReference(-1)
    case .zoomIn, .zoomOut:
      zoomSide(by: command == .zoomIn ? 1.5 : 1 / 1.5)
      showZoom(of: match.side == .drawing ? drawing : shownReference)
    case .fit:
      for picture in [drawing, shownReference] { if let picture { viewports[picture.id] = nil } }
      match.closerLook = nil
    case .panLeft: changeSide { $0.panned(by: SIMD2(-0.25, 0)) }
    case .panRight: changeSide { $0.panned(by: SIMD2(0.25, 0)) }
    case .panUp: changeSide { $0.panned(by: SIMD2(0, -0.25)) }
    case .panDown: changeSide { $0.panned(by: SIMD2(0, 0.25)) }
    case .tint: match.tint = match.tint == .colours ? .parts : .colours
    case .moreColour, .lessColour:
      match.opacity = stepped(match.opacity, up: command == .moreColour)
      show(opacity: match.opacity)
    default: preconditionFailure("\(command.rawValue) does nothing")
    }
    return []
  }

  func obstacle(to command: ReferenceCommand) -> Phrase? {
    if command != .drawing && analysis == nil { return analysisObstacle }
    switch command {
    case .matched:
      return referencePlace == nil ? Phrase("No region is selected", "領域が選ばれていません") : nil
    case .nextDoubtful, .previousDoubtful:
      return doubtfulPlaces.isEmpty
        ? Phrase("No doubtful region is matched to this reference", "この参照に対応する要確認領域はありません") : nil
    case .drawing: return nil
    }
  }

  mutating func perform(_ command: ReferenceCommand) -> [Effect] {
    switch command {
    case .matched: goToMatched()
    case .drawing: goToDrawing()
    case .nextDoubtful: moveToDoubtfulPlace(1)
    case .previousDoubtful: moveToDoubtfulPlace(-1)
    }
    return []
  }

  mutating func perform(_ command: PinningCommand) -> [Effect] {
    switch command {
    case .pin: return pinHere()
    case .giveUp:
      goToDrawing()
    case .nextCandidate: moveToCandidate(1)
    case .previousCandidate: moveToCandidate(-1)
    }
    return []
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
