/// The kind of stroke that a pixel of line art belongs to.
public enum Stroke: UInt8, Sendable, BitwiseCopyable {
  case paper = 0
  case ink = 1
  case redTrace = 2
  case greenTrace = 3
  case blueTrace = 4
  /// Ink that bounds nothing: hatching, screentone.
  case hatching = 5

  /// Whether it is a trace line's, of whichever colour.
  public var isTrace: Bool { self != .paper && self != .ink && self != .hatching }

  /// Whether regions meet there.
  public var isBarrier: Bool { self != .paper && self != .hatching }
}
