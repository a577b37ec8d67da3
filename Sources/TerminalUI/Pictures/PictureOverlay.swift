public import Raster

/// A drawing over a picture; points are pixels of the picture.
///
/// Lines are one subcell wide whatever the magnification, in the background colour of their role, or in its foreground
/// where the picture is of nearly that colour, so that they show on any ground; with few or no colours they are
/// characters.
public enum PictureOverlay: Sendable {
  /// The inner edge of each region with one of these labels; of the picture's size. A region too small to
  /// hold a subcell is not seen: put a cursor there.
  case outline(Set<UInt16>, of: Plane<UInt16>, Role)
  /// From point to point: a closing, a cut, a lasso.
  case line([Point], Role)
  /// A cross-hair with an open middle.
  case cursor(Point, Role)
  /// A few words that begin at a pixel.
  case tag(String, at: Point, Role)
}

extension PictureCanvas {
  mutating func draw(_ overlay: PictureOverlay, _ frame: ViewFrame, work: Work) {
    switch overlay {
    case .outline(let chosen, let labels, let role):
      outline(chosen, labels, role, frame, work: work)
    case .line(let points, let role):
      let places = points.map { frame.subcell(ofPixel: $0, grid) }
      if places.count == 1 { mark(places[0].x, places[0].y, role) }
      for (from, to) in zip(places, places.dropFirst()) { line(from, to, role) }
    case .cursor(let pixel, let role):
      let middle = frame.subcell(ofPixel: pixel, grid)
      // From two squares off the middle to four; subcells need not be square.
      for arm in 2 * grid.across...4 * grid.across {
        mark(middle.x - arm, middle.y, role)
        mark(middle.x + arm, middle.y, role)
      }
      for arm in grid.down...2 * grid.down {
        mark(middle.x, middle.y - arm, role)
        mark(middle.x, middle.y + arm, role)
      }
    case .tag: return
    }
  }

  /// Marks the subcells of the chosen labels that touch one of another label.
  private mutating func outline(
    _ chosen: Set<UInt16>, _ labels: Plane<UInt16>, _ role: Role, _ frame: ViewFrame, work: Work
  ) {
    precondition(
      labels.width == frame.viewport.width && labels.height == frame.viewport.height,
      "labels of \(labels.width)×\(labels.height) over a picture of "
        + "\(frame.viewport.width)×\(frame.viewport.height)")
    let across = frame.columnSpans(grid, width: labels.width, shrink: 1)
    let down = frame.rowSpans(grid, height: labels.height, shrink: 1)
    let majorities = labels.majorities(across, down, work: work)
    let isChosen = majorities.map { chosen.contains($0) }
    for y in 0..<height where !down.isEmpty(y) {
      for x in 0..<width where !across.isEmpty(x) && isChosen[x, y] {
        let label = majorities[x, y]
        // The pane's edge is no edge of the region; where two chosen ones touch, each has its own.
        let isInside =
          (x == 0 || majorities[x - 1, y] == label)
          && (x == width - 1 || majorities[x + 1, y] == label)
          && (y == 0 || majorities[x, y - 1] == label)
          && (y == height - 1 || majorities[x, y + 1] == label)
        if !isInside { mark(x, y, role) }
      }
    }
  }

  /// Marks the subcells from one to another, both counted.
  private mutating func line(_ from: Point, _ to: Point, _ role: Role) {
    guard let (first, last) = clipped(from, to) else { return }
    let steps = max(abs(last.x - first.x), abs(last.y - first.y)).rounded(.up)
    for step in 0...Int(steps) {
      let place = steps == 0 ? first : first + (last - first) * (Double(step) / steps)
      mark(Int(place.x.rounded()), Int(place.y.rounded()), role)
    }
  }

  /// The piece of a segment near this canvas (Liang and Barsky's way), so that a long line seen from near
  /// costs no more than a short one; nil where there is none.
  private func clipped(_ from: Point, _ to: Point) -> (SIMD2<Double>, SIMD2<Double>)? {
    let start = SIMD2(Double(from.x), Double(from.y))
    let way = SIMD2(Double(to.x), Double(to.y)) - start
    let size = SIMD2(Double(width), Double(height))
    var (enter, leave) = (0.0, 1.0)
    for axis in 0..<2 {
      let (near, far) = (-1 - start[axis], size[axis] - start[axis])
      if way[axis] == 0 {
        if near > 0 || far < 0 { return nil }
        continue
      }
      let (a, b) = (near / way[axis], far / way[axis])
      enter = max(enter, min(a, b))
      leave = min(leave, max(a, b))
    }
    return enter <= leave ? (start + way * enter, start + way * leave) : nil
  }
}
