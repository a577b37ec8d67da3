import Glibc
import ImageFormats
import Projects

// A machine of a cluster may lack a library that this one has, and then nurie does not even start there to say so. So a shell
// script looks: the loader lists what a program needs without running it, and the program is asked for its version last,
// which finds what else keeps it from starting.

/// Whether a worker could run on a machine.
public struct NodeCheck: Sendable {
  /// The findings out there: sentences, ready for a terminal.
  public let findings: [String]
  /// Whether a worker could run.
  public let isFine: Bool

  /// Looks at this machine.
  ///
  /// - Parameter project: nil leaves out whether one can be written.
  /// - Throws: `RenderError` where there is no shell.
  init(program: String, project: ProjectFolder?) throws {
    let script = NodeCheck.script(
      program: try WorkerProgram.real(program), project: project.map { UserPath.absolute($0.path) })
    self.init(answer: try ToolCall(["/bin/sh", "-c", script]).output)
  }

  /// - Parameter answer: what the script printed.
  init(answer: String) {
    var findings: [String] = []
    var isFine = true
    var isComplete = false
    for line in answer.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let value = printable(parts[1])
      switch parts[0] {
      case "machine": findings.append("machine: \(value)")
      case "program": findings.append("nurie: \(value)")
      case "no-program":
        findings.append(
          "nurie: \(value) is not there, or cannot be run; install nurie where this machine can see it, or give its path as program in the runner's description"
        )
      case "library":
        findings.append("missing library: \(value); install the package that holds it")
      case "broken": findings.append("nurie does not start: \(value)")
      case "project": findings.append("project: \(value) can be written")
      case "no-project":
        findings.append("project: \(value) cannot be written from here; move it to where it can be")
      case "end": isComplete = true
      default: continue
      }
      if ["no-program", "library", "broken", "no-project"].contains(parts[0]) { isFine = false }
    }
    if !isComplete { findings.append("the check of the machine was cut short") }
    self.findings = findings
    self.isFine = isFine && isComplete
  }

  static func script(program: String, project: String?) -> String {
    var lines = [
      #"say() { printf '%s\t%s\n' "$1" "$2"; }"#,
      "program=\(BatchScript.quoted(program))",
      #"say machine "$(uname -n)""#,
      #"if [ -f "$program" ] && [ -x "$program" ]; then"#,
      #"say program "$program""#,
      #"lost=$(LD_TRACE_LOADED_OBJECTS=1 "$program" 2>&1 | sed -n 's/^[[:space:]]*\(.*\) => not found.*/\1/p')"#,
      #"for library in $lost; do say library "$library"; done"#,
      #"if [ -z "$lost" ] && ! word=$("$program" --version 2>&1); then"#,
      #"say broken "$(printf '%s' "$word" | head -n 1)""#,
      "fi",
      #"else say no-program "$program"; fi"#,
    ]
    if let project {
      lines += [
        "project=\(BatchScript.quoted(project))",
        #"probe="$project/.nurie-probe-$$""#,
        #"if (: >"$probe") 2>/dev/null && rm "$probe"; then say project "$project""#,
        #"else say no-project "$project"; fi"#,
      ]
    }
    lines.append("say end 1")
    return lines.joined(separator: "\n")
  }
}
