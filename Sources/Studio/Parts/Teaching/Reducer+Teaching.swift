internal import Projects

// The labels of a few pictures, learned in the background. What was learned is a file of the project; that its drawings follow it is
// one edit, so undo takes it back, and whatever is labelled by hand stays.
extension StudioState {
  var teachingObstacle: Phrase? {
    if let obstacle = noProject ?? readOnlyObstacle { return obstacle }
    if parts.isTeaching {
      return Phrase("The parts are being learned already …", "パーツを学習中です…")
    }
    let isLabelled = desk.project?.state.labels.values.contains { !$0.isEmpty } == true
    return isLabelled ? nil : PartsTeachingError.nothingLabelled.phrase
  }

  var forgettingObstacle: Phrase? {
    if let obstacle = noProject ?? readOnlyObstacle { return obstacle }
    return desk.project?.state.teller == nil
      ? Phrase("No parts have been taught", "まだパーツを教えていません") : nil
  }

  mutating func teach() -> [Effect] {
    guard let state = desk.project?.state else { return [] }
    parts.isTeaching = true
    tell(.done, Phrase("Learning the parts that you labelled …", "指定したパーツを学習しています…"))
    notice?.until = nil
    return [.teach(state)]
  }

  mutating func forgetTaught() -> [Effect] {
    let effects = edit(
      [.teach(nil)], named: Phrase("forget the taught parts", "教えたパーツを忘れる"))
    tell(
      .done,
      Phrase("Forgot the taught parts; u brings them back", "教えたパーツを忘れました。u で戻せます"))
    return effects
  }

  /// Lets the drawings follow what was learned.
  mutating func take(_ taught: PartsTeacher.Taught) -> [Effect] {
    guard let before = desk.project?.state else { return [] }
    let effects = edit([taught.edit], named: Phrase("teach the parts", "パーツを教える"))
    guard !effects.isEmpty, let after = desk.project?.state else {
      parts.isTeaching = false
      return effects
    }
    tell(
      .done,
      Phrase(
        "\(taught.parts.count) parts learned; the other drawings follow …",
        "\(taught.parts.count) 個のパーツを学習しました。ほかの線画に適用しています…"))
    notice?.until = nil
    return effects + [.countTaught(from: before, to: after)]
  }

  /// Says what followed.
  mutating func take(_ changes: PartChanges) {
    parts.isTeaching = false
    let text = changes.shortPhrase
    tell(
      .done,
      Phrase("Taught: \(text.english); u takes it back", "教えました: \(text.japanese)。u で戻せます"))
  }
}
