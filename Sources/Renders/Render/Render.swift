import ImageFormats

// A render is a folder, and nothing else: no daemon keeps a list, and the files say all there is.
//
//     renders/NUMBER/job.json            what to do; never changes
//                    order               its place in the queue, where that is not its number
//                    cancel, pause       there while it is to stop, or to wait
//                    ticket.json         its number with a batch system, from before it is handed over
//                    submit.sh           the job of its batch, in the folder of the first
//                    start.log           what its job printed before a worker took it
//                    attempts/K/         the K-th worker's claim
//                               worker.json      who does it, touched every few seconds
//                               progress.jsonl   appended
//                               preview.png      replaced whole
//                               log              what happened, in sentences
//                               result/          until it is whole
//                               given-up         there where another attempt is wanted in its place
//                    result/             result.png, and its layers if asked for: the render is done
//             workers/HOST-PROCESS       the workers that go through the queue
//             workers.log                what they printed between renders
//             schedulers/NAME.json       what a batch system last said
//             history.jsonl              how long renders took; it outlives them
//             bell                       written when something of the queue changes, for who watches
//
// A claim is made aside, with who makes it, and renamed to `attempts/K`. No file system renames a folder onto one that holds
// something, so of two workers one gets it, and there is never a claim without a name. Publishing is the same once more:
// an attempt writes its result into its own folder, sees that no later attempt was made, and renames the folder to `result`.
// So two attempts at one render may both be done, and are told of, but a result is put there once and never changed.

/// A colouring job as its folder tells: the folder is all that who starts a render and who does it share.
public struct Render: Hashable, Sendable, Identifiable {
  public let number: Int
  public let folder: String
  public let job: RenderJob
  public internal(set) var state: State
  /// The last that its newest attempt told; nil before the first.
  public let progress: RenderProgress?
  /// Its place in the queue: the smallest goes first, and of equals the smallest number.
  public let order: Double
  /// The number of the newest attempt; 0 before the first.
  public let attempt: Int
  /// The folder of the newest attempt that counts; nil before the first.
  public let attemptFolder: String?
  /// The worker that made the newest attempt.
  public let worker: WorkerIdentity?
  /// The number of attempts that were done after another had published.
  public let duplicates: Int
  /// The seconds of work that were left when `progress` was told, as earlier renders say; nil where none is like it.
  public internal(set) var expected: Double?
  /// Whether it was told to stop or to wait; a worker obeys within a moment.
  public let isToStop: Bool
  public let isToPause: Bool
  /// Its number with a batch system; nil where it is with none.
  public let ticket: BatchTicket?

  public var id: Int { number }
  /// Whether it waits or runs.
  public var isActive: Bool {
    switch state {
    case .queued, .waiting, .running, .paused: true
    case .done, .failed, .cancelled, .interrupted, .unknown: false
    }
  }
  /// Whether it will end without anybody's help.
  public var goesOn: Bool {
    switch state {
    case .queued, .running: true
    case .waiting: ticket != nil
    default: false
    }
  }
  /// Whether its attempt ended before it was done.
  public var isInterrupted: Bool { if case .interrupted = state { true } else { false } }
  public var result: String { resultFolder + "/result.png" }
  /// The layered file, where the job asks for one.
  public var layers: String? { job.layers.map { resultFolder + "/result" + $0.suffix } }
  public var preview: String? { attemptFolder.map { $0 + "/preview.png" } }
  public var log: String? { attemptFolder.map { $0 + "/log" } }

  let resultFolder: String

  public enum State: Hashable, Sendable {
    /// A worker takes it when its turn comes.
    case queued
    /// No worker takes it until something changes.
    case waiting(RenderReason)
    case running
    case paused
    case done
    case cancelled
    case failed(RenderReason)
    /// Its attempt ended before it was done.
    case interrupted(RenderReason)
    /// Its worker, on another machine, may still be at it, or may have ended.
    case unknown(RenderReason)
  }

  /// Seconds that its newest attempt has worked, without pauses; nil before it said so.
  ///
  /// - Parameter now: seconds since 1970.
  public func elapsed(at now: Int) -> Int? {
    guard let progress, let worked = progress.worked else { return nil }
    return Int(worked) + sinceTold(at: now)
  }

  /// Seconds of work since its last word.
  private func sinceTold(at now: Int) -> Int {
    guard state == .running, let progress, progress.state == .running else { return 0 }
    return max(0, now - progress.time)
  }

  /// About how many seconds are left: as earlier renders say, or else from the share done so far; nil before that says
  /// something.
  public func remaining(at now: Int) -> Int? {
    guard state == .running, let progress, let elapsed = elapsed(at: now) else { return nil }
    if let expected {
      return Int(max(0, expected - Double(sinceTold(at: now))).rounded(.up))
    }
    let share = progress.overall
    guard share > 0.05, elapsed >= 2 else { return nil }
    return Int((Double(elapsed) * (1 - share) / share).rounded(.up))
  }
}
