import ArgumentParser
import Projects
import Renders
import Studio

struct RendersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Phrase("Shows a project's renders.", "プロジェクトのレンダーを表示します。").spoken
  )

  @Argument(help: help("The project, or a projection.", "プロジェクト (NAME.nurie)、または射影。")) var project:
    String

  @Flag(
    help: help(
      "As JSON; with --follow a line for every change.", "JSON で出力します。--follow とともに使うと変化のたびに 1 行。"))
  var json = false

  @Flag(help: help("Stay, and show every change until Ctrl-C.", "Ctrl-C まで変化を表示し続けます。"))
  var follow = false

  func run() throws {
    let place = try RenderedFolder(self.project)
    if follow {
      return try RenderFollowing(place, named: self.project, isJSON: json).run(isLasting: true)
    }
    let queue = place.queue
    queue.askRunners()
    let list = RenderListing(queue.renders(), of: place, named: self.project)
    if json {
      print(try list.json(pretty: true))
    } else {
      print(list.text(columns: terminalColumns()).joined(separator: "\n"))
    }
  }
}
