public import Coloring
import FoundationEssentials
import Projects

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
  public var stage: StageKind?
  /// 0…1 of the stage.
  public var share: Double?
  /// 0…1 of the render.
  public var overall: Double
  /// Seconds of work so far, without pauses.
  public var worked: Double?
  /// Why it failed or was interrupted.
  public var reason: RenderReason?

  /// - Parameters:
  ///   - time: seconds since the beginning of 1970 by the worker's clock.
  ///   - overall: 0…1 of the render.
  ///   - reason: why it failed or was interrupted; nil for other states.
  public init(_ state: State, time: Int, overall: Double, reason: RenderReason? = nil) {
    self.state = state
    self.time = time
    self.overall = overall
    self.reason = reason
  }

  /// Older versions wrote a sentence alone; it is written still, for people.
  private enum CodingKeys: String, CodingKey {
    case state, time, stage, share, overall, worked
    case sentence = "reason"
    case cause
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    state = try fields.decode(State.self, forKey: .state)
    time = try fields.decode(Int.self, forKey: .time)
    stage = try fields.decodeIfPresent(StageKind.self, forKey: .stage)
    share = try fields.decodeIfPresent(Double.self, forKey: .share)
    overall = try fields.decode(Double.self, forKey: .overall)
    worked = try fields.decodeIfPresent(Double.self, forKey: .worked)
    // A reason that a newer version knows has its sentence too.
    let sentence = try fields.decodeIfPresent(String.self, forKey: .sentence)
    reason =
      (try? fields.decodeIfPresent(RenderReason.self, forKey: .cause)) ?? sentence.map { .told($0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(state, forKey: .state)
    try fields.encode(time, forKey: .time)
    try fields.encodeIfPresent(stage, forKey: .stage)
    try fields.encodeIfPresent(share, forKey: .share)
    try fields.encode(overall, forKey: .overall)
    try fields.encodeIfPresent(worked, forKey: .worked)
    try fields.encodeIfPresent(reason?.description, forKey: .sentence)
    try fields.encodeIfPresent(reason, forKey: .cause)
  }

  /// The last whole line of a file; nil where there is none.
  init?(lastIn file: String) {
    guard let tail = readTail(file, bytes: 4096) else { return nil }
    let lines = tail.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // A line without its newline is still being written.
    guard let last = lines.dropLast().last,
      let progress = try? JSONDecoder().decode(RenderProgress.self, from: Data(last))
    else { return nil }
    self = progress
  }
}
