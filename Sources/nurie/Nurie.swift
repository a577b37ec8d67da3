import ArgumentParser

@main
struct Nurie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nurie", abstract: "Colours line art from a coloured reference.", version: "0.1.0")
}
