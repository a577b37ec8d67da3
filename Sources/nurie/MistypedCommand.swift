import ArgumentParser
import Glibc
import ImageFormats
import Studio

/// A first word that was meant as a command.
struct MistypedCommand {
  let word: String
  let meant: String

  /// What people call colouring elsewhere.
  private static let others = ["colour": "colorize", "color": "colorize", "paint": "colorize"]

  /// Nil where the first argument is a command, a file or nothing like a command.
  init?(_ arguments: [String]) {
    guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-"), !word.contains("/"),
      !word.contains("."), access(word, F_OK) != 0
    else { return nil }
    let commands = Nurie.configuration.subcommands.compactMap { $0.configuration.commandName }
    let small = word.lowercased()
    guard !commands.contains(word), word != "help" else { return nil }
    let nearest = commands.map { (name: $0, distance: Self.distance(small, $0)) }
      .min { $0.distance < $1.distance }
    let near = nearest.flatMap { $0.distance <= max(1, $0.name.count / 3) ? $0.name : nil }
    guard let meant = Self.others[small] ?? near else { return nil }
    self.word = word
    self.meant = meant
  }

  var sentence: Phrase {
    let word = printable(word)
    return Phrase(
      "there is no command \(word); did you mean \(meant)?",
      "\(word) というコマンドはありません。\(meant) のことですか?")
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
