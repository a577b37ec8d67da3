public import ImageFormats
public import Raster

/// Writes the labels of a drawing's regions as a picture: a PNG of one grey value of 16 bits a region.
///
/// - Parameters:
///   - labels: `[H, W]`; 0 for what is in no region.
///   - resolution: that of the drawing's file.
/// - Throws: `ImageError`, `Cancelled`.
/// - Complexity: O(pixels).
public func writeLabels(
  _ labels: Plane<UInt16>, to path: String, overwriting: Bool, resolution: Resolution?, work: Work
) throws {
  try writeLabels(
    labels, to: path, overwriting: overwriting,
    metadata: PictureMetadata(ofDrawing: resolution, settings: nil), work: work)
}

/// The same with what else is known of how they were made.
func writeLabels(
  _ labels: Plane<UInt16>, to path: String, overwriting: Bool, metadata: PictureMetadata, work: Work
) throws {
  try PNG.write(labels, to: path, overwriting: overwriting, metadata: metadata, work: work)
}
