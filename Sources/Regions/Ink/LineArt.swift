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
  /// Whether it is a layer of lines on transparency: its alpha alone says where ink is, whatever its colour.
  public let isLayer: Bool

  public init(
    darkness: Plane<UInt8>, strokes: Plane<Stroke>, strokeWidth: Double, isLayer: Bool = false
  ) {
    self.darkness = darkness
    self.strokes = strokes
    self.strokeWidth = strokeWidth
    self.isLayer = isLayer
  }

  public var width: Int { strokes.width }
  public var height: Int { strokes.height }

  /// The number of trace lines: of their pixels that hang together, by corners too.
  ///
  /// - Complexity: O(width · height).
  public func traceLineCount(work: Work) throws(Cancelled) -> Int {
    let traces = try BitPlane(strokes, work: work) { $0.isTrace }
    return try RunComponents(of: traces, where: true, connectivity: .eight, work: work).count
  }
}
