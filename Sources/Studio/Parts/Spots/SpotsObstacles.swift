// Why a command of the list of unpainted and tiny regions cannot be done now; nil where it can.

extension StudioState {
  var noSpot: Phrase? {
    spots.isEmpty ? Phrase("Nothing is unpainted or tiny", "塗り残しも小さな領域もありません") : nil
  }

  var spotMarkObstacle: Phrase? {
    let spots = spots
    guard let index = spotList?.index(in: spots) else { return noSpot }
    return spots[index].entry == nil
      ? Phrase("It has no painted neighbour to be filled from", "隣に塗られた領域がありません") : nil
  }

  var spotFillObstacle: Phrase? {
    if let noSpot { return noSpot }
    return spotsToFill == 0
      ? Phrase("None is marked; Space marks", "印がありません。Space で付けます") : readOnlyObstacle
  }
}
