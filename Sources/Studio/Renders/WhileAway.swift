internal import Projects
internal import Renders

// Clocks of two machines differ, so what ended while nobody looked is told from numbers: those that had not ended when the
// artist was last there, and those that are newer than any was.

/// The memory of a project's renders between two sessions.
public struct RenderMemory: Hashable, Sendable, Codable {
  /// The largest number there was.
  public var newest: Int
  /// Those that waited or ran.
  public var active: NumberRanges
  /// Those taken off the list.
  public var cleared: NumberRanges

  /// Whether a render, ended now, had not when this was remembered.
  func isNews(_ render: Render) -> Bool {
    !render.isActive && (render.number > newest || active.numbers.contains(render.number))
  }
}

/// Whole numbers from 0 on, written as people write pages: `1-4,9`.
public struct NumberRanges: Hashable, Sendable, Codable {
  public let numbers: Set<Int>

  public init(_ numbers: Set<Int>) { self.numbers = numbers }

  /// Renders that cannot be read are left out.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    numbers = text.split(separator: ",").reduce(into: []) { numbers, part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, last - first < 1 << 20
      else { return }
      numbers.formUnion(first...last)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  var text: String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ",")
  }
}

/// Ended renders, counted by outcome.
struct RenderCount: Hashable {
  var done = 0
  var failed = 0
  var cancelled = 0
  var interrupted = 0

  init(done: Int, failed: Int) { (self.done, self.failed) = (done, failed) }

  init(_ renders: [Render]) {
    for render in renders {
      switch render.state {
      case .done: done += 1
      case .failed: failed += 1
      case .cancelled: cancelled += 1
      case .interrupted, .unknown: interrupted += 1
      case .queued, .waiting, .running, .paused: break
      }
    }
  }

  var phrase: Phrase {
    let words = [
      (done, Phrase("done", "完了")), (failed, Phrase("failed", "失敗")),
      (interrupted, Phrase("interrupted", "中断")), (cancelled, Phrase("cancelled", "中止")),
    ].filter { $0.0 > 0 }
    return Phrase(
      words.map { "\($0.0) \($0.1.english)" }.joined(separator: ", "),
      words.map { "\($0.1.japanese) \($0.0)" }.joined(separator: "・"))
  }
}

extension StudioState {
  /// The memory of the project's renders when it was opened.
  private var renderMemory: RenderMemory? {
    desk.project.flatMap { project in places.first { $0.path == project.path }?.renders }
  }

  /// The memory to keep of the project's renders; before they have been looked at, the former one.
  var renderMemoryNow: RenderMemory? {
    guard renders.queue.isKnown else { return renderMemory }
    let renders = renders.queue.renders
    return RenderMemory(
      newest: renders.last?.number ?? 0,
      active: NumberRanges(Set(renders.filter(\.isActive).map(\.number))),
      cleared: NumberRanges(self.renders.list.cleared.intersection(renders.map(\.number))))
  }

  /// Has it written when renders came or ended, so that a studio that is killed forgets nothing.
  mutating func rememberedRenders() -> [Effect] {
    guard let memory = renderMemoryNow, memory != renders.queue.remembered else { return [] }
    renders.queue.remembered = memory
    return [.savePreferences(preferences)]
  }

  /// Says what ended while the artist was away, and what stands still.
  mutating func welcomeBack() {
    let memory = renderMemory
    renders.queue.remembered = memory
    renders.list.cleared = memory?.cleared.numbers ?? []
    let news = memory.map { memory in renders.queue.renders.filter(memory.isNews) } ?? []
    let ended = RenderCount(news)
    let standing = renders.queue.renders.count { render in
      if case .waiting = render.state { true } else { render.isInterrupted }
    }
    renders.list.news = Set(news.map(\.number))
    var english: [String] = []
    var japanese: [String] = []
    if !news.isEmpty {
      english.append("While you were away: \(ended.phrase.english)")
      japanese.append("離席中: \(ended.phrase.japanese)")
    }
    if standing > 0 {
      english.append("\(standing) stopped")
      japanese.append("停止中 \(standing)")
    }
    if english.isEmpty { return }
    let isAtList = screen == .renders
    let end =
      standing > 0
      ? isAtList
        ? Phrase("c continues them", "c で続けます") : Phrase("F6, then c continues", "F6 のあと c で続けます")
      : Phrase("F6 shows them", "F6 で表示")
    if standing > 0 || !isAtList {
      english.append(end.english)
      japanese.append(end.japanese)
    }
    tell(
      ended.failed + ended.interrupted + standing > 0 ? .warning : .done,
      Phrase(english.joined(separator: "; "), japanese.joined(separator: "。")))
    // It may come before the artist looks.
    notice?.until = nil
  }

  /// The project's folder was renamed or moved, or is there again.
  mutating func take(isLost: Bool) {
    renders.queue.isLost = isLost
    guard isLost, let project = desk.project else { return }
    tell(
      .failed,
      Phrase(
        "The project is no longer at \(project.path): open it where it is now",
        "プロジェクトが \(project.path) にありません。移動先で開き直してください"))
  }
}
