import ArgumentParser
import Renders

struct RendersPauseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Pauses renders.",
    discussion:
      "A running render stays in memory and keeps its worker until it is continued or cancelled.")

  @OptionGroup var selection: RenderSelection

  func run() throws {
    let queue = try selection.choice.queue
    queue.askRunners(always: true)
    let chosen = try selection.choice.chosen(
      queue.renders(), where: { $0.isActive && $0.state != .paused }, refusal: \.refusal)
    try queue.pause(chosen)
    try queue.takeBack(chosen)
    selection.choice.report(chosen, "paused")
  }
}
