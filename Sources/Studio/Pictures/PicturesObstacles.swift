internal import Projects

// Why a command of the lists of pictures cannot be done now; nil where it can.

extension StudioState {
  var noDoubtfulDrawing: Phrase? {
    listed(.drawing).contains { doubtfulCount(of: $0.id) ?? 0 > 0 }
      ? nil : Phrase("No drawing has doubtful regions", "要確認の領域がある線画はありません")
  }

  /// Why no picture of the list can be changed.
  var noPictureToEdit: Phrase? {
    if let obstacle = readOnlyObstacle ?? noProject { return obstacle }
    return listed(pictures.list).isEmpty
      ? Phrase("No picture is selected; i imports one", "画像がありません。i で読み込みます") : nil
  }
}
