// Labels grown over what has none, until they meet halfway.
//
// Idea: the exact distance transform, asked for the nearest pixel instead of its distance. A run of
// the mask has pixels that are not in it at both ends, which are nearer than any beyond: so each run is
// solved by itself, over its own columns and one more at each side.
// Cost: two sweeps over the plane, then O(pixels of the mask); an eighth of a byte a pixel.

extension Plane where Element == UInt16 {
  /// Gives each pixel of `mask` the label of the nearest pixel that is not in it (Euclidean, exact; of
  /// equals that of the leftmost column, then the upper one). A mask that is set everywhere changes nothing.
  ///
  /// - Precondition: `mask` has the plane's size.
  /// - Complexity: O(width · height), shared between the threads.
  public mutating func growNearest(over mask: BitPlane, work: Work) throws(Cancelled) {
    precondition(
      mask.width == width && mask.height == height,
      "a mask of \(mask.width)×\(mask.height) on labels of \(width)×\(height)")
    let (width, height) = (width, height)
    let columns = try ColumnDistances(in: mask, to: false, outside: false, work: work)
    elements.withUnsafeMutableBufferPointer { result in
      // Each row is written by one thread, and only where the mask is set; read is only where it is not.
      nonisolated(unsafe) let result = result
      work.forEachBand(of: height) { rows in
        var envelope = LowerEnvelope()
        columns.forEachRow(in: rows) { y, distances in
          if work.isCancelled { return }
          mask.forEachRun(inRow: y) { start, end, isSet in
            guard isSet else { return }
            let columns = Swift.max(0, start - 1)..<Swift.min(width, end + 1)
            envelope.solve(over: columns, distance: { distances[$0] }) { x, column, _ in
              guard x >= start, x < end else { return }
              let distance = Int(distances[column])
              let above = y - distance
              let source = above >= 0 && !mask[column, above] ? above : y + distance
              result[y * width + x] = result[source * width + column]
            }
          }
        }
      }
    }
    try work.checkCancelled()
  }
}
