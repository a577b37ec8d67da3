import ArgumentParser
import Glibc
import ImageFormats
import Projects
import Renders
import Studio

struct WaitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait",
    abstract: Phrase("Waits until renders have ended.", "レンダーが終わるまで待ちます。").spoken,
    discussion: Phrase(
      """
      Without numbers it waits for all renders that are still to be done; its exit status is about them and the batch that was queued last.

      Exit status: 0 when all are done; 1 when some failed, were cancelled or were interrupted; 2 when waiting would have no end, since \
      some are paused, or wait while no worker runs.

        nurie render hana.nurie --all && nurie wait hana.nurie --bell && echo coloured
      """,
      """
      番号を指定しなければ、まだ終わっていないすべてのレンダーを待ちます。終了ステータスは、それらと最後にまとめて入れたレンダーについてのものです。

      終了ステータス: すべて完了なら 0。失敗・中止・中断があれば 1。一時停止中のもの、またはワーカーなしで待機中のものがあり、待っても終わらなければ 2。

        nurie render hana.nurie --all && nurie wait hana.nurie --bell && echo coloured
      """
    ).spoken)

  @Argument(help: help("The project, or a projection.", "プロジェクト (NAME.nurie)、または射影。")) var project:
    String

  @Argument(help: help("Renders by their numbers.", "レンダーの番号。", value: .render))
  var numbers: [Int] = []

  @Flag(
    help: help(
      "Ring the terminal's bell at the end, and show a notification where the terminal can.",
      "終了時に端末のベルを鳴らし、端末が対応していれば通知を出します。"))
  var bell = false

  func run() throws {
    let place = try RenderedFolder(self.project)
    let queue = place.queue
    let events = RenderEvents(of: place.folder)
    queue.askRunners()
    var renders = queue.renders()
    let waited = Set(try chosen(renders).map(\.number))
    while renders.contains(where: { waited.contains($0.number) && $0.goesOn }) {
      events.wait(renders)
      queue.askRunners(about: renders)
      renders = queue.renders(
        known: Dictionary(uniqueKeysWithValues: renders.map { ($0.number, $0) }))
    }
    let ended = renders.filter { waited.contains($0.number) }
    let list = RenderListing(ended, of: place, named: self.project)
    if !ended.isEmpty { print(list.summary) }
    if bell, isatty(STDERR_FILENO) == 1 {
      write("\u{7}\u{1b}]9;\(list.summary)\u{1b}\\", to: STDERR_FILENO)
    }
    if ended.contains(where: \.isActive) { throw ExitCode(2) }
    if ended.contains(where: { $0.state != .done }) || ended.count < waited.count {
      throw ExitCode(1)
    }
  }

  private func chosen(_ renders: [Render]) throws -> [Render] {
    if !numbers.isEmpty { return try renders.numbered(numbers, in: project) }
    let batch = renders.last?.job.batch
    return renders.filter { $0.isActive || batch != nil && $0.job.batch == batch }
  }
}
