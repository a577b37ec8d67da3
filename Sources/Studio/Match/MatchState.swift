public import Projects
public import Raster
public import Regions

/// The view of drawing and reference side by side.
public struct MatchState: Sendable {
  public enum Side: Hashable, Sendable { case drawing, reference }

  /// The tint of the drawing's regions.
  public enum Tint: Hashable, Sendable { case colours, parts }

  /// The side that has the keys.
  public var side = Side.drawing
  /// The reference that the artist turned to; nil shows that of the selected region's counterpart.
  public var reference: PictureID?
  /// A point of the shown reference, in the region that is selected there.
  public var place: Point?
  /// The region whose counterpart is being chosen in the reference.
  public var pinning: RegionName?
  public var tint = Tint.colours
  /// The tint's opacity over the paper, 0…1.
  public var opacity = 0.5
  /// The target of the last pin, to be repeated.
  public var lastPin: PinTarget?
  /// The artist's place before something was shown closer.
  var closerLook: CloserLook?

  public init() {}
}

/// A region of a reference, as it lasts.
public struct PinTarget: Hashable, Sendable {
  public var reference: PictureID
  public var counterpart: RegionName
}
