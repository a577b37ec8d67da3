import Raster

/// A gap that may be closed.
struct ClosingCandidate: Sendable {
  /// The index of the stroke end it starts from.
  var first: Int
  /// The stroke end it leads to; nil where it leads to a stroke's side.
  var second: Int?
  /// Whether it leads to the picture's edge, where its last pixel is open paper.
  var endsAtEdge = false
  /// The distance around its ends within which ink is only the stroke itself, in pixels.
  var clearance: (from: Double, to: Double)
  /// Its two ends, on ink.
  var from: Point
  var to: Point
  /// The open distance in pixels.
  var distance: Double
  /// The distance, longer the less the strokes point at each other: what candidates are ranked by.
  var cost: Double
  var path: ClosingPath
}

/// Finding which ends may belong together.
///
/// Two ends are ranked by distance and by how hard a curve would have to bend to join them, measured as in
/// Sharon, Brandt and Basri's approximation of elastica (2000): `a² + b² - a·b` of the angles that each end makes
/// with the line between, equal angles to the same side being an arc. Then an arc or a corner costs little, an S
/// three times as much. An end that meets no other may meet a stroke's side: rays are cast ahead of it, a fan 90° wide.
struct ClosingCandidates {
  let strokes: BitPlane
  let ends: [StrokeEnd]
  /// The widest opening to close, in pixels.
  let gap: Double
  /// The distance from a side at which ink may float and still meet it, as a share of its own extent: a short stroke far
  /// from any side is a fold or a mouth, not a border.
  let floatingShare: Double

  /// The ends in square cells: those within reach of a pixel lie in its cell or the eight around.
  private let cell: Int
  private let columns: Int
  private var cells: [[Int]]

  /// The weight of bending beside distance.
  static let bending = 0.7

  /// The factor by which another end may be farther than a stroke's side and still be preferred.
  static let sideFactor = 1.2

  /// The factor by which ink may be farther than the picture's edge and still be preferred.
  static let edgeFactor = 1.6

  /// The farthest two ends may be.
  var reach: Double { gap + GapClosing.tolerance(of: gap) }

  init(strokes: BitPlane, ends: [StrokeEnd], gap: Double, floatingShare: Double) {
    self.floatingShare = floatingShare
    self.strokes = strokes
    self.ends = ends
    self.gap = gap
    // Ends this far apart at most: beyond the open distance there may be half of two wide strokes.
    let radius = ends.reduce(0) { max($0, $1.radius) }
    cell = max(8, Int(gap + GapClosing.tolerance(of: gap) + 2 * radius) + 2)
    columns = strokes.width / cell + 1
    cells = Array(repeating: [], count: columns * (strokes.height / cell + 1))
    for (index, end) in ends.enumerated() {
      cells[end.tip.y / cell * columns + end.tip.x / cell].append(index)
    }
  }

  /// Every pair of ends that may be joined.
  func pairs(work: Work) throws(Cancelled) -> [ClosingCandidate] {
    var result: [ClosingCandidate] = []
    for (index, end) in ends.enumerated() {
      if index & 63 == 0 { try work.checkCancelled() }
      forEachEnd(near: end.tip) { other in
        if other > index, let candidate = pair(index, other) { result.append(candidate) }
      }
    }
    return result
  }

  /// Calls `body` with each end that may lie within reach of a pixel, and a few more.
  func forEachEnd(near point: Point, _ body: (Int) -> Void) {
    let (column, row) = (point.x / cell, point.y / cell)
    for y in max(0, row - 1)...min(cells.count / columns - 1, row + 1) {
      for x in max(0, column - 1)...min(columns - 1, column + 1) {
        for index in cells[y * columns + x] { body(index) }
      }
    }
  }

