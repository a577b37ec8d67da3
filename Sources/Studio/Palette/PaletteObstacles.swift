internal import Coloring

// Why a command of the palette cannot be done now; nil where it can.

extension StudioState {
  /// Why there are no colours to see.
  var paletteObstacle: Phrase? {
    if !screen.showsDrawing || drawing == nil {
      return Phrase("Open a drawing first: Enter", "先に Enter で線画を開いてください")
    }
    return noAnalysis
  }

  var noColourTarget: Phrase? {
    if let readOnlyObstacle { return readOnlyObstacle }
    return colourTargets.isEmpty ? Phrase("No region is selected", "領域が選ばれていません") : nil
  }

  /// Why there is no entry to change.
  var noEntry: Phrase? {
    if let readOnlyObstacle { return readOnlyObstacle }
    return settledColours?.palette.entries.isEmpty ?? true
      ? Phrase("The palette has no colour; a adds one", "色がありません。a で加えます") : nil
  }

  var noOtherColours: Phrase? {
    settledColours.map { paletteList($0).othersCount } == 0
      ? Phrase("No other character has colours here", "他のキャラクターの色はありません") : nil
  }

  /// Gives an entry another name, which must be free.
  ///
  /// - Returns: what is wrong with the name.
  func obstacle(toRenaming name: String, to other: String) -> Phrase? {
    if other.isEmpty {
      return Phrase("A name needs at least one letter", "名前を入力してください")
    }
    guard other != name, settledColours?.palette.index(named: other) != nil else { return nil }
    return Phrase("Another colour has this name", "同じ名前の色があります")
  }
}
