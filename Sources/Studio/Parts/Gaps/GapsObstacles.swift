// Why a command of the list of gaps cannot be done now; nil where it can.

extension StudioState {
  var noGap: Phrase? {
    gapList?.index(in: gaps) == nil
      ? Phrase("There is no gap here; + closes wider ones", "隙間はありません。+ でより広い隙間を閉じます") : nil
  }

  var widerObstacle: Phrase? {
    if let readOnlyObstacle { return readOnlyObstacle }
    guard let gapLimit, gapLimit.pixels >= widestGap else { return nil }
    return Phrase("No wider gap can be closed", "これより広い隙間は閉じられません")
  }

  var narrowerObstacle: Phrase? {
    if let readOnlyObstacle { return readOnlyObstacle }
    guard let gapLimit, gapLimit.pixels <= 0 else { return nil }
    return Phrase("No gap is closed at 0 px already", "すでに 0 px で、隙間は閉じられていません")
  }

  var ownLimitObstacle: Phrase? {
    if let readOnlyObstacle { return readOnlyObstacle }
    guard let gapLimit, gapLimit.isOwn else { return nil }
    return Phrase("The drawing decides already", "すでに自動です")
  }

  var rejectObstacle: Phrase? {
    let gaps = gaps
    guard let index = gapList?.index(in: gaps) else { return noGap }
    return gaps.contains { $0.isLonger(than: gaps[index]) }
      ? readOnlyObstacle : Phrase("No closing is longer than this one", "これより長い隙間はありません")
  }

  var acceptAllObstacle: Phrase? {
    if let noGap { return noGap }
    return gaps.allSatisfy(\.isClosed)
      ? Phrase("None is rejected", "開いた隙間はありません") : readOnlyObstacle
  }
}
