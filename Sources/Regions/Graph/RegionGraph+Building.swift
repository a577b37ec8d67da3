// The graph of a region map.
//
// Idea: two regions meet along cracks, the unit edges between pixels of different labels. Every
// corner where four pixels meet is looked at once. The border runs through it from the middle of
// one crack to the middle of the next: straight on it is 1 long, round a turn √½, which gives
// diagonals their true length instead of a staircase's; where three or more cracks meet, each
// counts by its half. Sums are of whole numbers, so no order of threads shows in them.
//
// The kind of border is read at the crack: ink where one of its pixels is ink, else a trace line
// where one is that; where both are paper, only a closed gap or a cut can part them. This holds
// because regions meet under the middle of a line.
//
// Labels of a picture that was made smaller are taken as the blocks of pixels they stand for.
// Cost: one pass over labels; memory by borders, not by pixels.

public import Raster

extension RegionGraph {
  /// The graph of `map`, whose lines are `lineArt`'s.
  ///
  /// - Precondition: both have one size.
  /// - Complexity: O(width · height + borders · log borders).
  public init(map: RegionMap, lineArt: LineArt, work: Work) throws(Cancelled) {
    try self.init(
      labels: map.labels, strokes: lineArt.strokes, regionCount: map.regions.count, work: work)
  }

  /// The graph of `regionCount` regions.
  ///
  /// - Parameters:
  ///   - labels: `[H, W]`, each pixel's region, or each block's.
  ///   - strokes: as large.
  ///   - pixels: what the two stand for; nil for pixels. Lengths are in its pixels.
  /// - Complexity: O(width · height + borders · log borders).
  public init(
    labels: Plane<UInt16>, strokes: Plane<Stroke>, in pixels: Magnification? = nil,
    regionCount: Int, work: Work
  ) throws(Cancelled) {
    precondition(
      labels.width == strokes.width && labels.height == strokes.height,
      "labels of \(labels.width)×\(labels.height) for strokes of \(strokes.width)×\(strokes.height)"
    )
    let pixels = pixels ?? Magnification(scale: 1, width: labels.width, height: labels.height)
    pixels.check(labels)
    let bands = work.mapBands(of: labels.height + 1) { rows in
      var lengths = BorderLengths(labels: labels, strokes: strokes, pixels: pixels)
      for y in rows where !work.isCancelled {
        lengths.addCorners(above: y)
        if pixels.scale > 1, y < labels.height { lengths.addSides(ofRow: y) }
      }
      return lengths
    }
    try work.checkCancelled()
    var sums: [UInt32: BorderLengths.Sum] = [:]
    for band in bands { sums.merge(band.sums) { $0.adding($1) } }
    let borders = sums.sorted { $0.key < $1.key }.map { key, sum in
      Border(
        first: UInt16(key >> 16), second: UInt16(key & 0xFFFF), ink: sum.length(of: .ink),
        trace: sum.length(of: .trace), closing: sum.length(of: .closing))
    }
    self.init(borders: borders, regionCount: regionCount)
  }
}

/// The lengths of borders, measured corner by corner.
private struct BorderLengths: Sendable {
  /// Half cracks of one border, by boundary, where it runs straight on and where it turns.
  struct Sum: Sendable {
    var straight = SIMD4<Int32>()
    var turning = SIMD4<Int32>()

    func adding(_ other: Sum) -> Sum {
      Sum(straight: straight &+ other.straight, turning: turning &+ other.turning)
    }

    func length(of boundary: Boundary) -> Double {
      let lane = lane(of: boundary)
      return Double(straight[lane]) / 2 + Double(turning[lane]) * 0.125.squareRoot()
    }
  }

  let labels: Plane<UInt16>
  let strokes: Plane<Stroke>
  let pixels: Magnification
  /// Keyed by the smaller label in the upper half, the larger one in the lower.
  private(set) var sums: [UInt32: Sum] = [:]

