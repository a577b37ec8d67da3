import ArgumentParser
import Glibc
import ImageFormats
import Projects
import Renders
import Studio
import TerminalUI

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Phrase(
      "Shows what nurie finds out about your terminal, and a test card.",
      "端末について検出した内容とテスト画面を表示します。"
    ).spoken,
    discussion: Phrase(
      """
      Look at the card: a smooth 24-bit ramp means that your terminal has 24-bit colour, whatever was \
      found out; then start nurie with --colors 24bit. Characters that show as boxes, or with gaps between \
      them, are missing in its font.

      With --keys it shows what the terminal sends for each key and for the mouse.

      With --node it says whether this machine can do renders, or with --runner one of a cluster: it names missing libraries, \
      and says whether nurie is there and the project can be written.

        nurie doctor --node --runner slurm --partition short hana.nurie
      """,
      """
      テスト画面の見かた: 24 bit の帯がなめらかなら、検出結果にかかわらず端末は 24 bit カラーです。nurie --colors 24bit で起動してください。四角や隙間で表示される文字は、端末のフォントにありません。

      --keys は、キーとマウスで端末が送る内容を表示します。

      --node は、このマシン、または --runner でクラスタのマシンがレンダーできるかを調べます: 足りないライブラリ、nurie があるか、プロジェクトに書き込めるかを報告します。

        nurie doctor --node --runner slurm --partition short hana.nurie
      """
    ).spoken)

  @OptionGroup var terminal: TerminalOptions

  @Flag(
    help: help(
      "Show what the terminal sends for each key and for the mouse, until Ctrl-C.",
      "キーとマウスで端末が送る内容を表示します。Ctrl-C で終わります。"))
  var keys = false

  @Flag(
    help: help(
      "Say whether renders can be done here, or where --runner would do them.",
      "このマシン、または --runner の実行先でレンダーできるかを調べます。"))
  var node = false

  @Argument(help: help("With --node: the project to render.", "--node とともに: レンダーするプロジェクト。"))
  var project: String?

  @OptionGroup(title: Phrase("With --node", "--node とともに").spoken) var batch: BatchOptions

  mutating func validate() throws {
    if !node, project != nil || batch.runner != RunnerList.usual {
      throw ValidationError(
        "a project and --runner need --node", "プロジェクトと --runner は --node とともに使います")
    }
    if batch.chosen.isElsewhere, project == nil {
      throw ValidationError(
        "name the project that is to be rendered there", "そこでレンダーするプロジェクトを指定してください")
    }
  }

  func run() throws {
    if node { return try checkNode() }
    if keys { return try KeyViewer(terminal.overrides).run() }
    let isShown = isatty(STDOUT_FILENO) == 1
    let report = TerminalReport(overrides: terminal.overrides)
    let width = 10
    var lines: [String] = []
    for (name, finding) in report.lines { lines.append(aligned(name, width) + printable(finding)) }
    if isShown { lines += [""] + card(report, indent: width) }
    write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
  }

  /// Exit status 1 where no worker could run.
  private func checkNode() throws {
    let folder = try project.map { try RenderedFolder($0).folder }
    let check = try batch.chosen.checkNode(for: folder, resources: batch.resources)
    print(check.findings.joined(separator: "\n"))
    if !check.isFine { throw ExitCode(1) }
  }

  private func card(_ report: TerminalReport, indent: Int) -> [String] {
    let columns = min(120, report.size?.columns ?? 80)
    let card = TestCard(width: columns - indent - 1, capabilities: report.capabilities)
    let isPlain = ["", "dumb"].contains(report.environment.term)
    return card.rows.flatMap { row in
      let lines =
        isPlain
        ? row.surface.lines : row.surface.printed(row.depth ?? report.capabilities.colors)
      return lines.enumerated().map { index, line in
        aligned(index == 0 ? row.title : "", indent) + line
      }
    }
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.terminalColumns))
  }
}
