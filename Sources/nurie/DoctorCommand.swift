import ArgumentParser
import Glibc
import ImageFormats
import TerminalUI

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what nurie finds out about your terminal, and shows a test card.",
    discussion: """
      Look at the card: a smooth 24-bit ramp means that your terminal has 24-bit colour, whatever was \
      found out; then start nurie with --colors 24bit. Characters that show as boxes, or with gaps between \
      them, are missing in its font.

      With --keys it shows what the terminal sends for each key and for the mouse.
      """)

  @OptionGroup var terminal: TerminalOptions

  @Flag(help: "Show what comes for each key and for the mouse, until Ctrl-C.")
  var keys = false

  func run() throws {
    if keys { return try KeyViewer(terminal.overrides).run() }
    let isShown = isatty(STDOUT_FILENO) == 1
    let report = TerminalReport(overrides: terminal.overrides)
    let width = 10
    var lines: [String] = []
    for (name, finding) in report.lines { lines.append(aligned(name, width) + printable(finding)) }
    if report.environment.isInTmux {
      lines.append(aligned("tmux", width) + printable(TmuxFeatures.current.finding))
    }
    if isShown { lines += [""] + card(report, indent: width) }
    write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
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
