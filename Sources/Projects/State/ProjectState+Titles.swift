extension ProjectState {
  /// The renames that give pictures about to be added titles that no other of their kind has: "line (2)" where there is
  /// a "line" already.
  ///
  /// - Parameter gone: pictures that go with the same line of the journal.
  public func renames(of added: [Picture], inPlaceOf gone: Set<PictureID> = []) -> [Edit] {
    var taken = Set((drawings + references).filter { !gone.contains($0.id) }.map(Title.init))
    return added.compactMap { picture in
      var title = Title(picture)
      var number = 1
      while !taken.insert(title).inserted {
        number += 1
        title.text = "\(picture.title) (\(number))"
      }
      return number == 1 ? nil : .rename(picture.id, title: title.text)
    }
  }

  private struct Title: Hashable {
    let kind: Picture.Kind
    var text: String

    init(_ picture: Picture) {
      kind = picture.kind
      text = picture.title
    }
  }
}
