/// The commands that say which part a region is. Digits are the only keys that label: no letter does.
public enum LabelCommand: String, CommandSet {
  case part1 = "part-1"
  case part2 = "part-2"
  case part3 = "part-3"
  case part4 = "part-4"
  case part5 = "part-5"
  case part6 = "part-6"
  case part7 = "part-7"
  case part8 = "part-8"
  case part9 = "part-9"
  case part10 = "part-10"
  case nextBank = "next-bank"
  case previousBank = "previous-bank"
  case unlabel
  case again = "repeat"
  case spread
  case join

  /// The ten that label, in the order of the keys.
  public static let digits: [LabelCommand] = [
    .part1, .part2, .part3, .part4, .part5, .part6, .part7, .part8, .part9, .part10,
  ]

  /// Its place in the bank, 0…9; nil where it is no digit's.
  var digit: Int? { Self.digits.firstIndex(of: self) }

  public var context: Context { .parts }

  public var title: Phrase {
    switch self {
    case .nextBank: Phrase("Turn to the next ten parts", "次の10パーツへ")
    case .previousBank: Phrase("Turn to the ten parts before", "前の10パーツへ")
    case .unlabel: Phrase("Take the label away", "パーツの指定を外す")
    case .again: Phrase("Label as before", "直前のパーツ指定を繰り返す")
    case .spread: Phrase("Labels spread to what is alike, or do not", "似た領域にも広げる・広げない")
    case .join: Phrase("Join the marked regions", "印を付けた領域をつなぐ")
    default:
      Phrase("Label with part \((digit ?? 0) + 1) of the ten", "\((digit ?? 0) + 1) 番のパーツにする")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .nextBank: Phrase("more parts", "次の10個")
    case .again: Phrase("again", "繰り返し")
    case .join: Phrase("join", "つなぐ")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .nextBank: ["tab"]
    case .previousBank: ["shift-tab"]
    case .unlabel: ["backspace", "x", "delete"]
    case .again: ["."]
    case .spread: ["s"]
    case .join: ["J"]
    default: ["\(((digit ?? 0) + 1) % 10)"]
    }
  }
}

extension LabelCommand {
  public var purpose: Purpose { self == .join ? .shape : .label }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func label(_ command: LabelCommand) -> Command { Command(command) }
}
