public import ArgumentParser
public import ImageFormats
import Studio

extension LayeredFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(ending: argument) }

  public static var allValueStrings: [String] { all.map(\.ending) }

  /// Help for an option that takes one.
  static let optionHelp = help(
    "Write each picture in layers too: \(choice(\.presentation)).",
    "レイヤー付きでも書き出します: \(list(\.presentation))。",
    value: Phrase(same: endings(joinedBy: "|")))
}
