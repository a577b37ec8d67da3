internal import Regions

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
  case teach
  case forget

  public static let context = Context.parts
  public static let purpose = Purpose.label

  public static func obstacle(in state: StudioState) -> Phrase? { state.noDrawing }

  /// The ten that label, in the order of the keys.
  public static let digits: [LabelCommand] = [
    .part1, .part2, .part3, .part4, .part5, .part6, .part7, .part8, .part9, .part10,
  ]

  public var row: CommandRow {
    switch self {
    case .part1: digit(0)
    case .part2: digit(1)
    case .part3: digit(2)
    case .part4: digit(3)
    case .part5: digit(4)
    case .part6: digit(5)
    case .part7: digit(6)
    case .part8: digit(7)
    case .part9: digit(8)
    case .part10: digit(9)
    case .nextBank:
      CommandRow(
        ["tab"], Phrase("Turn to the next ten parts", "次の10パーツへ"),
        hint: Phrase("more parts", "次の10個"), does: { $0.turnBank(1) })
    case .previousBank:
      CommandRow(
        ["shift-tab"], Phrase("Turn to the ten parts before", "前の10パーツへ"),
        does: { $0.turnBank(-1) })
    case .unlabel:
      CommandRow(
        ["backspace", "x", "delete"], Phrase("Take the label away", "パーツの指定を外す"),
        unless: \.labelObstacle, asks: { $0.label(.unlabelled) })
    case .again:
      CommandRow(
        ["."], Phrase("Label as before", "直前のパーツ指定を繰り返す"), hint: Phrase("again", "繰り返し"),
        unless: \.labelAgainObstacle,
        asks: { state in state.parts.lastLabel.map { state.label($0) } ?? [] })
    case .spread:
      CommandRow(
        ["s"], Phrase("Offer labels to what is alike, or do not", "似た領域への適用を提案する・しない"),
        does: { $0.toggleSpreading() })
    case .join:
      CommandRow(
        ["J"], Phrase("Join the marked regions", "印を付けた領域をつなぐ"), hint: Phrase("join", "つなぐ"),
        purpose: .shape, unless: { $0.labelObstacle ?? $0.joinObstacle }, asks: { $0.join() })
    case .teach:
      CommandRow(
        ["T"], Phrase("Teach the labelled parts to all other drawings", "指定したパーツをほかの線画にも教える"),
        hint: Phrase("teach", "教える"), unless: \.teachingObstacle, asks: { $0.teach() })
    case .forget:
      CommandRow(
        [], Phrase("Forget the taught parts", "教えたパーツを忘れさせる"), unless: \.forgettingObstacle,
        asks: { $0.forgetTaught() })
    }
  }

  /// - Parameter place: in the bank, 0…9.
  private func digit(_ place: Int) -> CommandRow {
    CommandRow(
      ["\((place + 1) % 10)"],
      Phrase("Label with part \(place + 1) of the ten", "\(place + 1) 番のパーツにする"),
      family: Phrase("Label with the part of the bank that has the digit", "その数字のパーツにする"),
      unless: { $0.obstacle(toDigit: place) },
      asks: { $0.label(.part($0.bankParts[place].id)) })
  }
}

extension Command {
  public static func label(_ command: LabelCommand) -> Command { Command(command) }
}
