import Coloring
import FoundationEssentials
import Glibc
import Projects

// The time that a render takes follows from the drawing's pixels, nearly in proportion, and from the machine. So the rest is
// guessed from the latest renders of about the same size, stage by stage, times how much slower or faster this one has been
// than they were so far: another machine, or a busy one.

/// The times that earlier renders took: `history.jsonl`, one line a finished render, kept when renders are cleaned away.
struct RenderHistory: Sendable {
  struct Entry: Hashable, Sendable, Codable {
    var pixels: Int
    /// Seconds by the stages' names.
    var stages: [String: Double]
  }

  /// The newest last.
  private let entries: [Entry]
  private static let compared = 5

  init(_ entries: [Entry]) { self.entries = entries }

  /// - Complexity: O(1): its last 8 KB.
  init(of project: ProjectFolder) {
    let tail = readTail(project.renderHistory, bytes: 8192) ?? []
    // The first may be cut.
    entries = tail.split(separator: UInt8(ascii: "\n")).compactMap { line in
      try? JSONDecoder().decode(Entry.self, from: Data(line))
    }
  }

  /// Takes note of a render, or not where it cannot be written: nobody misses a line.
  static func append(pixels: Int, seconds: [StageKind: Double], to project: ProjectFolder) {
    var stages: [String: Double] = [:]
    for (stage, value) in seconds { stages[stage.rawValue] = (value * 1000).rounded() / 1000 }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let line = try? encoder.encode(Entry(pixels: pixels, stages: stages)) else { return }
    let descriptor = open(project.renderHistory, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    if descriptor < 0 { return }
    defer { close(descriptor) }
    let bytes = Array(line) + [UInt8(ascii: "\n")]
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Seconds of work that were left when a render told its progress; nil where no earlier render is like it.
  ///
  /// - Parameter pixels: of its drawing; renders of a quarter to four times as many are compared.
  func remaining(pixels: Int, at progress: RenderProgress) -> Double? {
    let alike = entries.reversed().lazy.filter { entry in
      entry.pixels > 0 && entry.pixels / 4 <= pixels && pixels / 4 <= entry.pixels
    }.prefix(RenderHistory.compared)
    let count = Double(alike.count)
    if count == 0 { return nil }
    var before = 0.0
    var after = 0.0
    for stage in StageKind.allCases {
      let seconds =
        alike.reduce(0) { sum, entry in
          sum + (entry.stages[stage.rawValue] ?? 0) * Double(pixels) / Double(entry.pixels)
        } / count
      let share = RenderHistory.share(of: stage, at: progress)
      before += seconds * share
      after += seconds * (1 - share)
    }
    // The first moments say little.
    let pace = before > 0.5 ? min(8, max(0.125, (progress.worked ?? before) / before)) : 1
    return after * pace
  }

  /// The share of a stage that is done.
  private static func share(of stage: StageKind, at progress: RenderProgress) -> Double {
    let all = StageKind.allCases
    guard let now = progress.stage, let own = all.firstIndex(of: stage),
      let current = all.firstIndex(of: now)
    else { return 0 }
    return own < current ? 1 : own > current ? 0 : min(1, max(0, progress.share ?? 0))
  }
}
