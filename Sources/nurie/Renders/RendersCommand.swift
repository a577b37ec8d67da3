import ArgumentParser
import Projects
import Renders

struct RendersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renders",
    abstract: "Shows a project's renders, and changes what becomes of them.",
    discussion: """
      Examples:

        nurie renders hana.nurie
        nurie renders hana.nurie --follow
        nurie renders cancel hana.nurie 4 5
        nurie renders move hana.nurie 7 --first
        nurie renders retry hana.nurie
      """,
    subcommands: [
      RendersListCommand.self, RendersCancelCommand.self, RendersPauseCommand.self,
      RendersContinueCommand.self, RendersRetryCommand.self, RendersMoveCommand.self,
    ],
    defaultSubcommand: RendersListCommand.self)
}

struct RendersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows a project's renders.")

  @Argument(help: "The project.") var project: String

  @Flag(help: "As JSON; with --follow a line for every change.")
  var json = false

  @Flag(help: "Stay, and show every change until Ctrl-C.")
  var follow = false

  func run() throws {
    let project = try Project(reading: ProjectFolder(path: self.project))
    if follow {
      return try RenderFollowing(project, named: self.project, isJSON: json).run(isLasting: true)
    }
    let queue = RenderQueue(project.folder)
    queue.askRunners()
    let list = RenderList(queue.renders(), of: project, named: self.project)
    if json {
      print(try list.json(pretty: true))
    } else {
      print(list.text(columns: terminalColumns()).joined(separator: "\n"))
    }
  }
}
