import ArgumentParser
import Renders
import Studio

struct RendersRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: Phrase("Repeats renders that failed.", "失敗したレンダーをやり直します。").spoken,
    discussion: Phrase(
      "Without numbers it repeats all that failed; given by number, also those that were cancelled or interrupted.",
      "番号を指定しなければ、失敗したものすべてをやり直します。番号で指定すれば、中止・中断したものもやり直します。"
    ).spoken
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
      refusal: {
        $0.state == .done
          ? Phrase("is done", "完了しています") : Phrase("has not ended", "まだ終わっていません")
      })
    try queue.retry(chosen)
    try queue.startWorkers()
    choice.report(chosen, Phrase("queued again", "をもう一度待ち行列に入れました"))
  }
}
