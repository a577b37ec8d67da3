import Studio
import TerminalUI

extension Page {
  /// The sign of a match's standing: told apart by shape, on any terminal.
  func sign(_ standing: Correspondence.Standing) -> String {
    let isPlain = glyphs == .ascii
    return switch standing {
    case .pinned: isPlain ? "#" : "◆"
    case .automatic: isPlain ? "." : "·"
    case .doubtful: "?"
    case .unlinked: isPlain ? "x" : "∅"
    case .unmatched: isPlain ? "-" : "–"
    }
  }
}

extension Correspondence.Standing {
  var word: Phrase {
    switch self {
    case .pinned: Phrase("pinned", "固定")
    case .automatic: Phrase("automatic", "自動")
    case .doubtful: Phrase("doubtful", "要確認")
    case .unlinked: Phrase("unlinked", "対応なし")
    case .unmatched: Phrase("not found", "見つからない")
    }
  }

  var role: Role {
    switch self {
    case .pinned: .pinned
    case .automatic: .text
    case .doubtful: .doubtful
    case .unlinked, .unmatched: .unlabelled
    }
  }
}
