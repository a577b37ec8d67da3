public import Raster

/// A drawing read as strokes: where ink is, where coloured trace lines are, how wide a line is.
///
/// `init(_:work:)` in `LineArt+Reading.swift` makes one from a picture.
public struct LineArt: Sendable {
  /// The darkness of ink, paper evened out: 0 bare paper … 255 full ink; trace lines count as paper.
  public let darkness: Plane<UInt8>
  /// Each pixel's kind, thresholded.
  public let strokes: Plane<Stroke>
  /// The median width of the ink's strokes in pixels; at least 1. Distances that must scale with the
  /// drawing are given in it.
  public let strokeWidth: Double

  public init(darkness: Plane<UInt8>, strokes: Plane<Stroke>, strokeWidth: Double) {
    self.darkness = darkness
    self.strokes = strokes
    self.strokeWidth = strokeWidth
  }

  public var width: Int { strokes.width }
  public var height: Int { strokes.height }
}
