import Coloring
import Projects
import Regions

extension Journal {
  /// The pause after a failure before lines are tried again by themselves, in milliseconds.
  static let retryPause = 3000
}

extension StudioState {
  /// Does what the artist asked for: shown at once, written in the background, undone as one.
  ///
  /// - Parameter name: what undo and redo call it.
  mutating func edit(_ edits: [Edit], named name: Phrase) -> [Effect] {
    guard desk.project != nil, !edits.isEmpty else { return [] }
    if let obstacle = readOnlyObstacle {
      tell(.warning, obstacle)
      return []
    }
    let before = desk.project!.state
    let line = desk.project!.history.record(
      edits + traits(of: edits), title: name(terminal.language), time: wallTime)
    return followed(line, from: before)
  }

  /// What the network sees of the regions of the present drawing that edits say something of: the project's other drawings
  /// follow by it (`ProjectState.examples(for:)`).
  private func traits(of edits: [Edit]) -> [Edit] {
    guard let analysis else { return [] }
    let drawing = analysis.order.drawing
    let named = edits.flatMap { edit -> [RegionName] in
      switch edit {
      case .label(drawing, let regions, .some), .colour(drawing, let regions, .some): regions
      case .pin(drawing, let region, _, _): [region]
      default: []
      }
    }
    var kept: Set<RegionName> = []
    let seen = named.filter { kept.insert($0).inserted }.compactMap { name -> SeenRegion? in
      guard let traits = analysis.result.basis.traits(of: name) else { return nil }
      return SeenRegion(region: name, traits: traits, network: Engine.shippedNetwork)
    }
    return seen.isEmpty ? [] : [.traits(drawing, seen)]
  }

  mutating func undo() -> [Effect] {
    guard let before = desk.project?.state, let number = desk.project?.history.undoNumber,
      let line = desk.project?.history.undo(time: wallTime)
    else { return [] }
    let what = turned(to: number)
    tell(.done, Phrase("Undone\(what)", "元に戻しました\(what)"))
    tellFreed(by: number)
    return followed(line, from: before)
  }

  mutating func redo() -> [Effect] {
    guard let before = desk.project?.state, let number = desk.project?.history.redoNumber,
      let line = desk.project?.history.redo(time: wallTime)
    else { return [] }
    let what = turned(to: number)
    tell(.done, Phrase("Done again\(what)", "やり直しました\(what)"))
    tellFreed(by: number)
    return followed(line, from: before)
  }

  /// Goes to the drawing whose regions a line was about, so that the artist sees what undo and redo do.
  ///
  /// - Returns: what was done, to follow "Undone": with the picture's name, where it is another than the one seen.
  private mutating func turned(to number: Int) -> String {
    settlePictures()
    guard let history = desk.project?.history else { return "" }
    selectWhatCameBack(by: history.edits(of: number))
    let title = ": \(history.lines[number - 1].title)"
    let subjects = history.edits(of: number).map(\.picture)
    guard !subjects.contains(nil),
      let picture = subjects.lazy.compactMap({ $0.flatMap { history.state[$0] } }).first,
      picture.id != drawing?.id
    else { return title }
    if listed(.drawing).contains(where: { $0.id == picture.id }) {
      pictures.selected[.drawing] = picture.id
    }
    return " (\(picture.title))" + title
  }

  /// Selects a picture that undo or redo has brought back to a list.
  private mutating func selectWhatCameBack(by edits: [Edit]) {
    for edit in edits {
      switch edit {
      case .add(let ids), .remove(let ids):
        guard let id = ids.first(where: { desk.project?.state[$0] != nil }),
          let picture = desk.project?.state[id]
        else { continue }
        pictures.list = picture.kind
        pictures.selected[picture.kind] = picture.id
        settlePictures()
        return
      default: continue
      }
    }
  }

  /// Says so where undo or redo cannot bring a picture back, since its files were freed.
  private mutating func tellFreed(by number: Int) {
    guard let history = desk.project?.history else { return }
    let freed = history.edits(of: number).contains { edit in
      switch edit {
      case .add(let ids), .remove(let ids): ids.contains { history.pictures[$0] == nil }
      default: false
      }
    }
    if freed {
      tell(
        .warning,
        Phrase(
          "nurie clean has freed what that was about: it cannot come back",
          "対象の画像は nurie clean で削除済みのため、戻せません"))
    }
  }

  /// The effects of every change of the project.
  private mutating func followed(_ line: JournalLine, from before: ProjectState) -> [Effect] {
    settlePictures()
    return [.append(line)] + keepCounts(since: before)
  }

  /// Tries to write what could not be written, now and then: the disk may have room again, the folder be back.
  mutating func wantedRetry() -> [Effect] {
    guard let due = desk.project?.retryDue, due <= now, desk.project?.isSaved == false else {
      return []
    }
    desk.project?.retryDue = nil
    return [.retryJournal]
  }

  var readOnlyObstacle: Phrase? {
    guard let project = desk.project, let refusal = project.refusal else { return nil }
    if project.isFree {
      return Phrase(
        "Read-only. \(project.title) is free now: F10 opens it for editing",
        "読み取り専用です。\(project.title) は空きました。F10 で編集できるように開き直します")
    }
    return Phrase(
      "Read-only. \(project.title): \(refusal.english)",
      "読み取り専用です。\(project.title): \(refusal.japanese)")
  }
}
