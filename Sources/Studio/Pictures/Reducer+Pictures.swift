public import Projects
import TerminalUI

extension StudioState {
  /// The pictures of a list that the filter leaves, in order.
  public func listed(_ kind: Picture.Kind) -> [Picture] {
    guard let state = desk.project?.state else { return [] }
    let all = kind == .drawing ? state.drawings : state.references
    let words = pictures.filter.lowercased().split(separator: " ")
    if words.isEmpty { return all }
    return all.filter { picture in
      let title = picture.title.lowercased()
      return words.allSatisfy { title.contains($0) }
    }
  }

  /// The drawing that the other screens show.
  public var drawing: Picture? {
    listed(.drawing).first { $0.id == pictures.selected[.drawing] }
  }

  func title(of id: PictureID) -> String? {
    guard let state = desk.project?.state else { return nil }
    return (state.drawings + state.references).first { $0.id == id }?.title
  }

  /// The number of marked pictures of a list that the filter hides.
  public func hiddenMarks(_ kind: Picture.Kind) -> Int {
    guard let state = desk.project?.state else { return 0 }
    let all = kind == .drawing ? state.drawings : state.references
    let listed = Set(listed(kind).map(\.id))
    return all.count { pictures.marked.contains($0.id) && !listed.contains($0.id) }
  }

  /// Drops the marks that are seen, and the beginning of a range.
  ///
  /// - Returns: whether there was any.
  mutating func dropPicturesMarks() -> Bool {
    let seen = Set((listed(.drawing) + listed(.reference)).map(\.id)).intersection(pictures.marked)
    if seen.isEmpty && pictures.anchor == nil { return false }
    pictures.marked.subtract(seen)
    pictures.anchor = nil
    return true
  }

  /// Keeps the selection on something that is listed.
  mutating func settlePictures() {
    for kind in [Picture.Kind.drawing, .reference] {
      let pictures = listed(kind)
      if !pictures.contains(where: { $0.id == self.pictures.selected[kind] }) {
        self.pictures.selected[kind] = pictures.first?.id
      }
    }
    guard let state = desk.project?.state else { return }
    let present = Set((state.drawings + state.references).map(\.id))
    pictures.marked.formIntersection(present)
  }

  /// Selects the next drawing of those listed that has doubtful regions, after the last the first again.
  mutating func goToDoubtfulDrawing(_ step: Int) {
    pictures.list = .drawing
    let ids = listed(.drawing).map(\.id)
    let now = ids.firstIndex { $0 == pictures.selected[.drawing] } ?? 0
    let around = (1...max(1, ids.count)).map { ids[(now + step * $0 + ids.count * $0) % ids.count] }
    pictures.selected[.drawing] = around.first { doubtfulCount(of: $0) ?? 0 > 0 }
  }

  /// Opens the drawing where most can be done for its colours: at its matches, or where none of them is in doubt, at its result.
  mutating func openDrawing() -> [Effect] {
    guard let drawing, let state = desk.project?.state,
      !state.references(for: drawing.id).isEmpty
    else { return show(.parts) }
    return show(doubtfulCount(of: drawing.id) == 0 ? .result : .match)
  }

  /// In the grid to the picture beside; among lists to the list on that side.
  mutating func movePictureAside(by step: Int) {
    if pictures.isGrid {
      movePicture(by: step)
    } else {
      pictures.list = step < 0 ? .drawing : .reference
    }
  }

  mutating func markPicture() {
    if let id = pictures.selected[pictures.list] { pictures.marked.formSymmetricDifference([id]) }
    movePicture(by: 1)
  }

  mutating func markAllPictures() {
    let all = Set(listed(pictures.list).map(\.id))
    if pictures.marked.isSuperset(of: all) {
      pictures.marked.subtract(all)
    } else {
      pictures.marked.formUnion(all)
    }
  }

  mutating func askForTitle() {
    guard let id = pictures.selected[pictures.list] else { return }
    overlay = .prompt(Prompt(kind: .rename(id), text: title(of: id) ?? ""))
  }

  mutating func movePicture(by distance: Int) {
    let ids = listed(pictures.list).map(\.id)
    guard !ids.isEmpty else { return }
    let now = ids.firstIndex { $0 == pictures.selected[pictures.list] } ?? 0
    pictures.selected[pictures.list] = ids[max(0, min(ids.count - 1, now + distance))]
  }

  mutating func markPictureRange() {
    let ids = listed(pictures.list).map(\.id)
    guard let selected = pictures.selected[pictures.list] else { return }
    guard let anchor = pictures.anchor, let from = ids.firstIndex(of: anchor),
      let to = ids.firstIndex(of: selected)
    else {
      pictures.anchor = selected
      tell(.done, Phrase("Range begun: go to its end, then v", "範囲の終わりへ移動して v"))
      return
    }
    pictures.marked.formUnion(ids[min(from, to)...max(from, to)])
    pictures.anchor = nil
  }

  /// The marked pictures of a list, or else the selected one.
  func chosen(_ kind: Picture.Kind) -> [PictureID] {
    let marked = listed(kind).map(\.id).filter(pictures.marked.contains)
    return marked.isEmpty ? pictures.selected[kind].map { [$0] } ?? [] : marked
  }

  mutating func removePictures() -> [Effect] {
    let ids = chosen(pictures.list)
    let what = ids.count == 1 ? title(of: ids[0]) ?? "" : "\(ids.count)"
    let kind = pictures.list
    let neighbour = neighbour(kind, without: Set(ids))
    let effects = edit(
      [.remove(ids)],
      named: Phrase(
        ids.count == 1 ? "remove \(what)" : "remove \(what) pictures", "プロジェクトから外す: \(what)"))
    if !effects.isEmpty {
      pictures.selected[kind] = neighbour
      tell(.done, Phrase("Removed \(what); u brings it back", "\(what) を外しました。u で戻せます"))
    }
    return effects
  }

  /// The picture to select in a list when some of it goes: the selected one, or the next that stays, or the last.
  private func neighbour(_ kind: Picture.Kind, without gone: Set<PictureID>) -> PictureID? {
    let ids = listed(kind).map(\.id)
    let now = ids.firstIndex { $0 == pictures.selected[kind] } ?? 0
    return ids[now...].first { !gone.contains($0) } ?? ids.last { !gone.contains($0) }
  }
}
