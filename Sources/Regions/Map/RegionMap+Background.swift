import Raster

/// The regions outside the figure.
///
/// The ground around a figure reaches the picture's corners. So does a figure that the lower edge cuts off, but
/// not as far up. So a region is background if it holds an upper corner, or a lower one and half
/// of the side above it. O(width + height).
/// Not told: a hole that shows the ground (between arm and body) from a part of the figure, and ground
/// that the figure cuts off from every corner; line art looks much the same for both, so that is decided
/// where the reference is known too.
extension RegionMap {
  /// - Parameters:
  ///   - count: how many regions there are.
  ///   - labels: `[H, W]`.
  ///   - barriers: set where there is no paper: a corner under ink is nobody's.
  /// - Returns: whether each region is background.
  static func background(count: Int, labels: Plane<UInt16>, barriers: BitPlane)
    -> RegionTable<Bool>
  {
    let holders = atCorners(width: labels.width, height: labels.height, barriers: barriers) {
      labels[$0, $1]
    }
    var isBackground = RegionTable(repeating: false, count: count)
    for label in holders { isBackground[label] = true }
    return isBackground
  }

  /// The labels that hold an upper corner, or a lower one and half of the side above it.
  ///
  /// - Parameters:
  ///   - barriers: set where there is no paper.
  ///   - label: of a pixel.
  static func atCorners<Label: Hashable>(
    width: Int, height: Int, barriers: BitPlane, label: (_ x: Int, _ y: Int) -> Label
  ) -> Set<Label> {
    var result: Set<Label> = []
    for x in [0, width - 1] {
      if !barriers[x, 0] { result.insert(label(x, 0)) }
      guard !barriers[x, height - 1] else { continue }
      let corner = label(x, height - 1)
      let side = (0..<height).count { label(x, $0) == corner }
      if 2 * side >= height { result.insert(corner) }
    }
    return result
  }
}
