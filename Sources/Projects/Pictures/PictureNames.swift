extension ProjectState {
  /// The names of drawings' files outside the project, without folder and ending: as the artist calls the drawings, A0001
  /// as A0001. Where two would be one on some file system, those of their folders in the project.
  public var fileNames: [PictureID: String] {
    let wanted = drawings.map { PictureTitles.name(for: $0.title, $0.kind) }
    let taken = Dictionary(wanted.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    return Dictionary(
      uniqueKeysWithValues: zip(drawings, wanted).map { drawing, name in
        (drawing.id, taken[name.lowercased()] == 1 ? name : drawing.id.rawValue)
      })
  }
}
