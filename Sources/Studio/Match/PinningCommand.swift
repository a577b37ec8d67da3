/// The commands while the counterpart of a region is chosen in the reference; moving and zooming do what
/// they do in `MatchCommand`.
public enum PinningCommand: String, CommandSet {
  case pin
  case giveUp = "give-up"
  case nextCandidate = "next-candidate"
  case previousCandidate = "previous-candidate"

  public var context: Context { .pinning }

  public var title: Phrase {
    switch self {
    case .pin: Phrase("Pin to the region chosen in the reference", "参照で選んだ領域に固定")
    case .giveUp: Phrase("Leave the match as it is", "対応を変えずに戻る")
    case .nextCandidate: Phrase("To the next candidate", "次の候補へ")
    case .previousCandidate: Phrase("To the candidate before", "前の候補へ")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .pin: Phrase("pin here", "ここに固定")
    case .giveUp: Phrase("cancel", "やめる")
    case .nextCandidate: Phrase("next candidate", "次の候補")
    case .previousCandidate: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .pin: ["enter"]
    case .giveUp: ["esc", "q", "tab", "shift-tab"]
    case .nextCandidate: ["n"]
    case .previousCandidate: ["N"]
    }
  }
}

extension PinningCommand {
  public var purpose: Purpose { .match }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func pinning(_ command: PinningCommand) -> Command { Command(command) }
}
