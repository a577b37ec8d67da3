import Glibc
import ImageFormats
public import Projects

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
  public init(program: String = "/proc/self/exe", project: ProjectFolder?) throws {
    let script = NodeCheck.script(
      program: try NodeCheck.real(program), project: project.map { UserPath.absolute($0.path) })
    self.init(answer: try ToolCall(["/bin/sh", "-c", script]).output)
  }

  /// Has a batch system look at one of its machines, and waits for what comes back.
  ///
  /// - Parameters:
  ///   - seconds: how long to wait.
  ///   - options: where: the partition decides on the machine.
  /// - Throws: `RenderError` where the job is not taken, or nothing comes back.
  public init(
    runner name: String, resources: BatchResources, project: ProjectFolder,
    program: String = "/proc/self/exe", library: BatchLibrary = .own(), seconds: Int = 120
  ) throws {
    let system = try library.system(name)
    let absolute = ProjectFolder(path: UserPath.absolute(project.path))
    try project.make(project.renders)
    // Two checks at once do not read each other's.
    let answer = "\(absolute.renders)/node-\(getpid())"
    let file = answer + ".sh"
    defer {
      unlink(file)
      unlink(answer)
    }
    let look = NodeCheck.script(
      program: try system.program ?? NodeCheck.real(program), project: absolute.path)
    let aside = BatchScript.quoted(answer + ".part")
    let script = """
      #!/bin/sh
      exec >\(aside) 2>&1 </dev/null
      \(system.setup.joined(separator: "\n"))
      \(look)
      mv \(aside) \(BatchScript.quoted(answer))

      """
    try project.write(Array(script.utf8), to: file)
    let runner = BatchRunner(system: system, project: absolute)
    let job = try runner.submit(file, count: 1, cores: 1, resources: resources)
    let ticket = BatchTicket(
      runner: name, job: job.job, element: job.elements[0], time: Timestamp.now(), attempts: 0)
    for _ in 0..<(seconds * 4) {
      // Reading the folder's names has a network file system ask its server.
      if names(in: absolute.renders).contains("node-\(getpid())"),
        let bytes = try? readBytes(answer, limit: 1 << 20)
      {
        self.init(answer: String(decoding: bytes, as: UTF8.self))
        return
      }
      usleep(250_000)
    }
    let sight = runner.ask([ticket], now: Timestamp.now()).sight(of: ticket)
    try runner.cancel([ticket])
    let word = sight.map { "it is \($0.description)" } ?? "it is not known any more"
    throw RenderError(
      "\(name) job \(job.job) gave no sign within \(seconds) seconds: \(word); where it did run, its machine does not see \(absolute.path)"
    )
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
          "nurie: \(value) is not there, or cannot be executed; install nurie where this machine sees it, or name its place as program in the runner's description"
        )
      case "library":
        findings.append("missing library: \(value); install the package that holds it")
      case "broken": findings.append("nurie does not start: \(value)")
      case "project": findings.append("project: \(value) can be written")
      case "no-project":
        findings.append("project: \(value) cannot be written from here; put it where it can")
      case "end": isComplete = true
      default: continue
      }
      if ["no-program", "library", "broken", "no-project"].contains(parts[0]) { isFine = false }
    }
    if !isComplete { findings.append("the look at the machine broke off") }
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

  private static func real(_ program: String) throws -> String {
    guard let real = realpath(program, nil) else {
      throw RenderError("there is no program \(program)")
    }
    defer { free(real) }
    return String(cString: real)
  }
}
