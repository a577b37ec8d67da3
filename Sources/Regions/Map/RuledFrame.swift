public import Raster

/// The ruled rectangle in which a drawing stands: a comic panel, the frame on animation paper or of a model sheet.
///
/// What is outside of it is no figure, and inside it bounds the picture as the canvas does elsewhere.
/// Not done: several panels on a page, frames with round corners.
public struct RuledFrame: Sendable, Hashable {
  /// The least share of the picture in it.
  private static let leastArea = 0.3

  /// Everything in the picture that is inside all four sides.
  public let inside: Box

  /// - Returns: nil where there is none.
  /// - Complexity: O(words of the plane).
  public init?(in strokes: BitPlane, strokeWidth: Double) {
    self.init(RuledLines(in: strokes, strokeWidth: strokeWidth))
  }

  /// - Returns: nil where the lines make none.
  init?(_ lines: RuledLines) {
    let (width, height) = (lines.width, lines.height)
    let (upright, level) = (lines.down, lines.across)
    guard upright.count > 1, level.count > 1 else { return nil }
    let slack = max(width, height) / 40 + 16
    var boxes: [Box] = []
    for left in upright {
      for right in upright where right.start > left.start {
        for top in level {
          for bottom in level where bottom.start > top.start {
            guard let box = Self.inside(left, top, right, bottom, slack: slack),
              Double(box.width * box.height) >= Self.leastArea * Double(width * height)
            else { continue }
            boxes.append(box)
          }
        }
      }
    }
    // Of several the outermost, unless another lies all inside of it: lines through the middle of a frame make no frame.
    boxes.sort { ($1.width * $1.height, $0.x, $0.y) < ($0.width * $0.height, $1.x, $1.y) }
    guard var best = boxes.first else { return nil }
    for box in boxes
    where box.x > best.x && box.y > best.y && box.maxX < best.maxX && box.maxY < best.maxY {
      best = box
    }
    inside = best
  }

  /// The frame in the picture that was made smaller when it was found.
  public func enlarged(to pixels: Magnification) -> RuledFrame {
    let (columns, rows) = (
      pixels.columns(of: inside.x).lowerBound..<pixels.columns(of: inside.maxX - 1).upperBound,
      pixels.rows(of: inside.y).lowerBound..<pixels.rows(of: inside.maxY - 1).upperBound
    )
    return RuledFrame(
      inside: Box(
        x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count))
  }

  private init(inside: Box) { self.inside = inside }

  /// Whether nothing of a box is inside.
  public func isOutside(_ box: Box) -> Bool {
    box.maxX <= inside.x || box.maxY <= inside.y || box.x >= inside.maxX || box.y >= inside.maxY
  }

  /// The largest box between four lines; nil where they do not meet at their ends.
  private static func inside(
    _ left: RuledLine, _ top: RuledLine, _ right: RuledLine, _ bottom: RuledLine, slack: Int
  ) -> Box? {
    let rows = Int(top.start)...max(Int(top.start), Int(bottom.start))
    let columns = Int(left.start)...max(Int(left.start), Int(right.start))
    func reaches(_ line: RuledLine, _ ends: ClosedRange<Int>) -> Bool {
      line.span.lowerBound <= ends.lowerBound + slack
        && line.span.upperBound >= ends.upperBound - slack
    }
    guard reaches(left, rows), reaches(right, rows), reaches(top, columns),
      reaches(bottom, columns)
    else { return nil }
    let x = Int(left.places(from: rows.lowerBound, to: rows.upperBound).upperBound) + 2
    let y = Int(top.places(from: columns.lowerBound, to: columns.upperBound).upperBound) + 2
    let maxX = Int(right.places(from: rows.lowerBound, to: rows.upperBound).lowerBound) - 1
    let maxY = Int(bottom.places(from: columns.lowerBound, to: columns.upperBound).lowerBound) - 1
    guard maxX > x, maxY > y else { return nil }
    return Box(x: max(0, x), y: max(0, y), width: maxX - max(0, x), height: maxY - max(0, y))
  }
}

extension RuledFrame: Storable {
  public init(_ known: RuledFrame?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    inside = try bytes.pass(known, \.inside)
  }
}
