import Raster

/// Which regions are outside the figure.
///
/// The ground around a figure reaches the picture's edge, but so does a figure that the edge cuts off. So
/// a region is background if it holds a corner of the picture, or touches two of its sides.
/// What it cannot tell: a hole that shows the ground (between arm and body) from a part of the figure; line art
/// looks the same for both, so the match with the reference decides there.
extension RegionMap {
  /// - Parameters:
  ///   - statistics: of each region, by label from 1.
  ///   - labels: `[H, W]`.
  ///   - barriers: set where there is no paper.
  /// - Returns: for each region whether it is background.
  static func background(
    of statistics: [PaperStatistics], labels: Plane<UInt16>, barriers: BitPlane
  ) -> [Bool] {
    statistics.map { region in
      let sides = [
        region.left == 0, region.top == 0, region.right == labels.width - 1,
        region.bottom == labels.height - 1,
      ]
      return sides.filter { $0 }.count >= 2
    }
  }
}
