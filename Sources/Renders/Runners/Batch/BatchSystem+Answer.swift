import ImageFormats

extension BatchSystem {
  /// Reads what a command of status printed.
  func sights(in text: String, of question: Question) -> [String: BatchAnswer.Sight] {
    let id = question.id.reader()
    let state = question.state.reader()
    let reason = question.reason?.reader()
    var sights: [String: BatchAnswer.Sight] = [:]
    var current: String?
    var hasState = false
    for line in BatchSystem.wholeLines(text) {
      if let found = id(line)?.first, !found.isEmpty {
        current = found
        hasState = false
      }
      guard let current else { continue }
      // The first counts: a line that names no element may be another's.
      if !hasState, let word = state(line)?.first {
        hasState = true
        sights[current] = BatchAnswer.Sight(phase: phases[word] ?? .waiting, word: printable(word))
          .because(sights[current]?.reason ?? "", isDelayed: sights[current]?.isDelayed ?? false)
      }
      if let why = reason?(line)?.first, !silent.contains(why) {
        // A reason may come before the state.
        let known = sights[current] ?? BatchAnswer.Sight(phase: .waiting, word: "")
        sights[current] = known.because(printable(why), isDelayed: delayed.contains(why))
      }
    }
    return sights
  }

  /// Lines, with those put together that were broken for their length.
  private static func wholeLines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(line)
      }
    }
    return lines
  }
}
