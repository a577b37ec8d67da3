public import Projects

/// A way to bring workers to renders.
///
/// A runner knows where workers run and how they are started. The folder of a render says what is to be done, whether it is, and what is
/// wished of it; workers read that by themselves, so a runner need not tell them to stop, and its word on a render only
/// adds to the folder's. To add one that is no batch system: a type in a folder of its own, and a line
/// in `RunnerList.written`.
public protocol Runner: Sendable {
  /// The name that jobs have of it.
  var name: String { get }

  /// Whether workers run on machines that it chooses, which have to see the project, and which `BatchResources` are asked of.
  var isElsewhere: Bool { get }

  /// Checks that it can be used.
  ///
  /// - Throws: `RenderError` where nobody knows a runner of its name, or its description is wrong.
  func check() throws

  /// Finds out whether a worker could run where it starts them.
  ///
  /// - Parameters:
  ///   - project: nil leaves out whether one can be written; never nil where workers run elsewhere.
  ///   - resources: decide on the machine where workers run elsewhere.
  /// - Throws: `RenderError` where nothing can be found out.
  func checkNode(for project: ProjectFolder?, resources: BatchResources) throws -> NodeCheck

  /// Sees to it that renders are taken.
  ///
  /// - Parameters:
  ///   - waiting: renders of this runner that are free to be taken, by their numbers; at least one.
  ///   - jobs: how many workers there may be on this machine.
  /// - Throws: `RenderError` where no worker can be started for them.
  func start(_ waiting: [Render], of queue: RenderQueue, jobs: Int) throws -> StartedWork

  /// Takes renders back that no worker has begun, and whose folders say already that they are cancelled or paused.
  ///
  /// - Throws: `RenderError` where it refuses: their workers end when they begin, since the folder says so.
  func takeBack(_ renders: [Render], of queue: RenderQueue) throws

  /// Asks elsewhere what became of renders, and keeps the answer in the project for all who look.
  ///
  /// - Parameters:
  ///   - renders: those whose state its answer can change.
  ///   - always: asks even where the last answer is fresh.
  func ask(about renders: [Render], of queue: RenderQueue, always: Bool)

  /// The states of renders by their folders and by what it knows: above all why they wait.
  ///
  /// - Parameters:
  ///   - renders: those that it can change, as their folders say.
  ///   - now: seconds since 1970 by this machine's clock.
  /// - Returns: a state for each, in the same order.
  func states(of renders: [Render], in queue: RenderQueue, at now: Int) -> [Render.State]
}

// A runner of this machine has nobody to ask.
extension Runner {
  public var isElsewhere: Bool { false }
  public func check() throws {}
  public func takeBack(_ renders: [Render], of queue: RenderQueue) throws {}
  public func ask(about renders: [Render], of queue: RenderQueue, always: Bool) {}
}
