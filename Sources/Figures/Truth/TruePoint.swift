/// A visible point of a figure and its lasting place: two points of a pair's views with the same group and
/// equal `u` and `v` are the same place of the character.
public struct TruePoint: Hashable, Sendable, BitwiseCopyable {
  /// Pixels.
  public var x: Int32
  public var y: Int32
  public var group: PartGroup
  /// An index in `Part.standard`.
  public var part: UInt8
  /// A value of the view's `regions`.
  public var region: UInt16
  /// Distance from the group's middle, 0…1, on its back 1…2; left and right are folded together.
  public var u: Float
  /// Along the group, 0…1.
  public var v: Float
}
