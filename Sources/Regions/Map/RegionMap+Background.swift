import Raster

/// The regions outside the figure.
///
/// The ground around a figure reaches the picture's corners. So does a figure that the lower edge cuts off, but
/// not as far up. So a region is background if it holds an upper corner, or a lower one and half
/// of the side above it. Where the drawing stands in a ruled frame, the frame's inside has such corners too, and what
/// lies outside of it is background. O(width + height).
/// Not told: a hole that shows the ground (between arm and body) from a part of the figure, and ground
/// that the figure cuts off from every corner; line art looks much the same for both, so that is decided
/// where the reference is known too.
extension RegionMap {
  /// - Parameters:
  ///   - labels: `[H, W]`.
  ///   - boxes: of the regions' paper.
  ///   - barriers: set where there is no paper: a corner under ink is nobody's.
  /// - Returns: whether each region is background.
  static func background(
    labels: Plane<UInt16>, boxes: RegionTable<Box>, barriers: BitPlane, frame: RuledFrame?
  ) -> RegionTable<Bool> {
    let holders = atCorners(
      width: labels.width, height: labels.height, barriers: barriers, frame: frame
    ) {
      labels[$0, $1]
    }
    var isBackground = boxes.mapValues { box in frame.map { $0.isOutside(box) } ?? false }
    for label in holders where label != 0 { isBackground[label] = true }
    return isBackground
  }

  /// The labels that hold an upper corner of the picture or of the frame's inside, or a lower one and half of the side above it.
  ///
  /// - Parameters:
  ///   - barriers: set where there is no paper.
  ///   - label: of a pixel.
  static func atCorners<Label: Hashable>(
    width: Int, height: Int, barriers: BitPlane, frame: RuledFrame?,
    label: (_ x: Int, _ y: Int) -> Label
  ) -> Set<Label> {
    var result: Set<Label> = []
    let picture = Box(x: 0, y: 0, width: width, height: height)
    for box in [picture, frame?.inside].compactMap(\.self) {
      for x in [box.x, box.maxX - 1] {
        if !barriers[x, box.y] { result.insert(label(x, box.y)) }
        guard !barriers[x, box.maxY - 1] else { continue }
        let corner = label(x, box.maxY - 1)
        let side = (box.y..<box.maxY).count { label(x, $0) == corner }
        if 2 * side >= box.height { result.insert(corner) }
      }
    }
    return result
  }
}
