import ArgumentParser
import ImageFormats
import Projects
import Renders

// The commands that change what becomes of renders: `nurie renders VERB PROJECT NUMBER…`. Each says what it did to which.

/// The renders that a command is about.
struct RenderChoice: ParsableArguments {
  @Argument(help: "The project.") var project: String

  @Argument(help: ArgumentHelp("Renders by their numbers.", valueName: "render"))
  var numbers: [Int] = []

  var queue: RenderQueue {
    get throws { RenderQueue(try Project(reading: ProjectFolder(path: project)).folder) }
  }

  /// Those that are named, or all that fit.
  ///
  /// - Parameters:
  ///   - isFit: whether the command can do something for a render.
  ///   - refusal: why not, to follow "render 4 ".
  func chosen(
    _ renders: [Render], where isFit: (Render) -> Bool, refusal: (Render) -> String
  ) throws -> [Render] {
    if numbers.isEmpty { return renders.filter(isFit) }
    let named = try renders.numbered(numbers, in: project)
    let unfit = named.filter { !isFit($0) }
    if !unfit.isEmpty {
      throw Failure(
        unfit.map {
          "\(printable(project)): render \($0.number) \(refusal($0)); nothing was changed."
        })
    }
    return named
  }

  /// "hana.nurie: renders 4, 5 cancelled".
  func report(_ renders: [Render], _ what: String) {
    let numbers = renders.map { "\($0.number)" }.joined(separator: ", ")
    print(
      renders.isEmpty
        ? "\(printable(project)): nothing to do"
        : "\(printable(project)): render\(renders.count == 1 ? "" : "s") \(numbers) \(what)")
  }
}

extension Render {
  /// Why a command that is about what goes on has nothing to do with it.
  fileprivate var refusal: String {
    switch state {
    case .done: "is done"
    case .failed: "failed; nurie renders retry does it again"
    case .cancelled: "was cancelled; nurie renders retry does it again"
    case .interrupted: "was interrupted; nurie renders continue takes it up again"
    case .queued, .waiting, .running: "is not paused"
    case .paused: "is paused"
    case .unknown: "is with a worker that gives no sign; nurie renders retry does it again"
    }
  }
}

/// The renders that a command is about which stops them: never all by mistake.
struct RenderSelection: ParsableArguments {
  @OptionGroup var choice: RenderChoice

  @Flag(help: "All that wait or run.")
  var all = false

  mutating func validate() throws {
    if choice.numbers.isEmpty != all {
      throw ValidationError("give the renders' numbers, or --all")
    }
  }
}

struct RendersCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Stops renders; drops them where they wait.")

  @OptionGroup var selection: RenderSelection

  func run() throws {
    let queue = try selection.choice.queue
    queue.askRunners(always: true)
    let chosen = try selection.choice.chosen(
      queue.renders(), where: { $0.isActive || $0.isInterrupted }, refusal: \.refusal)
    try queue.cancel(chosen)
    try queue.takeBack(chosen)
    selection.choice.report(chosen, "cancelled")
  }
}

struct RendersPauseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Has renders wait.",
    discussion:
      "One that runs stays in memory and keeps its worker until it is continued or cancelled.")

  @OptionGroup var selection: RenderSelection

  func run() throws {
    let queue = try selection.choice.queue
    queue.askRunners(always: true)
    let chosen = try selection.choice.chosen(
      queue.renders(), where: { $0.isActive && $0.state != .paused }, refusal: \.refusal)
    try queue.pause(chosen)
    try queue.takeBack(chosen)
    selection.choice.report(chosen, "paused")
  }
}

struct RendersContinueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "continue",
    abstract: "Lets paused renders go on, and takes up interrupted ones again.",
    discussion: "Without numbers it does so with all of them.")

  @OptionGroup var choice: RenderChoice

  func run() throws {
    let queue = try choice.queue
    queue.askRunners(always: true)
    let chosen = try choice.chosen(
      queue.renders(), where: { $0.state == .paused || $0.isToPause || $0.isInterrupted },
      refusal: \.refusal)
    try queue.resume(chosen)
    try queue.startWorkers()
    choice.report(chosen, "continued")
  }
}

struct RendersRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Does renders again that failed.",
    discussion:
      "Without numbers all that failed; by their numbers also those that were cancelled or interrupted."
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
