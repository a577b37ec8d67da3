import Raster

/// Labels grown under the ink, so that flat fills leave no unpainted pixel.
///
/// Each pixel that is not paper takes the label of the nearest paper (Euclidean, exact; of equals the
/// leftmost column, then the upper pixel). A run of ink has paper at both ends, which is nearer than any beyond:
/// so each run is solved by itself, over its own columns and one more at each side.
/// Cost: two sweeps over the plane, then O(ink).
extension RegionMap {
  /// - Parameters:
  ///   - components: the paper.
  ///   - labels: each component's label; 0 for those that are grown over.
  ///   - barriers: set wherever there is no labelled paper.
  /// - Returns: `[H, W]`, each pixel's label; all 0 if no component has one.
  static func grownLabels(
    of components: PaperComponents, labels: [UInt16], barriers: BitPlane, work: Work
  ) throws(Cancelled) -> Plane<UInt16> {
    let (width, height) = (barriers.width, barriers.height)
    var result = Plane<UInt16>(width: width, height: height, repeating: 0)
    work.forEachRow(of: &result) { y, row in
      for run in components.rowRuns(y) {
        let run = components.runs[run]
        let label = labels[Int(run.component)]
        for x in Int(run.start)..<Int(run.end) { row[x] = label }
      }
    }
    try work.checkCancelled()
    let distances = try barriers.columnDistances(to: false, outside: false, work: work)
    result.elements.withUnsafeMutableBufferPointer { result in
      distances.withUnsafeBufferPointer { distances in
        // Each row is written by one thread, and only where there is a barrier; read is only paper.
        nonisolated(unsafe) let result = result
        nonisolated(unsafe) let distances = distances
        work.forEachBand(of: height) { rows in
          var envelope = LowerEnvelope()
          for y in rows {
            if y & 31 == 0, work.isCancelled { return }
            let row = y * width
            barriers.forEachRun(inRow: y) { start, end, isSet in
              guard isSet else { return }
              let columns = max(0, start - 1)..<min(width, end + 1)
              envelope.solve(over: columns, distance: { distances[row + $0] }) { x, column, _ in
                guard x >= start, x < end else { return }
                let distance = Int(distances[row + column])
                let above = y - distance
                let source = above >= 0 && !barriers[column, above] ? above : y + distance
                result[row + x] = result[source * width + column]
              }
            }
          }
        }
      }
    }
    try work.checkCancelled()
    return result
  }
}
