// Why a command of the screen of parts cannot be done now; nil where it can.

extension StudioState {
  var noUnlabelled: Phrase? {
    guard let subject = partsSubject else { return analysisObstacle }
    return regionParts(of: subject).unlabelled == 0
      ? Phrase("Every region has a part", "すべての領域にパーツがあります") : nil
  }

  var acceptObstacle: Phrase? {
    if let noAnalysis { return noAnalysis }
    return isReferenceShown
      ? Phrase("Only a drawing's regions are in doubt; t goes back", "確認するのは線画の領域だけです。t で戻ります")
      : obstacle(toAccepting: chosenLabels)
  }

  var noMarkRegion: Phrase? { markRegion == nil ? noRegion : nil }

  var noRegion: Phrase {
    Phrase("No region is selected; an arrow selects one", "領域が選ばれていません。矢印キーで選びます")
  }

  /// Why no region can be labelled.
  var labelObstacle: Phrase? {
    if let obstacle = noAnalysis ?? readOnlyObstacle { return obstacle }
    return chosenLabels.isEmpty ? noRegion : nil
  }

  /// - Parameter digit: the place in the bank, 0…9.
  func obstacle(toDigit digit: Int) -> Phrase? {
    if let labelObstacle { return labelObstacle }
    return digit < bankParts.count
      ? nil
      : Phrase("No part has this digit; Tab turns to the others", "この番号のパーツはありません。Tab で切り替えます")
  }

  var labelAgainObstacle: Phrase? {
    if let labelObstacle { return labelObstacle }
    return parts.lastLabel == nil
      ? Phrase("Nothing to repeat: a digit labels", "繰り返す操作がありません。数字でパーツを指定します") : nil
  }

  var joinObstacle: Phrase? {
    guard let subject = partsSubject else { return analysisObstacle }
    if subject.reference != nil {
      return Phrase("Only a drawing's regions are joined", "つなげるのは線画の領域だけです")
    }
    return joins(of: chosenLabels, in: subject) == nil
      ? Phrase("Mark two or more neighbours first (Space)", "隣り合う領域に印を付けてください (Space)") : nil
  }
}
