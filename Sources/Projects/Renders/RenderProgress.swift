public import Coloring
import FoundationEssentials

/// One line of `progress.jsonl`: what a worker last said of its attempt.
public struct RenderProgress: Hashable, Sendable, Codable {
  public enum State: String, Sendable, Codable, CaseIterable {
    case running
    case paused
    /// Its result is the render's.
    case done
    case failed
    case cancelled
    /// It was told to end, by a signal: the machine goes down, or a scheduler needs the place.
    case interrupted
    /// It was done after another attempt had published: its result was thrown away.
    case duplicated
  }

  public var state: State
  /// Seconds since the beginning of 1970 by the worker's clock.
  public var time: Int
  public var stage: Stage?
  /// 0…1 of the stage.
  public var share: Double?
  /// 0…1 of the render.
  public var overall: Double
  /// Seconds of work so far, without pauses.
  public var worked: Double?
  /// Why it failed or was interrupted.
  public var reason: String?

  public init(_ state: State, time: Int, overall: Double, reason: String? = nil) {
    self.state = state
    self.time = time
    self.overall = overall
    self.reason = reason
  }

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
}
