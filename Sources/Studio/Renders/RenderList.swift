public import Renders

// The list stands in three groups: what is under way, what waits in the order of its turns, and what has ended, the last
// first. The selection is a render's number, so that it stays with the render when that goes from one group to the next.

/// The view of the list of renders: what is selected, marked, cleared.
public struct RenderListState: Sendable {
  /// Groups that have something.
  public internal(set) var groups: [RenderGroup] = []
  /// The number of the selected render.
  public internal(set) var selected: Int?
  public internal(set) var marked: Set<Int> = []
  /// The beginning of a range.
  var anchor: Int?
  /// Renders that are not listed any more, as long as they are ended.
  var cleared: Set<Int> = []
  /// The last sight of a render's files.
  var sight: RenderSight?
  /// The render whose files were asked for last.
  var awaited: Render?
  /// The selection's place in the list.
  var place = 0
  /// Ended while the artist was away: the list begins there.
  var news: Set<Int> = []

  public init() {}
}

/// Renders that are listed together.
public struct RenderGroup: Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    case underWay
    case queued
    case ended

    public var title: Phrase {
      switch self {
      case .underWay: Phrase("Running", "実行中")
      case .queued: Phrase("Queued", "待機中")
      case .ended: Phrase("Finished", "終了")
      }
    }
  }

  public let kind: Kind
  public let renders: [Render]
}

extension Render {
  /// Whether a worker is at it, as far as is known; one that is paused keeps its worker.
  public var isUnderWay: Bool {
    switch state {
    case .running, .unknown: true
    case .paused: progress?.state == .paused
    default: false
    }
  }

  var group: RenderGroup.Kind {
    switch state {
    case _ where isUnderWay: .underWay
    case .queued, .waiting, .paused, .interrupted: .queued
    default: .ended
    }
  }
}

extension StudioState {
  /// Finds what the list shows, where renders are new or go off the list.
  ///
  /// - Complexity: O(n log n).
  mutating func arrangeRenders() {
    let cleared = renders.list.cleared
    let shown = Dictionary(
      grouping: renders.queue.renders.filter { $0.group != .ended || !cleared.contains($0.number) },
      by: \.group)
    renders.list.groups = RenderGroup.Kind.allCases.compactMap { kind in
      guard let renders = shown[kind] else { return nil }
      return RenderGroup(
        kind: kind,
        renders: renders.sorted { a, b in
          guard kind == .ended else { return RenderQueue.goesBefore(a, b) }
          return (a.progress?.time ?? 0, a.number) > (b.progress?.time ?? 0, b.number)
        })
    }
  }

  /// The renders of the list, in its order.
  var listedRenders: [Render] { renders.list.groups.flatMap(\.renders) }

  public var selectedRender: Render? {
    renders.queue.renders.first { $0.number == renders.list.selected }
  }

  /// The renders that a command is about: those marked, or else the selected one.
  var chosenRenders: [Render] {
    let marked =
      renders.list.marked.isEmpty
      ? [] : listedRenders.filter { renders.list.marked.contains($0.number) }
    return marked.isEmpty ? selectedRender.map { [$0] } ?? [] : marked
  }

  /// The number of renders that have ended and are not listed.
  public var clearedRenders: Int {
    renders.queue.renders.count { $0.group == .ended && renders.list.cleared.contains($0.number) }
  }

  /// The facts known of the selected render's files.
  public var renderSight: RenderSight? {
    renders.list.sight.flatMap { $0.number == renders.list.selected ? $0 : nil }
  }

  /// Keeps the selection on a render that is listed: where its own went, on the one in its place.
  mutating func settleRenderList() {
    guard screen == .renders else { return }
    let numbers = listedRenders.map(\.number)
    renders.list.marked.formIntersection(numbers)
    if let place = numbers.firstIndex(where: { $0 == renders.list.selected }) {
      renders.list.place = place
    } else {
      renders.list.place = max(0, min(renders.list.place, numbers.count - 1))
      renders.list.selected = numbers.isEmpty ? nil : numbers[renders.list.place]
    }
  }

  /// Asks for what the selected render's files show, where that may have changed.
  mutating func wantedRenderSight() -> [Effect] {
    guard screen == .renders, let render = selectedRender, render != renders.list.awaited else {
      return []
    }
    renders.list.awaited = render
    return [.lookAtRender(render)]
  }

  /// Goes to the list: to what ended while the artist was away, if anything did.
  mutating func arriveAtRenders() -> [Effect] {
    if let first = listedRenders.first(where: { renders.list.news.contains($0.number) }) {
      renders.list.selected = first.number
      renders.list.news = []
    }
    return [.lookForRenders]
  }
}
