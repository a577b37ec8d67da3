// Why a cut or a closing cannot be done now; nil where it can.

extension StudioState {
  var cornerObstacle: Phrase? {
    if let lineTool, lineTool.corners == [lineTool.cursor] {
      return Phrase("A line needs another corner; move first", "もう1つ角が必要です。先に移動してください")
    }
    return readOnlyObstacle
  }

  var noCorner: Phrase? {
    guard let lineTool, lineTool.corners.isEmpty else { return nil }
    if case .closing = lineTool.purpose { return Phrase("No end is set yet", "まだ端が置かれていません") }
    return Phrase("No corner is set yet", "まだ角が置かれていません")
  }

  var loopObstacle: Phrase? {
    guard let lineTool else { return nil }
    if case .closing = lineTool.purpose {
      return Phrase("A gap is closed by one straight line", "隙間は1本の直線で閉じます")
    }
    return loop(lineTool) == nil
      ? Phrase("A loop needs three corners", "囲むには角が3つ必要です") : readOnlyObstacle
  }
}
