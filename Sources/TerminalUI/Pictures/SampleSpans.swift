/// The pixels along one axis that each subcell in a row shows.
///
/// From one pixel a subcell on every pixel belongs to one subcell; below that a subcell shows the one
/// pixel in its middle.
struct SampleSpans: Sendable {
  /// Subcell `i` shows pixels `starts[i] ..< ends[i]`; none where the two are equal.
  let starts: [Int]
  let ends: [Int]

  /// - Parameters:
  ///   - count: subcells.
  ///   - origin: where the first begins, in pixels.
  ///   - step: pixels a subcell; over 0.
  ///   - limit: there are pixels `0 ..< limit`.
  init(count: Int, origin: Double, step: Double, limit: Int) {
    let inside = { (place: Double) in min(limit, max(0, Int(place.rounded(.down)))) }
    if step >= 1 {
      let edges = (0...count).map { inside(origin + Double($0) * step + 0.5) }
      starts = Array(edges.dropLast())
      ends = Array(edges.dropFirst())
    } else {
      let middles = (0..<count).map { origin + (Double($0) + 0.5) * step }
      starts = middles.map(inside)
      ends = middles.map { $0 >= 0 && $0 < Double(limit) ? inside($0) + 1 : inside($0) }
    }
  }

  /// Blocks of `side` pixels that cover `0 ..< limit`; the last may be smaller.
  init(blocksOf side: Int, limit: Int) {
    starts = Array(stride(from: 0, to: limit, by: side))
    ends = starts.map { min(limit, $0 + side) }
  }

  private init(starts: [Int], ends: [Int]) {
    self.starts = starts
    self.ends = ends
  }

  /// The spans of some of the subcells.
  func extracting(_ range: Range<Int>) -> SampleSpans {
    SampleSpans(starts: Array(starts[range]), ends: Array(ends[range]))
  }

  var count: Int { starts.count }

  func isEmpty(_ index: Int) -> Bool { starts[index] == ends[index] }
}
