import ArgumentParser
import Renders
import Studio

struct RendersMoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: Phrase("Changes the order in which renders are done.", "レンダーの順番を変えます。").spoken)

  @OptionGroup var choice: RenderChoice

  @Flag(help: help("Before all others that wait.", "待機中のほかのすべての前へ。"))
  var first = false

  @Flag(help: help("After all others.", "ほかのすべての後へ。"))
  var last = false

  @Option(help: help("Before this render.", "このレンダーの前へ。", value: .render))
  var before: Int?

  mutating func validate() throws {
    if choice.numbers.isEmpty {
      throw ValidationError("give the renders' numbers", "レンダーの番号を指定してください")
    }
    if [first, last, before != nil].count(where: \.self) != 1 {
      throw ValidationError(
        "give one of --first, --last and --before", "--first、--last、--before のどれか 1 つを指定してください")
    }
    if let before, choice.numbers.contains(before) {
      throw ValidationError(
        "render \(before) cannot go before itself", "レンダー \(before) をそれ自身の前には移せません")
    }
  }

  func run() throws {
    let queue = try choice.queue
    queue.askRunners(always: true)
    let all = queue.renders()
    func isWaiting(_ render: Render) -> Bool { render.isActive && render.state != .running }
    let chosen = try choice.chosen(
      all, where: isWaiting,
      refusal: {
        $0.state == .running
          ? Phrase("runs already", "すでにレンダー中です") : Phrase("has ended", "終わっています")
      })
    if let before, try !all.numbered([before], in: choice.project).allSatisfy(\.isActive) {
      throw Failure(
        choice.project, "render \(before) has ended; nothing was changed",
        "レンダー \(before) は終わっています。何も変更していません")
    }
    try queue.move(
      chosen, to: before.map { .before($0) } ?? (first ? .first : .last), among: all)
    choice.report(
      chosen,
      before.map { Phrase("moved before \($0)", "をレンダー \($0) の前に移しました") }
        ?? (first
          ? Phrase("moved first", "を先頭に移しました") : Phrase("moved last", "を最後に移しました")))
  }
}
