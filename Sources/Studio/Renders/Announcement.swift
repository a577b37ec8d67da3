internal import Renders
internal import TerminalUI

// A bell in the middle of a stroke is worse than none: what has ended is told when the artist's hands rest.

/// The way to tell an artist who looks elsewhere that renders have ended, and what is still to be told.
public struct Announcement: Sendable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case none
    /// The terminal's bell.
    case bell
    /// The bell, and a note of the desktop where the terminal shows one.
    case note

    var next: Kind {
      switch self {
      case .none: .bell
      case .bell: .note
      case .note: .none
      }
    }

    var phrase: Phrase {
      switch self {
      case .none: Phrase("The end of renders is not announced", "レンダー終了を通知しません")
      case .bell: Phrase("The bell rings when renders have ended", "レンダー終了時にベルを鳴らします")
      case .note:
        Phrase("A note is sent when renders have ended", "レンダー終了時にメッセージを送ります")
      }
    }
  }

  /// Milliseconds without a key after which it is told.
  static let rest = 3000

  var kind = Kind.none
  var done = 0
  var failed = 0

  /// Takes note of a render that ended.
  mutating func add(isDone: Bool) {
    if kind == .none { return }
    if isDone { done += 1 } else { failed += 1 }
  }
}

extension StudioState {
  /// The way to tell an artist who looks elsewhere that renders have ended.
  public var announces: Announcement.Kind {
    get { renders.announcement.kind }
    set { renders.announcement.kind = newValue }
  }

  /// When what has ended is told; nil where there is nothing.
  var announcementDue: Int? {
    renders.announcement.done + renders.announcement.failed > 0
      ? engine.survey.lastInput + Announcement.rest : nil
  }

  mutating func wantedAnnouncement() -> [Effect] {
    guard let due = announcementDue, due <= now else { return [] }
    let count = RenderCount(done: renders.announcement.done, failed: renders.announcement.failed)
    renders.announcement.done = 0
    renders.announcement.failed = 0
    let words = count.phrase(shownLanguage)
    return [.announce(renders.announcement.kind == .note ? "nurie: \(words)" : nil)]
  }

  /// The next second of the times that are seen to pass.
  var nextRenderSecond: Int? {
    screen == .renders && renders.queue.renders.contains { $0.state == .running }
      ? (now / 1000 + 1) * 1000 : nil
  }
}
