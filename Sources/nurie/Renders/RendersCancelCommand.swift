import ArgumentParser
import Renders
import Studio

struct RendersCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: Phrase(
      "Cancels renders, those that run and those that wait.", "レンダー中・待機中のレンダーを中止します。"
    ).spoken)

  @OptionGroup var selection: RenderSelection

  func run() throws {
    let queue = try selection.choice.queue
    queue.askRunners(always: true)
    let chosen = try selection.choice.chosen(
      queue.renders(), where: { $0.isActive || $0.isInterrupted }, refusal: \.refusal)
    try queue.cancel(chosen)
    try queue.takeBack(chosen)
    selection.choice.report(chosen, Phrase("cancelled", "を中止しました"))
  }
}
