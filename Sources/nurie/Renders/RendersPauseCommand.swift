import ArgumentParser
import Renders
import Studio

struct RendersPauseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: Phrase("Pauses renders.", "レンダーを一時停止します。").spoken,
    discussion: Phrase(
      "A running render stays in memory and keeps its worker until it is continued or cancelled.",
      "レンダー中のものは、続けるか中止するまでメモリとワーカーを保ちます。"
    ).spoken)

  @OptionGroup var selection: RenderSelection

  func run() throws {
    let queue = try selection.choice.queue
    queue.askRunners(always: true)
    let chosen = try selection.choice.chosen(
      queue.renders(), where: { $0.isActive && $0.state != .paused }, refusal: \.refusal)
    try queue.pause(chosen)
    try queue.takeBack(chosen)
    selection.choice.report(chosen, Phrase("paused", "を一時停止しました"))
  }
}
