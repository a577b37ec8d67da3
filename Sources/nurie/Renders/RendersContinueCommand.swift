import ArgumentParser
import Renders

struct RendersContinueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "continue",
    abstract: "Lets paused renders go on, and takes up interrupted ones.",
    discussion: "Without numbers it does so for all of them.")

  @OptionGroup var choice: RenderChoice

  func run() throws {
    let queue = try choice.queue
    queue.askRunners(always: true)
    let chosen = try choice.chosen(
      queue.renders(), where: { $0.state == .paused || $0.isToPause || $0.isInterrupted },
      refusal: \.refusal)
    try queue.resume(chosen)
    try queue.startWorkers()
    choice.report(chosen, "continued")
  }
}
