/// How the drawing's parts are shown.
public struct MasksState: Sendable {
  /// How much of the parts' colours is seen over the paper, 0…1.
  public var opacity = 0.75

  public init() {}
}
