import Studio
import TerminalUI

extension Page {
  /// The sign of a match's standing: told apart by shape, on any terminal.
  func sign(_ standing: Correspondence.Standing) -> String { standing.sign.glyph }
}

extension Correspondence.Standing {
  var role: Role { sign.role }

  fileprivate var sign: Sign {
    switch self {
    case .pinned, .painted, .labelled: .pinned
    case .accepted: .certain
    case .automatic: .automatic
    case .doubtful: .doubtful
    case .unlinked: .unlinked
    case .unmatched: .unmatched
    }
  }
}

extension Sign {
  var role: Role {
    switch self {
    case .pinned: .pinned
    case .automatic, .selected, .queued, .cancelled: .text
    case .doubtful, .stale, .changed, .paused, .unknown: .doubtful
    case .unlinked, .unmatched, .unlabelled: .unlabelled
    case .marked: .marked
    case .rendering: .accent
    case .rendered, .certain: .success
    case .failed, .interrupted: .error
    }
  }
}
