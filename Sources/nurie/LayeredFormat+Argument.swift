public import ArgumentParser
public import ImageFormats

extension LayeredFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(ending: argument) }

  public static var allValueStrings: [String] { all.map(\.ending) }

  /// Help for an option that takes one.
  static let help = ArgumentHelp(
    "Write each picture in layers too: \(choice(\.presentation)).",
    valueName: endings(joinedBy: "|"))
}
