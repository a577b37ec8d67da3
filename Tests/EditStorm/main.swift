import Glibc
import Projects

// A program for tests to kill: `EditStorm PROJECT` does edits as fast as it can and prints each number that is
// confirmed, one a line; `EditStorm PROJECT hold` opens the project, prints a line and waits.

/// Prints a line at once, whatever stdout is.
@Sendable func tell(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  if bytes.withUnsafeBytes({ write(1, $0.baseAddress, $0.count) }) != bytes.count { exit(1) }
}

let isStorm = CommandLine.arguments.count == 2
var project = try Project(opening: CommandLine.arguments[1]) { report in
  if case .confirmed(let line) = report { tell("\(line)") }
}
if let refusal = project.refusal { tell(refusal.description) }
if !isStorm { tell("open") }
while true {
  if isStorm, let writer = project.writer, writer.journal.waitingCount < 50 {
    project.record([.gap("a", pixels: Double(project.history.lines.count))], title: "storm")
  } else {
    usleep(200)
  }
}
