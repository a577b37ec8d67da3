/// Fills closed outlines, row by row: where the outline winds round a pixel's middle, in either sense.
///
/// Each edge leaves its crossing in the list of every row it passes; lists are kept sorted while they
/// grow. The buffers are kept from outline to outline.
/// Cost: O(rows crossed) a polygon, and the pixels filled.
struct PolygonFiller {
  private var first: [Int32]
  private var next: [Int32] = []
  private var position: [Float] = []
  private var winding: [Int32] = []
  private let width: Int
  private let height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    first = Array(repeating: -1, count: height)
  }

  /// Calls `fill` for every run of pixels inside `outline`, from above: row, first column, and the
  /// column after the last.
  mutating func spans(
    of outline: [Vector], scale: Float = 1, _ fill: (Int, Int, Int) -> Void
  ) {
    guard outline.count > 2 else { return }
    next.removeAll(keepingCapacity: true)
    position.removeAll(keepingCapacity: true)
    winding.removeAll(keepingCapacity: true)
    var top = height
    var bottom = -1
    var before = outline[outline.count - 1] * scale
    for corner in outline {
      let after = corner * scale
      add(before, after, &top, &bottom)
      before = after
    }
    guard top <= bottom else { return }
    for row in top...bottom {
      var place = first[row]
      first[row] = -1
      var turns: Int32 = 0
      var start: Float = 0
      while place >= 0 {
        let index = Int(place)
        let turned = turns + winding[index]
        if turns == 0 {
          start = position[index]
        } else if turned == 0 {
          let from = max(0, Int((start - 0.5).rounded(.up)))
          let to = min(width, Int((position[index] - 0.5).rounded(.up)))
          if from < to { fill(row, from, to) }
        }
        turns = turned
        place = next[index]
      }
    }
  }

  private mutating func add(_ a: Vector, _ b: Vector, _ top: inout Int, _ bottom: inout Int) {
    guard a.y != b.y, a.y.isFinite, b.y.isFinite, a.x.isFinite, b.x.isFinite else { return }
    let (upper, lower, turn): (Vector, Vector, Int32) = a.y < b.y ? (a, b, 1) : (b, a, -1)
    let limit = Float(height)
    guard lower.y > 0, upper.y < limit else { return }
    let from = max(0, Int((max(upper.y, 0) - 0.5).rounded(.up)))
    let to = min(height, Int((min(lower.y, limit) - 0.5).rounded(.up)))
    guard from < to else { return }
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    let edge = Float(width) + 1
    for row in from..<to {
      let x = min(max(upper.x + (Float(row) + 0.5 - upper.y) * slope, -1), edge)
      let new = Int32(position.count)
      position.append(x)
      winding.append(turn)
      var before: Int32 = -1
      var place = first[row]
      while place >= 0 && position[Int(place)] < x {
        before = place
        place = next[Int(place)]
      }
      next.append(place)
      if before < 0 { first[row] = new } else { next[Int(before)] = new }
    }
    top = min(top, from)
    bottom = max(bottom, to - 1)
  }
}
