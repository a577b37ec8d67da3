import ArgumentParser
import Renders

struct RendersMoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Changes the order in which renders are done.")

  @OptionGroup var choice: RenderChoice

  @Flag(help: "Before all others that wait.")
  var first = false

  @Flag(help: "After all others.")
  var last = false

  @Option(help: ArgumentHelp("Before this render.", valueName: "render"))
  var before: Int?

  mutating func validate() throws {
    if choice.numbers.isEmpty { throw ValidationError("give the renders' numbers") }
    if [first, last, before != nil].count(where: \.self) != 1 {
      throw ValidationError("give one of --first, --last and --before")
    }
    if let before, choice.numbers.contains(before) {
      throw ValidationError("render \(before) cannot go before itself")
    }
  }

  func run() throws {
    let queue = try choice.queue
    queue.askRunners(always: true)
    let all = queue.renders()
    func isWaiting(_ render: Render) -> Bool { render.isActive && render.state != .running }
    let chosen = try choice.chosen(
      all, where: isWaiting, refusal: { $0.state == .running ? "runs already" : "has ended" })
    if let before, try !all.numbered([before], in: choice.project).allSatisfy(\.isActive) {
      throw Failure(choice.project, "render \(before) has ended; nothing was changed")
    }
    try queue.move(
      chosen, to: before.map { .before($0) } ?? (first ? .first : .last), among: all)
    choice.report(
      chosen, before.map { "moved before \($0)" } ?? (first ? "moved first" : "moved last"))
  }
}
