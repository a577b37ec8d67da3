import ArgumentParser
import ImageFormats
import Studio

/// A long option that its command does not have, and one that it has was meant.
///
/// The parser guesses too, but only where nothing else is wrong: a required option that is misspelt is missing first.
struct MistypedOption {
  let option: String
  let meant: String

  /// Nil where all options are the command's, or nothing like them.
  ///
  /// - Parameter arguments: that the parser refused.
  init?(_ arguments: [String]) {
    var words = arguments[...]
    var command: any ParsableCommand.Type = Nurie.self
    while !command.configuration.subcommands.isEmpty {
      let named = command.configuration.subcommands.first {
        $0.configuration.commandName == words.first
      }
      guard let next = named ?? command.configuration.defaultSubcommand else { return nil }
      if named != nil { words.removeFirst() }
      command = next
    }
    let known = Self.options(of: command)
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let option = String(word.prefix { $0 != "=" })
      if known.contains(option) { continue }
      let names = known.map { String($0.dropFirst(2)) }
      guard let meant = MistypedCommand.nearest(to: String(option.dropFirst(2)), among: names)
      else { continue }
      self.option = option
      self.meant = "--" + meant
      return
    }
    return nil
  }

  /// A command's long options, as its help lists them, an entry a line: "-h, --help", "--aliased/--no-aliased".
  private static func options(of command: any ParsableCommand.Type) -> Set<String> {
    let lines = command.helpMessage(columns: 1 << 20).split(separator: "\n")
    return Set(
      lines.filter { $0.hasPrefix("  -") }.flatMap { line in
        line.dropFirst(2).prefix { $0 != "<" }.split { " ,/".contains($0) }
          .prefix { $0.hasPrefix("-") }.filter { $0.hasPrefix("--") }.map(String.init)
      })
  }

  var sentence: Phrase {
    let option = printable(option)
    return Phrase(
      "there is no option \(option); did you mean \(meant)?",
      "\(option) というオプションはありません。\(meant) のことですか?")
  }
}
