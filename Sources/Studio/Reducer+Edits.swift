import Projects

extension Journal {
  /// How long after a failure lines are tried again by themselves, in milliseconds.
  static let retryPause = 3000
}

extension StudioState {
  /// Does what the artist asked for: shown at once, written in the background, undone as one.
  ///
  /// - Parameter name: what undo and redo call it.
  mutating func edit(_ edits: [Edit], named name: Phrase) -> [Effect] {
    guard project != nil, !edits.isEmpty else { return [] }
    if let obstacle = readOnlyObstacle {
      tell(.warning, obstacle)
      return []
    }
    let before = project!.state
    let line = project!.history.record(edits, title: name(language), time: wallTime)
    return followed(line, from: before)
  }

  mutating func undo() -> [Effect] {
    guard let before = project?.state, let name = project?.history.undoTitle,
      let line = project?.history.undo(time: wallTime)
    else { return [] }
    tell(.done, Phrase("Undone: \(name)", "元に戻しました: \(name)"))
    return followed(line, from: before)
  }

  mutating func redo() -> [Effect] {
    guard let before = project?.state, let name = project?.history.redoTitle,
      let line = project?.history.redo(time: wallTime)
    else { return [] }
    tell(.done, Phrase("Done again: \(name)", "やり直しました: \(name)"))
    return followed(line, from: before)
  }

  /// What every change of the project leads to.
  private mutating func followed(_ line: JournalLine, from before: ProjectState) -> [Effect] {
    settleBrowse()
    return [.append(line)] + keepCounts(since: before)
  }

  /// Shows what the holder of a project has done, which can only be read here.
  mutating func follow(_ history: History) {
    guard let project, project.isReadOnly else { return }
    let known = project.history.lines.count
    self.project?.history = history
    self.project?.confirm(history.lines.count)
    settleBrowse()
    guard let last = history.lines.last, history.lines.count > known else { return }
    let count = history.lines.count - known
    let title = last.title
    tell(
      .done,
      count == 1
        ? Phrase("Done by its holder: \(title)", "編集中の人の変更: \(title)")
        : Phrase(
          "\(count) edits by its holder, the last: \(title)",
          "編集中の人の変更 \(count) 件、最後は: \(title)"))
  }

  /// Tries to write what could not be written, now and then: the disk may have room again, the folder be back.
  mutating func wantedRetry() -> [Effect] {
    guard let due = project?.retryDue, due <= now, project?.isSaved == false else { return [] }
    project?.retryDue = nil
    return [.retryJournal]
  }

  var readOnlyObstacle: Phrase? {
    guard let project, let holder = project.holder else { return nil }
    let why = "\(project.title): \(holder)"
    return Phrase("Read-only. \(why)", "読み取り専用です。\(why)")
  }
}
