import Projects

// A studio that can only read a project follows the one that holds it: its edits by the journal, and what its engine found
// by the counts in the project's cache, so that nothing is counted twice.

extension StudioState {
  /// Shows what the holder of a project has done, which can only be read here.
  mutating func follow(_ history: History) {
    guard let project = desk.project, project.isReadOnly else { return }
    let known = project.history.lines.count
    self.desk.project?.history = history
    self.desk.project?.confirm(history.lines.count)
    settlePictures()
    recognizeFacts()
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

  /// Takes what the holder's engine found, where nothing newer is known here.
  mutating func take(_ counts: [PictureID: DrawingCounts]) {
    guard let project = desk.project, project.isReadOnly else { return }
    for (id, counts) in counts {
      guard let order = AnalysisOrder(id, in: project.state), engine.facts[id]?.order != order
      else {
        continue
      }
      engine.facts[id] = DrawingFacts(counts, now: order)
    }
  }

  /// The counts may have come before the edits that they are for.
  private mutating func recognizeFacts() { take(engine.facts.mapValues(\.counts)) }
}
