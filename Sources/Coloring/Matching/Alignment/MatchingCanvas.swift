import Raster

/// A view as it looks through an affine map, on a small canvas of its own.
struct MatchingCanvas: Sendable {
  let width: Int
  let height: Int
  /// 0…1, row by row.
  var lines: [Float]
  /// 1 in the figure, -1 on the ground, 0 outside of the picture.
  var figure: [Float]
  /// 1 inside of the picture, else 0.
  var known: [Float]

  /// - Parameter map: from canvas pixels to cells of the view.
  init(_ view: MatchingView, map: PlaneMap, width: Int, height: Int) {
    self.width = width
    self.height = height
    lines = Array(repeating: 0, count: width * height)
    figure = lines
    known = lines
    // The coarsest level that is still finer than the canvas: thin lines fade instead of breaking up.
    var depth = 0
    while depth + 1 < view.levels.count, Float(2 << depth) <= map.scale * 1.3 { depth += 1 }
    let level = view.levels[depth]
    let shrink = 1 / Float(1 << depth)
    let columns = level.lines.width
    let lastColumn = Float(columns - 1)
    let lastRow = Float(level.lines.height - 1)
    for y in 0..<height {
      for x in 0..<width {
        let place = map(SIMD2(Float(x), Float(y)))
        let index = y * width + x
        guard view.isInPicture(place) else { continue }
        known[index] = 1
        let column = (place.x + 0.5) * shrink - 0.5
        let row = (place.y + 0.5) * shrink - 0.5
        guard column > -1, row > -1, column < lastColumn + 1, row < lastRow + 1 else {
          figure[index] = -1
          continue
        }
        let u = min(max(column, 0), lastColumn)
        let v = min(max(row, 0), lastRow)
        let left = Int(u)
        let top = Int(v)
        let right = left + 1 < columns ? 1 : 0
        let below = top + 1 < level.lines.height ? columns : 0
        let start = top * columns + left
        let a = u - Float(left)
        let b = v - Float(top)
        let weights = SIMD4((1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b)
        lines[index] = Self.blend(level.lines.elements, start, right, below, weights)
        figure[index] = Self.blend(level.figure.elements, start, right, below, weights)
      }
    }
  }

  @inline(__always)
  private static func blend(
    _ values: [Float], _ start: Int, _ right: Int, _ below: Int, _ weights: SIMD4<Float>
  ) -> Float {
    let upper = values[start] * weights.x + values[start + right] * weights.y
    return upper + values[start + below] * weights.z + values[start + below + right] * weights.w
  }

  /// The lines under a small Gaussian (σ about one pixel).
  func softenedLines() -> [Float] {
    var rows = lines
    for y in 0..<height {
      let start = y * width
      for x in 0..<width {
        let near = lines[start + max(0, x - 1)] + lines[start + min(width - 1, x + 1)]
        let far = lines[start + max(0, x - 2)] + lines[start + min(width - 1, x + 2)]
        rows[start + x] = 0.4 * lines[start + x] + 0.24 * near + 0.06 * far
      }
    }
    var result = rows
    for y in 0..<height {
      for x in 0..<width {
        let near = rows[max(0, y - 1) * width + x] + rows[min(height - 1, y + 1) * width + x]
        let far = rows[max(0, y - 2) * width + x] + rows[min(height - 1, y + 2) * width + x]
        result[y * width + x] = 0.4 * rows[y * width + x] + 0.24 * near + 0.06 * far
      }
    }
    return result
  }
}
