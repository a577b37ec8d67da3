import ArgumentParser
import ImageFormats
import Projects

struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Applies the edits of a file to a project.",
    discussion: """
      The file has one JSON object a line: an edit, or a line of a project's edits.jsonl. All are applied, or none. \
      Each line is one step for undo. A picture is named by its title or its folder in the project, a region by a point in it.

        {"kind": "label", "picture": "walk", "regions": [{"x": 812, "y": 340}], "part": "hair"}

      Examples:

        nurie apply hana.nurie edits.jsonl
        nurie apply hana.nurie - < edits.jsonl
      """)

  @Argument(help: "The project.") var project: String

  @Argument(help: ArgumentHelp("The file of edits; - for standard input.", valueName: "edits"))
  var edits: String

  func run() throws {
    let text = try readBytes(edits == "-" ? "/dev/stdin" : edits, limit: 1 << 30)
    var project = try Project.forWriting(project)
    let count = try project.apply(
      text, named: edits == "-" ? "standard input" : edits)
    try project.close()
    print("\(printable(self.project)): \(counted(count, "edit")) applied")
  }
}
