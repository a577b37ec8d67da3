/// The kind of stroke that a pixel of line art belongs to.
public enum Stroke: UInt8, Sendable, BitwiseCopyable {
  case paper = 0
  case ink = 1
  case redTrace = 2
  case greenTrace = 3
  case blueTrace = 4

  /// Whether it is a trace line's, of whichever colour.
  public var isTrace: Bool { self != .paper && self != .ink }
}