  private func pair(_ a: Int, _ b: Int) -> ClosingCandidate? {
    let first = ends[a]
    let second = ends[b]
    let chord = PixelVector(second.tip) - PixelVector(first.tip)
    let distance = chord.length
    guard distance > 0 else { return nil }
    // A stroke's own two ends, if it is hardly longer than the gap.
    if first.spine.contains(second.tip) || second.spine.contains(first.tip) { return nil }
    let towards = chord / distance
    let alpha = Self.bend(of: first.direction, from: towards)
    let beta = -Self.bend(of: second.direction, from: -towards)
    let strain = alpha * alpha + beta * beta - alpha * beta
    // Both beyond a right angle point away from each other.
    guard max(abs(alpha), abs(beta)) < 1.62, strain < 2.6 else { return nil }
    // The open length leaves out the ink at the tips: half a pixel ahead of each, half a width beside it.
    let ink =
      0.5 * abs(first.direction.dot(towards)) + first.radius * abs(first.direction.cross(towards))
      + 0.5 * abs(second.direction.dot(towards))
      + second.radius * abs(second.direction.cross(towards))
    let open = max(0, distance - ink)
    guard open <= reach else { return nil }
    let cost = open * (1 + Self.bending * strain)
    return ClosingCandidate(
      first: a, second: b, clearance: (first.radius + 1, second.radius + 1), from: first.tip,
      to: second.tip, distance: open, cost: cost,
      path: ClosingPath(first, second))
  }

  /// The turn of `direction` from `axis`, both of length 1: as the chord of the angle, 0 … ±2.
  private static func bend(of direction: PixelVector, from axis: PixelVector) -> Double {
    let chord = max(0, 2 - 2 * direction.dot(axis)).squareRoot()
    return axis.cross(direction) < 0 ? -chord : chord
  }

  /// The best way from one end to a stroke's side; nil where there is none within reach.
  ///
  /// - Parameter barriers: ink, trace lines, and the gaps closed so far.
  func side(from index: Int, barriers: BitPlane) -> ClosingCandidate? {
    let end = ends[index]
    var best: ClosingCandidate?
    for step in -8...8 {
      // The tangent of half the angle; ±8 is ±45°.
      let t = Double(step) * 0.0518
      let cosine = (1 - t * t) / (1 + t * t)
      let sine = 2 * t / (1 + t * t)
      let direction = PixelVector(
        end.direction.x * cosine - end.direction.y * sine,
        end.direction.x * sine + end.direction.y * cosine)
      let weight = 1 + 2 * Self.bending * (2 - 2 * cosine)
      guard let hit = cast(from: end, along: direction, barriers: barriers) else { continue }
      let distance = max(0, (PixelVector(hit) - PixelVector(end.tip)).length - 1)
      let edgeFactor = barriers[hit] ? 1 : Self.edgeFactor
      let cost = distance * weight * Self.sideFactor * edgeFactor + 1
      if distance <= reach, distance <= end.extent * floatingShare,
        cost < best?.cost ?? .infinity
      {
        best = ClosingCandidate(
          first: index, second: nil, endsAtEdge: !barriers[hit],
          clearance: (end.radius + 1, 1), from: end.tip, to: hit,
          distance: distance, cost: cost,
          path: ClosingPath(from: end.tip, to: hit))
      }
    }
    return best
  }

  /// The first pixel that a ray meets, other than the end's own; the picture's edge counts.
  private func cast(from end: StrokeEnd, along direction: PixelVector, barriers: BitPlane) -> Point?
  {
    var last = end.tip
    var travelled = 0.0
    while travelled <= reach + 1 {
      travelled += 0.5
      let point = (PixelVector(end.tip) + direction * travelled).pixel
      if point == last { continue }
      let near = travelled < 1.5
      guard point.x >= 0, point.x < barriers.width, point.y >= 0, point.y < barriers.height else {
        return near ? nil : last
      }
      let passesCorner =
        point.x != last.x && point.y != last.y && barriers[point.x, last.y]
        && barriers[last.x, point.y]
      if barriers[point] || passesCorner {
        let hit = barriers[point] ? point : Point(point.x, last.y)
        if !near { return isOwn(hit, of: end) ? nil : hit }
      }
      last = point
    }
    return nil
  }

  /// Whether a pixel belongs to the stroke just behind its end.
  private func isOwn(_ point: Point, of end: StrokeEnd) -> Bool {
    let reach = end.radius + 1.5
    return end.spine.contains { (PixelVector($0) - PixelVector(point)).length < reach }
  }
}
