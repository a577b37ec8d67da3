internal import Projects

// Why a command of the match screen cannot be done now; nil where it can.

extension StudioState {
  var noOtherReference: Phrase? {
    drawingReferences.count > 1
      ? nil : Phrase("The drawing has only one reference", "色見本は一つだけです")
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
      ? Phrase("No doubtful region is matched to this reference", "この色見本に対応する要確認領域はありません") : nil
  }

  /// Why the selected region cannot be pinned.
  var pinObstacle: Phrase? {
    if let noAnalysis { return noAnalysis }
    // A change must act on the region that is seen to be selected.
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
    let released: Set<Settlement?> = [.painted, .pinned, .unlinked, .accepted]
    return chosenSettlements.contains(where: released.contains)
      ? nil : Phrase("It is automatic already", "すでに自動です")
  }

  var repeatObstacle: Phrase? {
    if let noAnalysis { return noAnalysis }
    return match.lastPin == nil ? Phrase("No pin yet to repeat", "まだ固定していません") : pinObstacle
  }

  /// - Parameter labels: of the drawing.
  func obstacle(toAccepting labels: [UInt16]) -> Phrase? {
    if let readOnlyObstacle { return readOnlyObstacle }
    guard let analysis, !labels.isEmpty else { return noRegion }
    let settled = settlements(in: analysis)
    let others = labels.compactMap { settled[$0] }.filter { $0 != .accepted }
    guard others.count == labels.count, let how = others.first?.phrase else { return nil }
    return Phrase(
      "It is settled already: \(how.english)", "すでに確定しています: \(how.japanese)")
  }
}
