import ArgumentParser
import Renders

struct RendersRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Repeats renders that failed.",
    discussion:
      "Without numbers it repeats all that failed; given by number, also those that were cancelled or interrupted."
  )

  @OptionGroup var choice: RenderChoice

  func run() throws {
    let queue = try choice.queue
    queue.askRunners(always: true)
    let isNamed = !choice.numbers.isEmpty
    let chosen = try choice.chosen(
      queue.renders(),
      where: { render in
        if case .failed = render.state { return true }
        return isNamed && !render.isActive && render.state != .done
      },
      refusal: { $0.state == .done ? "is done" : "has not ended" })
    try queue.retry(chosen)
    try queue.startWorkers()
    choice.report(chosen, "queued again")
  }
}
