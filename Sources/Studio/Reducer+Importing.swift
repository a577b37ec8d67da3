internal import Projects

extension StudioState {
  /// Makes imported pictures part of the project; says what became of all that were asked for.
  ///
  /// - Parameters:
  ///   - coloured: those that were imported as drawings and look like references.
  ///   - failures: why others were not imported.
  mutating func add(
    _ pictures: [Picture], coloured: [Picture], failures: [Phrase]
  ) -> [Effect] {
    guard let first = pictures.first else {
      for failure in failures.dropFirst() { enterInLog(.failed, failure) }
      if let failure = failures.first { refuse(failure) }
      return []
    }
    closeWaitingPrompt()
    project?.history.include(pictures)
    let renames = project?.state.renames(of: pictures) ?? []
    let name =
      pictures.count == 1
      ? Phrase("import \(first.title)", "読み込み: \(first.title)")
      : Phrase("import \(pictures.count) pictures", "\(pictures.count) 枚の読み込み")
    let effects = edit([.add(pictures.map(\.id))] + renames, named: name)
    browse.list = first.kind
    browse.selected[first.kind] = first.id
    settleBrowse()
    for failure in failures { enterInLog(.failed, failure) }
    let warnings = [warning(of: coloured), leftOut(failures, beside: pictures.count)]
      .compactMap(\.self)
    for warning in warnings { tell(.warning, warning) }
    if warnings.isEmpty {
      let told =
        renames.isEmpty
        ? name
        : Phrase(
          "\(name.english); \(renames.count.counted("name")) taken already got a number",
          "\(name.japanese)。同じ名前があったので番号を付けました (\(renames.count) 枚)")
      tell(.done, Phrase("Done: \(told.english)", "完了: \(told.japanese)"))
    }
    return effects
  }

  private func warning(of coloured: [Picture]) -> Phrase? {
    guard let sheet = coloured.first else { return nil }
    let what = coloured.count == 1 ? sheet.title : "\(sheet.title) …"
    return Phrase(
      "\(what) has colours, and is among the drawings now. If it is a reference: u, then Tab and i",
      "\(what) は彩色されていますが、線画に入りました。参照なら u で戻し、Tab のあと i で読み込みます")
  }

  private func leftOut(_ failures: [Phrase], beside taken: Int) -> Phrase? {
    guard let failure = failures.first else { return nil }
    return Phrase(
      "\(taken) imported, \(failures.count) left out: \(failure.english)",
      "\(taken) 枚を読み込み、\(failures.count) 枚を除外: \(failure.japanese)")
  }
}
