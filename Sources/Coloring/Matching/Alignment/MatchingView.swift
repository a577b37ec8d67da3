import Raster
import Regions

/// A divided picture at bounded resolution, as the matcher looks at it: regions, figure and lines.
///
/// Memory: 7 bytes a cell, at most some 400,000 cells; one pass over the picture makes it.
struct MatchingView: Sendable {
  let frame: MatchingFrame
  /// The region at the middle of each cell.
  let labels: Plane<UInt16>
  /// The left upper and right lower corner, in cells, of what the drawing stands in: its frame, or the picture.
  let corners: (SIMD2<Float>, SIMD2<Float>)
  /// The figure's box in cells.
  let figure: Box
  /// Lines and figure at a half, a quarter … of the resolution, from the full one.
  let levels: [Level]

  struct Level: Sendable {
    /// The share of each cell that is line, 0…1.
    let lines: Plane<Float>
    /// 1 in the figure, -1 outside.
    let figure: Plane<Float>
  }

  /// - Parameter lines: the lines in the cells of the frame.
  init(map: RegionMap, frame: MatchingFrame, lines: Plane<Float>) {
    let isBackground = RegionTable(map) { $0.isBackground }
    let labels = Self.labels(of: map, frame: frame)
    let figure = labels.map { isBackground[$0, ofNone: false] ? Float(-1) : 1 }
    self.frame = frame
    let picture = map.picture
    corners = (
      frame.cell(ofPixel: SIMD2(Float(picture.x) - 0.5, Float(picture.y) - 0.5)),
      frame.cell(ofPixel: SIMD2(Float(picture.maxX) - 0.5, Float(picture.maxY) - 0.5))
    )
    self.labels = labels
    self.figure = Self.box(of: figure)
    var levels = [Level(lines: lines, figure: figure)]
    while levels.count < 5, let last = levels.last, min(last.lines.width, last.lines.height) >= 16 {
      levels.append(Level(lines: Self.halved(last.lines), figure: Self.halved(last.figure)))
    }
    self.levels = levels
  }

  /// The cells of areas that are filled with ink: what lies deeper in it than lines are wide.
  ///
  /// - Complexity: O(cells).
  func solidBlack() -> Plane<Bool> {
    let lines = levels[0].lines
    let reach = 3
    /// The inked cells up to and with each one, along rows and then along columns.
    var runs = [Int](repeating: 0, count: lines.width)
    var isBlack = Plane(width: lines.width, height: lines.height, repeating: false)
    let side = 2 * reach + 1
    for y in 0..<lines.height {
      var row = 0
      for x in 0..<lines.width {
        row = lines.elements[y * lines.width + x] >= 0.9 ? row + 1 : 0
        runs[x] = row >= side ? runs[x] + 1 : 0
        if runs[x] >= side { isBlack[x - reach, y - reach] = true }
      }
    }
    return isBlack
  }

  /// The region at the middle of each cell of a frame.
  static func labels(of map: RegionMap, frame: MatchingFrame) -> Plane<UInt16> {
    var labels = Plane<UInt16>(width: frame.width, height: frame.height, repeating: 0)
    for j in 0..<frame.height {
      let rows = frame.rows(of: j, limit: map.height)
      let start = (rows.lowerBound + rows.upperBound) / 2 * map.width
      for i in 0..<frame.width {
        let columns = frame.columns(of: i, limit: map.width)
        labels.elements[j * frame.width + i] =
          map.labels.elements[start + (columns.lowerBound + columns.upperBound) / 2]
      }
    }
    return labels
  }

  /// The long side of the figure's box in cells.
  var figureSide: Float { Float(max(figure.width, figure.height)) }

  /// Whether a place in cells lies inside of the picture; it may lie outside of the view.
  func isInPicture(_ place: SIMD2<Float>) -> Bool {
    place.x >= corners.0.x && place.y >= corners.0.y && place.x <= corners.1.x
      && place.y <= corners.1.y
  }

  /// The box of the figure's pixels; the whole map if there is none.
  static func figureBox(of map: RegionMap) -> Box {
    let boxes = map.regions.filter { !$0.isBackground }.map(\.box)
    guard let first = boxes.first else { return map.labels.bounds }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }

  private static func box(of figure: Plane<Float>) -> Box {
    var (left, top, right, bottom) = (figure.width, figure.height, -1, -1)
    for y in 0..<figure.height {
      for x in 0..<figure.width where figure.elements[y * figure.width + x] > 0 {
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
      }
    }
    if right < 0 { return figure.bounds }
    return Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  private static func halved(_ plane: Plane<Float>) -> Plane<Float> {
    let width = plane.width / 2
    let height = plane.height / 2
    var half = Plane<Float>(width: width, height: height, repeating: 0)
    for y in 0..<height {
      let upper = 2 * y * plane.width
      let lower = upper + plane.width
      for x in 0..<width {
        let top = plane.elements[upper + 2 * x] + plane.elements[upper + 2 * x + 1]
        let bottom = plane.elements[lower + 2 * x] + plane.elements[lower + 2 * x + 1]
        half.elements[y * width + x] = (top + bottom) / 4
      }
    }
    return half
  }
}
