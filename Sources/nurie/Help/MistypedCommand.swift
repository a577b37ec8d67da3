import ArgumentParser
import Glibc
import ImageFormats
import Studio

/// A word that was meant as a command: the first, or the one after a command that has others below it.
struct MistypedCommand {
  let word: String
  let meant: String

  /// What people call colouring elsewhere.
  private static let others = ["colour": "colorize", "color": "colorize", "paint": "colorize"]

  /// Nil where the word is a command, a file or nothing like a command.
  ///
  /// - Parameter parent: the command that the first argument would be below.
  init?(_ arguments: [String], of parent: any ParsableCommand.Type = Nurie.self) {
    guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-"), !word.contains("/"),
      !word.contains("."), access(word, F_OK) != 0
    else { return nil }
    let below = parent.configuration.subcommands
    guard !below.isEmpty else { return nil }
    if let known = below.first(where: { $0.configuration.commandName == word }) {
      self.init(Array(arguments.dropFirst()), of: known)
      return
    }
    let commands = below.compactMap { $0.configuration.commandName }
    let small = word.lowercased()
    guard word != "help" else { return nil }
    let other = Self.others[small].flatMap { commands.contains($0) ? $0 : nil }
    guard let meant = other ?? Self.nearest(to: small, among: commands) else { return nil }
    self.init(word: word, meant: meant)
  }

  private init(word: String, meant: String) {
    self.word = word
    self.meant = meant
  }

  var sentence: Phrase {
    let word = printable(word)
    return Phrase(
      "there is no command \(word); did you mean \(meant)?",
      "\(word) というコマンドはありません。\(meant) のことですか?")
  }

  /// The name that a word was meant as; nil where none is near. Of names as near, the first by letters.
  static func nearest(to word: String, among names: [String]) -> String? {
    let nearest = names.sorted().map { (name: $0, distance: distance(word, $0)) }
      .min { $0.distance < $1.distance }
    return nearest.flatMap { $0.distance <= max(1, $0.name.count / 3) ? $0.name : nil }
  }

  /// How many letters have to be put in, left out, changed or swapped with the next.
  static func distance(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one), Array(other))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j + 1], row[j]) + 1
        best = min(best, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
