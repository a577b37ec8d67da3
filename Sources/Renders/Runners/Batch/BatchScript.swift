// The script is all that the node knows: which renders, which program, where. Of the environment only what the batch system
// adds counts, not where the job was handed over from; and the script calls the built program: the launcher would begin to
// build there. The words of the shell and the loader, a missing library above all, go into the render's folder.

/// The shell script that is a job: one render, or one of several by the element's index.
struct BatchScript {
  let setup: [String]
  /// The variable that holds the element's index, from 1.
  let index: String
  let program: String
  /// The project's folder: an absolute path.
  let project: String
  /// The renders' numbers, an element each.
  let renders: [Int]
  let threads: Int

  /// The line that a worker prints before it takes its render.
  static let log = "start.log"

  var text: String {
    let numbers = renders.map(String.init).joined(separator: " ")
    var lines = ["#!/bin/sh"]
    lines += [
      "set -- \(numbers)",
      "shift $((${\(index):-1} - 1))",
      "cd \(BatchScript.quoted(project)) || exit 1",
      "exec >\"renders/$1/\(BatchScript.log)\" 2>&1 </dev/null",
    ]
    lines += setup
    lines.append(
      "exec \(BatchScript.quoted(program)) render-worker \"./renders/$1\" --threads \(threads)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A word that the shell takes as it is.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
