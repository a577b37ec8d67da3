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
  /// - Returns: for each region, by label from 1, whether it is background.
  static func background(count: Int, labels: Plane<UInt16>, barriers: BitPlane) -> [Bool] {
    var result = [Bool](repeating: false, count: count + 1)
    for x in [0, labels.width - 1] {
      if !barriers[x, 0] { result[Int(labels[x, 0])] = true }
      guard !barriers[x, labels.height - 1] else { continue }
      let corner = labels[x, labels.height - 1]
      let side = (0..<labels.height).count { labels[x, $0] == corner }
      if 2 * side >= labels.height { result[Int(corner)] = true }
    }
    return Array(result.dropFirst())
  }
}
