import ArgumentParser
import Projects
import Renders

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
    let list = RenderListing(queue.renders(), of: project, named: self.project)
    if json {
      print(try list.json(pretty: true))
    } else {
      print(list.text(columns: terminalColumns()).joined(separator: "\n"))
    }
  }
}
