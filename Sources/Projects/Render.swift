public import Coloring
import FoundationEssentials
import ImageFormats

/// A colouring job as its folder tells: the folder is all that who starts a render and who does it share.
///
///     renders/NUMBER/job.json         what to do
///                    claim/           made by who starts it
///                    worker.json      who does it: host, user, process, boot
///                    progress.jsonl   appended
///                    preview.png      replaced whole
///                    result.png       and result.psd or result.ora: the render is done when result.png is there
///                    cancel           made by who wants it to stop
///                    log              what the worker's process printed
public struct Render: Hashable, Sendable, Identifiable {
  public let number: Int
  public let folder: String
  public let job: RenderJob
  public let state: State
  /// The last that was told; nil before the first.
  public let progress: RenderProgress?
  /// When its worker began, in seconds since 1970 by the clock of the file system; nil before.
  public let started: Int?

  public var id: Int { number }
  /// Whether it waits or runs.
  public var isActive: Bool { state == .queued || state == .running }
  public var preview: String { folder + "/preview.png" }
  public var result: String { folder + "/result.png" }
  public var log: String { folder + "/log" }

  public enum State: Hashable, Sendable {
    /// Nobody has begun.
    case queued
    case running
    case done
    case cancelled
    /// Why: a sentence.
    case failed(String)
    /// Its worker ended without a word: killed, or the machine went down.
    case interrupted
  }

  /// Reads a render's folder; nil where it has no job.
  ///
  /// - Parameter patience: how many seconds a worker has to begin.
  /// - Complexity: a few system calls and the last 4 KB of its progress.
  public init?(folder: String, own: LockHolder = .own(), patience: Int = 30) {
    guard let name = folder.split(separator: "/").last, let number = Int(name),
      let job = try? RenderJob(file: folder + "/job.json")
    else { return nil }
    self.number = number
    self.folder = folder
    self.job = job
    progress = RenderProgress(lastIn: folder + "/progress.jsonl")
    let began = FileStatus(folder + "/worker.json") ?? FileStatus(folder + "/claim")
    started = began.map { $0.changed / 1_000_000_000 }
    let worker = (try? readBytes(folder + "/worker.json", limit: 65_536)).flatMap(
      ProjectLock.holder)
    state =
      switch progress?.state {
      case .done: .done
      case .failed: .failed(printable(progress?.reason ?? ""))
      case .cancelled: .cancelled
      case .running, nil:
        if let worker {
          worker.hasEnded(seenBy: own) ? .interrupted : .running
        } else if let started {
          // Claimed, and the worker has not spoken yet: it does within a moment, or never.
          Timestamp.now() - started > patience ? .interrupted : .running
        } else {
          .queued
        }
      }
  }
}

/// One line of `progress.jsonl`.
public struct RenderProgress: Hashable, Sendable, Codable {
  public enum State: String, Sendable, Codable {
    case running
    case done
    case failed
    case cancelled
  }

  public var state: State
  /// Seconds since the beginning of 1970 by the worker's clock.
  public var time: Int
  public var stage: Stage?
  /// 0…1 of the stage.
  public var share: Double?
  /// 0…1 of the render.
  public var overall: Double
  /// Why it failed.
  public var reason: String?

  /// The last whole line of a file; nil where there is none.
  init?(lastIn file: String) {
    guard let tail = readTail(file, bytes: 4096) else { return nil }
    let lines = tail.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What follows the last newline is still being written.
    guard let last = lines.dropLast().last,
      let progress = try? JSONDecoder().decode(RenderProgress.self, from: Data(last))
    else { return nil }
    self = progress
  }

  init(_ state: State, time: Int, overall: Double, reason: String? = nil) {
    self.state = state
    self.time = time
    self.overall = overall
    self.reason = reason
  }

  init(_ progress: ColoringProgress, time: Int) {
    state = .running
    self.time = time
    stage = progress.stage
    share = progress.share
    overall = progress.overall
  }
}