  init(labels: Plane<UInt16>, strokes: Plane<Stroke>, pixels: Magnification) {
    self.labels = labels
    self.strokes = strokes
    self.pixels = pixels
  }

  /// Adds the corners on the upper edge of row `y`; `height` is the lower edge of the last.
  mutating func addCorners(above y: Int) {
    let width = labels.width
    // Beyond the picture's edges lies what lies inside them: a border ends there straight.
    let upper = max(y - 1, 0) * width
    let lower = min(y, labels.height - 1) * width
    addCorner(upper, upper, lower, lower)
    addCorner(upper + width - 1, upper + width - 1, lower + width - 1, lower + width - 1)
    for x in cornersOfDifferingPixels(upper: upper, lower: lower) {
      addCorner(upper + x, upper + x + 1, lower + x, lower + x + 1)
    }
  }

  /// Adds what lies between the corners of blocks: along a block's right and lower side a border runs straight on, through
  /// one corner of pixels fewer than the side has pixels.
  mutating func addSides(ofRow y: Int) {
    let row = y * labels.width
    for x in 0..<labels.width {
      let here = row + x
      if x + 1 < labels.width, labels.elements[here] != labels.elements[here + 1] {
        addHalfCracks(here, here + 1, Int32(2 * (pixels.rows(of: y).count - 1)), turns: false)
      }
      if y + 1 < labels.height, labels.elements[here] != labels.elements[here + labels.width] {
        addHalfCracks(
          here, here + labels.width, Int32(2 * (pixels.columns(of: x).count - 1)), turns: false)
      }
    }
  }

  /// The columns right of which not all four pixels have one label.
  private func cornersOfDifferingPixels(upper: Int, lower: Int) -> [Int] {
    let upper = labels.elements.span.extracting(upper..<upper + labels.width)
    let lower = labels.elements.span.extracting(lower..<lower + labels.width)
    var columns: [Int] = []
    for x in 0..<labels.width - 1 {
      let here = upper[x]
      if (here ^ upper[x + 1]) | (here ^ lower[x]) | (here ^ lower[x + 1]) != 0 {
        columns.append(x)
      }
    }
    return columns
  }

  /// Adds the corner where four pixels, given by index, meet.
  private mutating func addCorner(
    _ upperLeft: Int, _ upperRight: Int, _ lowerLeft: Int, _ lowerRight: Int
  ) {
    func differ(_ a: Int, _ b: Int) -> Bool { labels.elements[a] != labels.elements[b] }
    let above = differ(upperLeft, upperRight)
    let below = differ(lowerLeft, lowerRight)
    let left = differ(upperLeft, lowerLeft)
    let right = differ(upperRight, lowerRight)
    let turns = above != below && left != right
    // At the picture's edge two of the cracks are the same one.
    if above && upperLeft != lowerLeft { addHalfCracks(upperLeft, upperRight, 1, turns: turns) }
    if below { addHalfCracks(lowerLeft, lowerRight, 1, turns: turns) }
    if left && upperLeft != upperRight { addHalfCracks(upperLeft, lowerLeft, 1, turns: turns) }
    if right { addHalfCracks(upperRight, lowerRight, 1, turns: turns) }
  }

  private mutating func addHalfCracks(_ a: Int, _ b: Int, _ count: Int32, turns: Bool) {
    let labels = (self.labels.elements[a], self.labels.elements[b])
    let key = UInt32(min(labels.0, labels.1)) << 16 | UInt32(max(labels.0, labels.1))
    let lane = lane(of: boundary(strokes.elements[a], strokes.elements[b]))
    if turns {
      sums[key, default: Sum()].turning[lane] += count
    } else {
      sums[key, default: Sum()].straight[lane] += count
    }
  }
}

private func boundary(_ a: Stroke, _ b: Stroke) -> Boundary {
  if a == .ink || b == .ink { return .ink }
  return a.isTrace || b.isTrace ? .trace : .closing
}

private func lane(of boundary: Boundary) -> Int {
  switch boundary {
  case .ink: 0
  case .trace: 1
  case .closing: 2
  }
}
