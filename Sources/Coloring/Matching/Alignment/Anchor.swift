import Raster
import Regions

/// A place of the drawing whose counterpart is certain, because the artist pinned it. It drags the
/// alignment around it along, less the farther away.
struct Anchor: Sendable {
  /// In cells of the drawing's view.
  let place: SIMD2<Float>
  /// From where the alignment had it to where it is, in cells of the reference's view.
  let pull: SIMD2<Float>
  /// Within which distance others follow, in cells of the drawing's view (a standard deviation).
  let reach: Float

  /// The middle of `region` brought to the middle of `counterpart`.
  ///
  /// - Parameter figureSide: the long side of the drawing's figure in cells.
  init(
    _ region: Region, to counterpart: Region, alignment: DenseAlignment,
    from drawing: MatchingFrame,
    figureSide: Float, to reference: MatchingFrame
  ) {
    place = drawing.cell(ofPixel: Self.middle(of: region))
    pull = reference.cell(ofPixel: Self.middle(of: counterpart)) - alignment.place(of: place)
    let half = Float(max(region.box.width, region.box.height)) / 2 / Float(drawing.cell)
    reach = half + 0.05 * figureSide
  }

  private static func middle(of region: Region) -> SIMD2<Float> {
    SIMD2(Float(region.centroid.x), Float(region.centroid.y))
  }
}
