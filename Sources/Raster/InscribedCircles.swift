// The largest circle within each label.
//
// Idea: an exact distance transform of which only each label's maximum is kept. A run whose middle or column
// distances cannot beat its label's best so far is passed over, which spares most of them.
// Cost: two sweeps over the plane, then well under O(width · height); 2 bytes a pixel.

/// A circle that lies within one label.
public struct InscribedCircle: Sendable, BitwiseCopyable {
  /// The label's pixel that is farthest from all that is not the label's; of equals the first in reading order.
  public fileprivate(set) var center = Point(0, 0)
  /// The square of its distance to the nearest pixel that is not, in pixels²; -1 for a label without pixels.
  public fileprivate(set) var squaredRadius = -1

  /// In pixels; at least 1 for a label that has pixels.
  public var radius: Double { Double(squaredRadius).squareRoot() }
}

extension Plane where Element == UInt16 {
  /// The largest circle in each label, what lies outside the plane counting as another.
  ///
  /// - Returns: `[count]`, by label from 1.
  /// - Precondition: no label is over `count`.
  /// - Complexity: O(width · height), shared between the threads.
  public func inscribedCircles(count: Int, work: Work) throws(Cancelled) -> [InscribedCircle] {
    let distances = try columnDistancesToOthers(work: work)
    return try largestCircles(in: self, count: count, distances: distances, work: work) { y, body in
      let row = elements.span.extracting(y * width..<(y + 1) * width)
      var start = 0
      for x in 1...width where x == width || row[x] != row[start] {
        if row[start] != 0 { body(start, x) }
        start = x
      }
    }
  }

  /// The largest circle in each label that holds no pixel of `barriers`, what lies outside the plane
  /// counting as such.
  ///
  /// - Parameter barriers: lies between all labels: where two meet without, circles reach across.
  /// - Returns: `[count]`, by label from 1.
  /// - Precondition: labels outside `barriers` are 1 … `count`.
  /// - Complexity: O(width · height), shared between the threads.
  public func inscribedCircles(count: Int, between barriers: BitPlane, work: Work)
    throws(Cancelled) -> [InscribedCircle]
  {
    let distances = try barriers.columnDistances(to: true, outside: true, work: work)
    return try largestCircles(in: self, count: count, distances: distances, work: work) { y, body in
      barriers.forEachRun(inRow: y) { start, end, isSet in if !isSet { body(start, end) } }
    }
  }

  /// How far each pixel is from the nearest pixel of another label above or below it, at least 1.
  private func columnDistancesToOthers(work: Work) throws(Cancelled) -> [UInt16] {
    let (width, height) = (width, height)
    var result = Plane<UInt16>(width: width, height: height, repeating: 1)
    for isDown in [true, false] {
      result.elements.withUnsafeMutableBufferPointer { result in
        // Bands of columns are disjoint.
        nonisolated(unsafe) let result = result
        work.forEachBand(of: width, smallest: 64) { columns in
          let labels = elements.span
          for row in 0..<height {
            if row & 255 == 0, work.isCancelled { return }
            let here = (isDown ? row : height - 1 - row) * width
            // The plane's surroundings are another label.
            let before = row == 0 ? nil : isDown ? here - width : here + width
            for x in columns {
              var distance: UInt16 = 1
              if let before, labels[here + x] == labels[before + x] {
                distance = result[before + x] + (result[before + x] == .max ? 0 : 1)
              }
              // The sweep down found the distance upwards already.
              result[here + x] = isDown ? distance : Swift.min(result[here + x], distance)
            }
          }
        }
      }
      try work.checkCancelled()
    }
    return result.elements
  }
}

/// - Parameters:
///   - distances: each column's, to the nearest pixel that bounds a circle.
///   - forEachRun: calls its body with the first column, and the one past the last, of each run of one
///     label in a row.
@inline(__always)
private func largestCircles(
  in labels: Plane<UInt16>, count: Int, distances: [UInt16], work: Work,
  forEachRun: @Sendable (_ y: Int, _ body: (_ start: Int, _ end: Int) -> Void) -> Void
) throws(Cancelled) -> [InscribedCircle] {
  let width = labels.width
  let bands = work.mapBands(of: labels.height) { rows in
    var best = [InscribedCircle](repeating: InscribedCircle(), count: count)
    var envelope = LowerEnvelope()
    for y in rows {
      if y & 31 == 0, work.isCancelled { break }
      let row = y * width
      forEachRun(y) { start, end in
        let label = Int(labels.elements[row + start]) - 1
        let half = (end - start + 1) / 2
        guard half * half > best[label].squaredRadius else { return }
        var highest: UInt16 = 0
        for x in start..<end { highest = max(highest, distances[row + x]) }
        guard Int(highest) * Int(highest) > best[label].squaredRadius else { return }
        // One more column at each side: what bounds the run, or the plane's surroundings.
        envelope.solve(
          over: start - 1..<end + 1,
          distance: { $0 < start || $0 >= end ? 0 : distances[row + $0] }
        ) { x, _, squared in
          if squared > best[label].squaredRadius {
            best[label] = InscribedCircle(center: Point(x, y), squaredRadius: squared)
          }
        }
      }
    }
    return best
  }
  try work.checkCancelled()
  // Bands are in reading order, so of equals the earlier one stays.
  return (0..<count).map { label in
    bands.dropFirst().reduce(bands[0][label]) {
      $1[label].squaredRadius > $0.squaredRadius ? $1[label] : $0
    }
  }
}
