// The outlines of a region, by following cracks.
//
// Idea: walk along the edges between the region's pixels and others, the region on the right hand.
// Where two of its pixels touch only by their corners the walk turns right and keeps them apart: a
// region's pixels hang together by their edges. Each closed walk goes once along the top edge of
// some pixel, so the walks begin there, in reading order.
//
// Not done: smoothing; the outline is exact, pixel by pixel.

public import Raster

/// One closed line of a region's outline.
public struct Contour: Hashable, Sendable {
  /// The corners where it turns, in pixel edges: (0, 0) is the upper left corner of the first
  /// pixel, (width, height) the lower right one of the last. Clockwise as seen on screen around the
  /// region, counterclockwise around a hole; the last joins the first.
  public let points: [Point]
  /// Whether it goes round a hole of the region.
  public let isHole: Bool

  public init(points: [Point], isHole: Bool) {
    self.points = points
    self.isHole = isHole
  }
}

extension RegionMap {
  /// The outline of a region as the map has it, half of the lines around it included: each of its
  /// outer lines and holes once, in reading order of their first edge.
  ///
  /// - Precondition: `label` is 1 … `regions.count`.
  /// - Complexity: O(width · height + length).
  public func outline(of label: UInt16) -> [Contour] {
    precondition(
      label >= 1 && label <= regions.count, "label \(label) of \(regions.count) regions")
    return contours(of: label, in: labels)
  }
}

/// The contours of the pixels of `labels` that are `label`.
func contours(of label: UInt16, in labels: Plane<UInt16>) -> [Contour] {
  let width = labels.width
  let elements = labels.elements.span
  /// Top edges already walked, by pixel.
  var walked: Set<Int> = []
  var contours: [Contour] = []
  for index in elements.indices where elements[index] == label {
    let isTopEdge = index < width || elements[index - width] != label
    if isTopEdge && !walked.contains(index) {
      contours.append(
        contour(of: label, in: labels, from: Point(index % width, index / width), &walked))
    }
  }
  return contours
}

/// The contour that goes along the top edge of the pixel `start`.
private func contour(
  of label: UInt16, in labels: Plane<UInt16>, from start: Point, _ walked: inout Set<Int>
) -> Contour {
  func isInside(_ x: Int, _ y: Int) -> Bool { labels.contains(x, y) && labels[x, y] == label }
  var points: [Point] = []
  var doubledArea = 0
  var corner = start
  var (dx, dy) = (1, 0)
  repeat {
    if dx == 1 { walked.insert(corner.y * labels.width + corner.x) }
    corner = Point(corner.x + dx, corner.y + dy)
    // The two pixels ahead of the corner, as seen in the walk's direction (dx, dy).
    let right = Point(corner.x + (dx - dy - 1) / 2, corner.y + (dy + dx - 1) / 2)
    let left = Point(right.x + dy, right.y - dx)
    let before = (dx, dy)
    if !isInside(right.x, right.y) {
      (dx, dy) = (-dy, dx)
    } else if isInside(left.x, left.y) {
      (dx, dy) = (dy, -dx)
    }
    if (dx, dy) != before {
      if let last = points.last { doubledArea += last.x * corner.y - corner.x * last.y }
      points.append(corner)
    }
  } while !(corner == start && (dx, dy) == (1, 0))
  if let first = points.first, let last = points.last {
    doubledArea += last.x * first.y - first.x * last.y
  }
  // The walk ends where it began: its first corner is the last one found.
  points.insert(points.removeLast(), at: 0)
  return Contour(points: points, isHole: doubledArea < 0)
}
