import Raster
import Regions

/// A divided picture at bounded resolution, as the matcher looks at it.
///
/// The long side has at most `longestSide` cells, so that what follows costs the same for a sketch and
/// for a page at 600 dpi.
struct FigureView: Sendable {
  static let longestSide = 400

  /// The side of a cell in pixels of the picture; at least 1.
  let cell: Double
  /// The region at the middle of each cell.
  let labels: Plane<UInt16>
  /// Whether each cell belongs to the figure.
  let isFigure: Plane<Bool>
  /// The box of the figure in cells; the whole view if there is no figure.
  let figure: Box

  init(map: RegionMap) {
    let longest = max(map.width, map.height)
    let cell = max(1, Double(longest) / Double(Self.longestSide))
    let width = max(1, Int((Double(map.width) / cell).rounded()))
    let height = max(1, Int((Double(map.height) / cell).rounded()))
    var labels = Plane<UInt16>(width: width, height: height, repeating: 0)
    let background = [false] + map.regions.map(\.isBackground)
    var isFigure = Plane(width: width, height: height, repeating: false)
    var (left, top, right, bottom) = (width, height, -1, -1)
    for y in 0..<height {
      let row = min(map.height - 1, Int((Double(y) + 0.5) * cell)) * map.width
      for x in 0..<width {
        let label = map.labels.elements[row + min(map.width - 1, Int((Double(x) + 0.5) * cell))]
        labels.elements[y * width + x] = label
        guard !background[Int(label)] else { continue }
        isFigure.elements[y * width + x] = true
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
      }
    }
    self.cell = cell
    self.labels = labels
    self.isFigure = isFigure
    figure =
      right < 0
      ? Box(x: 0, y: 0, width: width, height: height)
      : Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }
}
