internal import Projects

extension StudioState {
  /// Makes imported pictures part of the project; says what became of all that were asked for.
  ///
  /// - Parameters:
  ///   - kind: what they were asked for as.
  ///   - coloured: those that were imported as drawings and look like references.
  ///   - failures: why others were not imported.
  mutating func add(
    _ pictures: [Picture], as kind: Picture.Kind, coloured: [Picture], failures: [Phrase]
  ) -> [Effect] {
    guard let first = pictures.first else {
      for failure in failures.dropFirst() { enterInLog(.failed, failure) }
      if let failure = failures.first { refuse(failure, askedBy: .importPictures(kind)) }
      return []
    }
    closeWaitingPrompt(.importPictures(kind))
    desk.project?.history.include(pictures)
    let renames = desk.project?.state.renames(of: pictures) ?? []
    let name =
      pictures.count == 1
      ? Phrase("import \(first.title)", "読み込み: \(first.title)")
      : Phrase("import \(pictures.count) pictures", "\(pictures.count) 枚の読み込み")
    let effects = edit([.add(pictures.map(\.id))] + renames, named: name)
    self.pictures.list = kind
    self.pictures.selected[kind] = first.id
    settlePictures()
    // The first is told with what else there is to say.
    for failure in failures.dropFirst() { enterInLog(.failed, failure) }
    let warnings = [leftOut(failures, beside: pictures.count), warning(of: coloured)]
      .compactMap(\.self)
    let done = Phrase("Done: \(name.english)", "完了: \(name.japanese)")
    let numbered = renames.isEmpty ? [] : [self.numbered(renames.count)]
    tell(
      warnings.isEmpty ? .done : .warning,
      Self.sentences((warnings.isEmpty ? [done] : warnings) + numbered))
    return effects
  }

  /// One after another in one notice, which each of its own would hide.
  private static func sentences(_ phrases: [Phrase]) -> Phrase {
    func joined(_ texts: [String], stop: String, space: String) -> String {
      texts.dropLast().map { ($0.hasSuffix(stop) ? $0 : $0 + stop) + space }.joined()
        + (texts.last ?? "")
    }
    return Phrase(
      joined(phrases.map(\.english), stop: ".", space: " "),
      joined(phrases.map(\.japanese), stop: "。", space: ""))
  }

  private func numbered(_ count: Int) -> Phrase {
    Phrase(
      "\(count.counted("name")) taken already got a number",
      "同じ名前があったので番号を付けました (\(count) 枚)")
  }

  private func warning(of coloured: [Picture]) -> Phrase? {
    guard let sheet = coloured.first else { return nil }
    let what = coloured.count == 1 ? sheet.title : "\(sheet.title) …"
    return Phrase(
      "\(what) has colours, and is among the drawings now. If it is a reference: u, then Tab and i",
      "\(what) は彩色されていますが、線画に入りました。色見本なら u で戻し、Tab のあと i で読み込みます")
  }

  private func leftOut(_ failures: [Phrase], beside taken: Int) -> Phrase? {
    guard let failure = failures.first else { return nil }
    return Phrase(
      "\(taken) imported, \(failures.count) left out: \(failure.english)",
      "\(taken) 枚を読み込み、\(failures.count) 枚を除外: \(failure.japanese)")
  }
}
