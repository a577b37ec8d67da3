public import ImageFormats
public import Raster

/// Writes lines that were found in a coloured drawing, as a PNG.
///
/// - Parameters:
///   - lines: `[H, W]`: 0 ink, 255 paper.
///   - resolution: that of the drawing's file.
/// - Throws: `ImageError`, `Cancelled`.
/// - Complexity: O(pixels).
public func writeLines(
  _ lines: Plane<UInt8>, to path: String, overwriting: Bool, resolution: Resolution?, work: Work
) throws {
  try PNG.write(
    lines, to: path, overwriting: overwriting,
    metadata: PictureMetadata(ofDrawing: resolution, settings: nil), work: work)
}
