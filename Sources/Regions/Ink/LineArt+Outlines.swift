public import Raster

extension LineArt {
  /// The darkness without that of hatching and screentone.
  ///
  /// - Returns: `[H, W]`.
  /// - Complexity: O(width · height), where there is any hatching.
  public func darknessOfOutlines(work: Work) throws(Cancelled) -> Plane<UInt8> {
    guard strokes.elements.contains(.hatching) else { return darkness }
    var result = darkness
    try work.forEachRow(of: &result) { y, row in
      for x in row.indices where row[x] > 0 && strokes[x, y] != .ink {
        // The soft edge of a stroke is thresholded as paper.
        let isHatched = (max(0, y - 1)...min(height - 1, y + 1)).contains { v in
          (max(0, x - 1)...min(width - 1, x + 1)).contains { u in strokes[u, v] == .hatching }
        }
        if isHatched { row[x] = 0 }
      }
    }
    return result
  }
}
