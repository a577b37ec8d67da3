/// A character's hairstyle.
public struct HairStyle: Hashable, Sendable {
  public enum Fringe: Sendable {
    /// Even locks down to the brows.
    case full
    /// Falls to both sides of a parting.
    case parted
    /// Sweeps across to one side.
    case swept
    /// Short tufts.
    case spiky
  }

  public enum Back: Hashable, Sendable {
    /// To the chin.
    case bob
    /// Loose, so many heads below the crown.
    case long(Double)
    /// One high tail, so many heads long.
    case ponytail(Double)
    /// A tail on each side.
    case twinTails(Double)
    /// Put up, with a comb stuck in.
    case bun
    /// Cut short, standing out in tufts.
    case tufts
  }

  public var fringe: Fringe
  public var back: Back
  /// The reach of the locks before the ears, heads below the middle of the skull; 0 for none.
  public var sideLocks: Double

  public init(fringe: Fringe, back: Back, sideLocks: Double) {
    self.fringe = fringe
    self.back = back
    self.sideLocks = sideLocks
  }
}
