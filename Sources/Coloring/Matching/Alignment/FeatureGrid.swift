import Raster

/// The contents of a picture in each cell of a grid: which way its lines run, in eight directions, and whether
/// the cell lies in the figure.
///
/// Histograms of orientation do not mind how a line is drawn, thick or thin, black or as an edge between
/// two colours; that is what lets line art be compared with a coloured picture (Dalal and Triggs 2005).
struct FeatureGrid: Sendable {
  let width: Int
  let height: Int
  /// The strength of lines by direction (0°, 22.5° … over a half turn).
  var directions: [SIMD8<Float>]
  /// 1 in the figure, -1 on the ground, 0 where nothing is known; a mean over the cell.
  var figure: [Float]
  /// The share of the cell that lies in the picture, 0…1.
  var known: [Float]

  /// The features of `view` under `map`, on a grid of cells of `side`×`side` canvas pixels.
  ///
  /// - Parameter map: from canvas pixels to cells of the view.
  /// - Complexity: O(width · height · side²)
  init(_ view: MatchingView, map: PlaneMap, width: Int, height: Int, side: Int) {
    let canvas = MatchingCanvas(view, map: map, width: width * side, height: height * side)
    self.width = width
    self.height = height
    directions = Array(repeating: .zero, count: width * height)
    figure = Array(repeating: 0, count: width * height)
    known = figure
    let lines = canvas.softenedLines()
    let share = 1 / Float(side * side)
    for y in 0..<canvas.height {
      let above = max(0, y - 1) * canvas.width
      let here = y * canvas.width
      let below = min(canvas.height - 1, y + 1) * canvas.width
      for x in 0..<canvas.width {
        let cell = y / side * width + x / side
        figure[cell] += canvas.figure[here + x] * share
        known[cell] += canvas.known[here + x] * share
        let left = max(0, x - 1)
        let right = min(canvas.width - 1, x + 1)
        let corners = lines[below + right] - lines[above + left]
        let others = lines[below + left] - lines[above + right]
        let across = 2 * (lines[here + right] - lines[here + left]) + corners - others
        let down = 2 * (lines[below + x] - lines[above + x]) + corners + others
        directions[cell] += Self.spread(across, down)
      }
    }
  }

  /// A gradient over the eight directions: the fourth power of the cosine of the doubled angle, so that
  /// each gradient falls on about three of them.
  private static func spread(_ across: Float, _ down: Float) -> SIMD8<Float> {
    let square = across * across + down * down
    guard square > 1e-5 else { return .zero }
    let strength = square.squareRoot()
    let cosine = (across * across - down * down) / square
    let sine = 2 * across * down / square
    var agreement = cosines * cosine + sines * sine
    agreement.replace(with: 0, where: agreement .< 0)
    agreement *= agreement
    return agreement * agreement * strength
  }

  private static let cosines = SIMD8<Float>(
    1, 0.707_106_8, 0, -0.707_106_8, -1, -0.707_106_8, 0, 0.707_106_8)
  private static let sines = SIMD8<Float>(
    0, 0.707_106_8, 1, 0.707_106_8, 0, -0.707_106_8, -1, -0.707_106_8)

  /// Four cells in one.
  func halved() -> FeatureGrid {
    var half = self.sized(width: max(1, width / 2), height: max(1, height / 2))
    for y in 0..<half.height {
      for x in 0..<half.width {
        let cell = y * half.width + x
        for (u, v) in [
          (2 * x, 2 * y), (2 * x + 1, 2 * y), (2 * x, 2 * y + 1), (2 * x + 1, 2 * y + 1),
        ]
        where u < width && v < height {
          half.directions[cell] += directions[v * width + u]
          half.figure[cell] += figure[v * width + u] / 4
          half.known[cell] += known[v * width + u] / 4
        }
      }
    }
    return half
  }

  private func sized(width: Int, height: Int) -> FeatureGrid {
    FeatureGrid(
      width: width, height: height, directions: Array(repeating: .zero, count: width * height),
      figure: Array(repeating: 0, count: width * height),
      known: Array(repeating: 0, count: width * height))
  }

  private init(
    width: Int, height: Int, directions: [SIMD8<Float>], figure: [Float], known: [Float]
  ) {
    self.width = width
    self.height = height
    self.directions = directions
    self.figure = figure
    self.known = known
  }

  /// The same, each cell's directions brought to about unit length once spread over their neighbours:
  /// long outlines then count as much as dense hair, and empty cells stay empty.
  ///
  /// - Parameters:
  ///   - spread: the weight of each neighbour in a row or column, 0…1/3.
  ///   - floor: what is added to a cell's length before dividing, as a share of the greatest.
  func normalised(spread: Float, floor: Float) -> FeatureGrid {
    var result = self
    result.directions = Self.softened(directions, width: width, height: height, weight: spread)
    var greatest: Float = 0
    for cell in result.directions { greatest = max(greatest, (cell * cell).sum()) }
    let base = floor * greatest.squareRoot() + 1e-9
    for index in result.directions.indices {
      let cell = result.directions[index]
      result.directions[index] = cell / ((cell * cell).sum().squareRoot() + base)
    }
    return result
  }

  /// `[weight, 1 - 2 · weight, weight]` along rows and columns; the border repeats itself.
  // Debug builds compile a file at a time, and without these its callers would ask for the type at each step: half of
  // the matcher's time there.
  @_specialize(where Value == SIMD2<Float>)
  @_specialize(where Value == SIMD4<Float>)
  @_specialize(where Value == SIMD8<Float>)
  static func softened<Value: SIMD>(
    _ values: [Value], width: Int, height: Int, weight: Float
  ) -> [Value] where Value.Scalar == Float {
    let centre = 1 - 2 * weight
    var rows = values
    for y in 0..<height {
      for x in 0..<width {
        let left = values[y * width + max(0, x - 1)]
        let right = values[y * width + min(width - 1, x + 1)]
        rows[y * width + x] = values[y * width + x] * centre + (left + right) * weight
      }
    }
    var result = rows
    for y in 0..<height {
      for x in 0..<width {
        let above = rows[max(0, y - 1) * width + x]
        let below = rows[min(height - 1, y + 1) * width + x]
        result[y * width + x] = rows[y * width + x] * centre + (above + below) * weight
      }
    }
    return result
  }
}
