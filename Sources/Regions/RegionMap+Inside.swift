import Raster

/// The point of each region farthest from its border.
///
/// An exact Euclidean distance transform of the paper, of which only each region's maximum is kept. A run of paper
/// whose middle or column distances cannot beat the region's best so far is passed over, which spares most of them.
extension RegionMap {
  /// A region's farthest paper pixel and its distance to the nearest pixel that is not its paper.
  struct Inside: Sendable, BitwiseCopyable {
    var index: Int
    var squared: Int
    var point: Point
    var radius: Double { Double(squared).squareRoot() }
  }

  /// - Parameters:
  ///   - barriers: set where there is no paper; the picture's surroundings count as set.
  ///   - count: how many regions there are.
  /// - Returns: by label, from 1; of equally far pixels the first in reading order.
  static func insides(
    labels: Plane<UInt16>, barriers: BitPlane, count: Int, work: Work
  ) throws(Cancelled) -> [Inside] {
    let (width, height) = (labels.width, labels.height)
    let distances = try barriers.columnDistances(to: true, outside: true, work: work)
    let none = Inside(index: -1, squared: -1, point: Point(0, 0))
    let bands = max(1, min(work.threads, height / 16))
    var perBand = [[Inside]](repeating: [], count: bands)
    perBand.withUnsafeMutableBufferPointer { perBand in
      nonisolated(unsafe) let perBand = perBand
      work.forEachBand(of: bands, smallest: 1) { range in
        for band in range {
          var best = [Inside](repeating: none, count: count)
          var envelope = LowerEnvelope()
          for y in height * band / bands..<height * (band + 1) / bands {
            if y & 31 == 0, work.isCancelled { return }
            barriers.forEachRun(inRow: y) { start, end, isSet in
              if isSet { return }
              let row = y * width
              let region = Int(labels.elements[row + start]) - 1
              let half = (end - start + 1) / 2
              guard half * half > best[region].squared else { return }
              var highest: UInt16 = 0
              for x in start..<end { highest = max(highest, distances[row + x]) }
              guard Int(highest) * Int(highest) > best[region].squared else { return }
              // One more column at each side: the barrier, or the picture's surroundings.
              envelope.solve(
                over: start - 1..<end + 1,
                distance: { $0 < start || $0 >= end ? 0 : distances[row + $0] }
              ) { x, _, squared in
                if squared > best[region].squared {
                  best[region] = Inside(index: region, squared: squared, point: Point(x, y))
                }
              }
            }
          }
          perBand[band] = best
        }
      }
    }
    try work.checkCancelled()
    // Bands are in reading order, so of equals the earlier one stays.
    return (0..<count).map { region in
      perBand.reduce(none) { $1[region].squared > $0.squared ? $1[region] : $0 }
    }
  }
}
