// The exact Euclidean distance transform.
//
// Idea: each pixel's distance within its column comes from one sweep down and one up. Along a row each column
// then offers a parabola, and the lower envelope of the parabolas is the squared distance.
// Cost: linear, whatever is set; an eighth of a byte a pixel beside the result.
// Source: Saito and Toriwaki (1994); Meijster, Roerdink, Hesselink: A general algorithm for computing distance
// transforms in linear time (2000); Felzenszwalb and Huttenlocher (2012).
// Not done: other metrics, distances below a pixel.

extension BitPlane {
  /// Each pixel's distance to the nearest pixel that is set, or that is not.
  ///
  /// - Parameters:
  ///   - value: whether to measure to pixels that are set, or to those that are not.
  ///   - outside: whether all that surrounds the plane counts as such a pixel.
  /// - Returns: `[H, W]`, in pixels: 0 on such a pixel, infinite where there is none; the nearest float
  ///   to the root of a whole number. Columns' distances over 65,534 rows count as none.
  /// - Complexity: O(width · height).
  public func distances(to value: Bool, outside: Bool = false, work: Work) throws(Cancelled)
    -> Plane<Float>
  {
    let columns = try ColumnDistances(in: self, to: value, outside: outside, work: work)
    let width = width
    var result = Plane<Float>(width: width, height: height, repeating: .infinity)
    result.elements.withUnsafeMutableBufferPointer { result in
      // Rows are disjoint.
      nonisolated(unsafe) let result = result
      work.forEachBand(of: height) { rows in
        var envelope = LowerEnvelope()
        columns.forEachRow(in: rows) { y, distances in
          if work.isCancelled { return }
          envelope.solve(
            over: outside ? -1..<width + 1 : 0..<width,
            distance: { $0 < 0 || $0 >= width ? 0 : distances[$0] }
          ) { x, _, squared in
            if x >= 0, x < width { result[y * width + x] = Float(Double(squared).squareRoot()) }
          }
        }
      }
    }
    try work.checkCancelled()
    return result
  }
}
