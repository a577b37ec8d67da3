import ImageFormats
import Projects

/// The reason for a render's state: a value, which each interface says in its own language.
public indirect enum RenderReason: Hashable, Sendable, Codable {
  /// The words of some other program or an older nurie.
  case told(String)

  // Why it waits.
  case noWorker
  /// The reason lies with its batch system, by name.
  case batch(String, Step)

  // How its attempt ended, a clause.
  case toldToEnd(signal: Int)
  /// Nil where nobody can know which process it was.
  case workerEnded(process: Int32?)
  case machineRestarted
  case neverBegan
  /// Its job ended without a result.
  ///
  /// - what: of the attempt.
  /// - said: the batch system's last word; nil where it does not know the job any more.
  /// - printed: the last line that the job printed, where no worker began.
  case jobEnded(what: RenderReason, batch: String, said: String?, printed: String?)

  // Why its state is unknown.
  case neverGaveSign
  case silent(minutes: Int)

  // Why it failed.
  case resultTakenAway
  case journalTooShort
  case noDrawing(String)
  case noReference
  /// A file of the project, named from its folder on.
  case noFile(String)
  case diskFull
  /// Numbers of a projection grew beyond all bounds at this step.
  case notFinite(step: Int)

  // Why no worker can be started.
  /// The program that renders is no longer at this path.
  case programMoved(String)
  /// The system's reason.
  case cannotStart(String)

  /// A step on a render's way through a batch system.
  public indirect enum Step: Hashable, Sendable, Codable {
    case notHandedOver
    case handingOver
    /// The process that handed it over ended meanwhile.
    case handingOverEnded
    case notAsked
    case handedOver
    case queued
    /// It may start from a later time on; a job that was requeued may so after two minutes.
    case delayed
    /// Its job runs, and no worker has begun in it.
    case started
    /// Its attempt ended for this reason, and its job has not.
    case holds(RenderReason)
    case silent(String)
  }

  /// Why something could not be done for a render.
  ///
  /// - Parameter project: whose files are named from its folder on.
  init(_ error: any Error, in project: ProjectFolder) {
    switch error {
    case let error as RenderError: self = error.reason
    case let error as ImageError where error.problem == .diskFull: self = .diskFull
    case let error as ProjectError where error.problem == .diskFull: self = .diskFull
    case let error as ImageError where error.problem == .missing:
      self = .noFile(RenderReason.local(error.file, in: project))
    default: self = .told(RenderReason.local("\(error)", in: project))
    }
  }

  private static func local(_ text: String, in project: ProjectFolder) -> String {
    text.hasPrefix(project.path + "/") ? String(text.dropFirst(project.path.count + 1)) : text
  }
}

extension RenderReason: CustomStringConvertible {
  /// In English, for the command line and the log: a sentence without a full stop, ready for a terminal.
  public var description: String { printable(sentence) }

  private var sentence: String {
    switch self {
    case .told(let text): text
    case .noWorker: "no worker is running; nurie render --continue starts one"
    case .batch(let name, let step): step.sentence(name)
    case .toldToEnd(let signal): "its worker was told to stop (signal \(signal))"
    case .workerEnded(let process):
      process.map { "its process \($0) ended unexpectedly" }
        ?? "its worker ended unexpectedly"
    case .machineRestarted: "the machine was restarted meanwhile"
    case .neverBegan: "its worker never started"
    case .jobEnded(let what, let name, let said, let printed):
      "\(what.sentence); \(said.map { "\(name) says \($0)" } ?? "\(name) no longer knows its job")"
        + (printed.map { "; it printed: \($0)" } ?? "")
    case .neverGaveSign: "its worker on another machine has never given a sign of life"
    case .silent(let minutes):
      "its worker on another machine was last heard from \(minutes) minutes ago"
    case .resultTakenAway: "its result was removed"
    case .journalTooShort: "the project's journal is shorter than when the render was started"
    case .noDrawing(let name): "the drawing \(name) is not in the project"
    case .noReference: "the drawing has no reference; assign one"
    case .noFile(let file): "\(file): there is no such file"
    case .diskFull: "the disk is full"
    case .notFinite(let step):
      "its numbers grew beyond all bounds at step \(step); project with a checkpoint that was saved earlier"
    case .programMoved(let path):
      "the program that renders is no longer at \(path); start nurie again"
    case .cannotStart(let reason): "a worker could not be started (\(reason))"
    }
  }
}

extension RenderReason.Step {
  fileprivate func sentence(_ name: String) -> String {
    switch self {
    case .notHandedOver: "it has not been handed to \(name) yet; nurie render --continue does that"
    case .handingOver: "it is being handed to \(name)"
    case .handingOverEnded: "handing it to \(name) was cut short"
    case .notAsked: "\(name) has not been asked yet"
    case .handedOver: "it was handed to \(name) just now"
    case .queued: "in the queue of \(name)"
    case .delayed:
      "\(name) lets some time pass before it starts it, two minutes where its job was put back into the queue"
    case .started: "\(name) has started it, but its worker has not begun yet"
    case .holds(let what): "\(what), but \(name) has not ended its job yet"
    case .silent(let complaint): "\(name) does not answer: \(complaint)"
    }
  }
}
