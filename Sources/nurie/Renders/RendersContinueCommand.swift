import ArgumentParser
import Renders
import Studio

struct RendersContinueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "continue",
    abstract: Phrase(
      "Lets paused renders go on, and takes up interrupted ones.", "一時停止・中断したレンダーを続けます。"
    ).spoken,
    discussion: Phrase("Without numbers it does so for all of them.", "番号を指定しなければ、すべてを続けます。").spoken
  )

  @OptionGroup var choice: RenderChoice

  func run() throws {
    let queue = try choice.queue
    queue.askRunners(always: true)
    let chosen = try choice.chosen(
      queue.renders(), where: { $0.state == .paused || $0.isToPause || $0.isInterrupted },
      refusal: \.refusal)
    try queue.resume(chosen)
    try queue.startWorkers()
    choice.report(chosen, Phrase("continued", "を再開しました"))
  }
}
