extension PictureID {
  /// Names for files, each its own, made from their names as a project makes those of its drawings.
  public static func named(after files: [String]) -> [PictureID] {
    var taken: Set<String> = []
    return PictureTitles.titles(of: files).map { title in
      let id = PictureTitles.id(for: title, .drawing)
      let free = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? id : "\(id)-\($0)" }
        .first { !taken.contains($0) }!
      taken.insert(free)
      return PictureID(rawValue: free)
    }
  }
}
