public import Raster

/// One drawing of a character with all that is true of it.
public struct FigureView: Sendable {
  /// The coloured drawing, `[H, W]`.
  public let colour: Image
  /// The line drawing, `[H, W]`: paper, dark lines, here and there trace lines in colour.
  public let line: Image
  /// Indices in `Part.standard`, `[H, W]`; no pixel is left out, also under lines.
  public let parts: Plane<UInt8>
  /// `PartGroup`s, `[H, W]`.
  public let groups: Plane<UInt8>
  /// Areas of one flat colour, `[H, W]`, numbered from 1, whether their borders are drawn or not.
  public let regions: Plane<UInt16>
  /// The paint of each pixel, without shade, line or ground, `[H, W]`.
  public let flats: Image
  /// Some 200 to 900 visible points with their lasting places.
  public let points: [TruePoint]
  /// The coloured drawing as an artist would ink it, `[H, W]`, 0 paper, 255 ink: no edges of shade, nothing inside
  /// an iris. Nil unless it was asked for.
  public let ink: Plane<UInt8>?
}
