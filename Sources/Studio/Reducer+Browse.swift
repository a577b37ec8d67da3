public import Projects
import TerminalUI

extension StudioState {
  /// The pictures of a list that the filter leaves, in order.
  public func listed(_ kind: Picture.Kind) -> [Picture] {
    guard let state = project?.state else { return [] }
    let all = kind == .drawing ? state.drawings : state.references
    let words = browse.filter.lowercased().split(separator: " ")
    if words.isEmpty { return all }
    return all.filter { picture in
      let title = picture.title.lowercased()
      return words.allSatisfy { title.contains($0) }
    }
  }

  /// The drawing that the other screens show.
  public var drawing: Picture? {
    listed(.drawing).first { $0.id == browse.selected[.drawing] }
  }

  func title(of id: PictureID) -> String? {
    guard let state = project?.state else { return nil }
    return (state.drawings + state.references).first { $0.id == id }?.title
  }

  /// How many pictures of a list are marked that the filter hides.
  public func hiddenMarks(_ kind: Picture.Kind) -> Int {
    guard let state = project?.state else { return 0 }
    let all = kind == .drawing ? state.drawings : state.references
    let listed = Set(listed(kind).map(\.id))
    return all.count { browse.marked.contains($0.id) && !listed.contains($0.id) }
  }

  /// Drops the marks that are seen, and the beginning of a range.
  ///
  /// - Returns: whether there was any.
  mutating func dropBrowseMarks() -> Bool {
    let seen = Set((listed(.drawing) + listed(.reference)).map(\.id)).intersection(browse.marked)
    if seen.isEmpty && browse.anchor == nil { return false }
    browse.marked.subtract(seen)
    browse.anchor = nil
    return true
  }

  /// Keeps the selection on something that is listed.
  mutating func settleBrowse() {
    for kind in [Picture.Kind.drawing, .reference] {
      let pictures = listed(kind)
      if !pictures.contains(where: { $0.id == browse.selected[kind] }) {
        browse.selected[kind] = pictures.first?.id
      }
    }
    guard let state = project?.state else { return }
    let present = Set((state.drawings + state.references).map(\.id))
    browse.marked.formIntersection(present)
  }

  func obstacle(to command: BrowseCommand) -> Phrase? {
    switch command {
    case .rename, .remove, .assign, .importPictures:
      if let readOnlyObstacle { return readOnlyObstacle }
      if project == nil { return Phrase("No project is open", "プロジェクトが開いていません") }
      if command != .importPictures && listed(browse.list).isEmpty {
        return Phrase("No picture is selected; i imports one", "画像がありません。i で読み込みます")
      }
      return nil
    case .open:
      return listed(.drawing).isEmpty
        ? Phrase("No drawing yet; i imports one", "線画がありません。i で読み込みます") : nil
    case .nextDoubtful, .previousDoubtful:
      return listed(.drawing).contains { doubtfulCount(of: $0.id) ?? 0 > 0 }
        ? nil : Phrase("No drawing has doubtful regions", "要確認の領域がある線画はありません")
    default: return nil
    }
  }

  /// Selects the next drawing of those listed that has doubtful regions, after the last the first again.
  private mutating func goToDoubtful(_ step: Int) {
    browse.list = .drawing
    let ids = listed(.drawing).map(\.id)
    let now = ids.firstIndex { $0 == browse.selected[.drawing] } ?? 0
    let around = (1...max(1, ids.count)).map { ids[(now + step * $0 + ids.count * $0) % ids.count] }
    browse.selected[.drawing] = around.first { doubtfulCount(of: $0) ?? 0 > 0 }
  }

  mutating func perform(_ command: BrowseCommand) -> [Effect] {
    switch command {
    case .up: move(browse.isGrid ? -grid.columns : -1)
    case .down: move(browse.isGrid ? grid.columns : 1)
    case .left: if browse.isGrid { move(-1) } else { browse.list = .drawing }
    case .right: if browse.isGrid { move(1) } else { browse.list = .reference }
    case .pageUp: move(-10)
    case .pageDown: move(10)
    case .first: move(-.max)
    case .last: move(.max)
    case .otherList: browse.list = browse.list == .drawing ? .reference : .drawing
    case .open: screen = .masks
    case .grid: browse.isGrid.toggle()
    case .filter: overlay = .prompt(Prompt(kind: .filter, text: browse.filter))
    case .nextDoubtful: goToDoubtful(1)
    case .previousDoubtful: goToDoubtful(-1)
    case .mark:
      if let id = browse.selected[browse.list] { browse.marked.formSymmetricDifference([id]) }
      move(1)
    case .range: markRange()
    case .markAll:
      let all = Set(listed(browse.list).map(\.id))
      if browse.marked.isSuperset(of: all) {
        browse.marked.subtract(all)
      } else {
        browse.marked.formUnion(all)
      }
    case .importPictures:
      return ask(.importPictures(browse.list))
    case .rename:
      if let id = browse.selected[browse.list] {
        overlay = .prompt(Prompt(kind: .rename(id), text: title(of: id) ?? ""))
      }
    case .remove: return remove()
    case .assign: chooseReferences()
    }
    return []
  }

  private mutating func move(_ distance: Int) {
    let ids = listed(browse.list).map(\.id)
    guard !ids.isEmpty else { return }
    let now = ids.firstIndex { $0 == browse.selected[browse.list] } ?? 0
    let (target, overflow) = now.addingReportingOverflow(distance)
    let index = overflow ? (distance > 0 ? ids.count - 1 : 0) : max(0, min(ids.count - 1, target))
    browse.selected[browse.list] = ids[index]
  }

  private mutating func markRange() {
    let ids = listed(browse.list).map(\.id)
    guard let selected = browse.selected[browse.list] else { return }
    guard let anchor = browse.anchor, let from = ids.firstIndex(of: anchor),
      let to = ids.firstIndex(of: selected)
    else {
      browse.anchor = selected
      tell(.done, Phrase("Range begun: go to its end, then v", "範囲の終わりへ移動して v"))
      return
    }
    browse.marked.formUnion(ids[min(from, to)...max(from, to)])
    browse.anchor = nil
  }

  /// The marked pictures of a list, or else the selected one.
  func chosen(_ kind: Picture.Kind) -> [PictureID] {
    let marked = listed(kind).map(\.id).filter(browse.marked.contains)
    return marked.isEmpty ? browse.selected[kind].map { [$0] } ?? [] : marked
  }

  private mutating func remove() -> [Effect] {
    let ids = chosen(browse.list)
    let what = ids.count == 1 ? title(of: ids[0]) ?? "" : "\(ids.count)"
    let kind = browse.list
    let neighbour = neighbour(kind, without: Set(ids))
    let effects = edit(
      [.remove(ids)],
      named: Phrase(
        ids.count == 1 ? "remove \(what)" : "remove \(what) pictures", "プロジェクトから外す: \(what)"))
    if !effects.isEmpty {
      browse.selected[kind] = neighbour
      tell(.done, Phrase("Removed \(what); u brings it back", "\(what) を外しました。u で戻せます"))
    }
    return effects
  }

  /// What to select in a list when some of it goes: the selected picture, or the next that stays, or the last.
  private func neighbour(_ kind: Picture.Kind, without gone: Set<PictureID>) -> PictureID? {
    let ids = listed(kind).map(\.id)
    let now = ids.firstIndex { $0 == browse.selected[kind] } ?? 0
    return ids[now...].first { !gone.contains($0) } ?? ids.last { !gone.contains($0) }
  }
}
