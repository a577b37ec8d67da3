/// A shadow with a soft edge across a sheet, such as a hand or a phone throws on it.
struct SoftShadow: Sendable {
  /// The brightness of paper in the deepest shadow, as a share of the lightest.
  private static let deepest: Float = 0.4
  /// Tiles darker than this share of the lightest are in shadow.
  private static let lit: Float = 0.93
  /// Tiles that differ by no more than this share are as bright.
  private static let likeness: Float = 0.06
  /// An edge falls off by at least this share over five tiles, and no step takes more than this of it.
  private static let leastFall: Float = 0.08
  private static let steepest: Float = 0.7
  /// A shadow covers at least this share of a sheet; its edge is at least this share of it.
  private static let leastShare = 0.04
  private static let leastEdge = 0.01

  /// Whether each tile shows paper in shadow.
  let isPaper: [Bool]

  /// - Parameters:
  ///   - brightness: of each tile, row by row.
  ///   - columns: tiles in a row.
  init?(_ brightness: [Float], columns: Int, rows: Int) {
    guard columns >= 5, rows >= 5 else { return nil }
    let lightest = brightness.max() ?? 0
    let least = Self.deepest * lightest
    var isPaper = [Bool](repeating: false, count: brightness.count)
    var (even, edge) = (0, 0)
    for row in 0..<rows {
      for column in 0..<columns {
        let own = brightness[row * columns + column]
        guard own >= least, own < Self.lit * lightest else { continue }
        let isEven = (max(0, row - 1)...min(rows - 1, row + 1)).allSatisfy { y in
          (max(0, column - 1)...min(columns - 1, column + 1)).allSatisfy { x in
            abs(brightness[y * columns + x] - own) <= Self.likeness * own
          }
        }
        let isEdge =
          !isEven
          && [(1, 0), (0, 1), (1, 1), (1, -1)].contains { x, y in
            (-4...0).contains { first in
              let steps = (0..<5).map { (column + (first + $0) * x, row + (first + $0) * y) }
              guard steps.allSatisfy({ 0..<columns ~= $0.0 && 0..<rows ~= $0.1 }) else {
                return false
              }
              return Self.isFall(steps.map { brightness[$0.1 * columns + $0.0] })
            }
          }
        if isEven { even += 1 }
        if isEdge { edge += 1 }
        isPaper[row * columns + column] = isEven || isEdge
      }
    }
    guard Double(even) >= Self.leastShare * Double(brightness.count),
      Double(edge) >= Self.leastEdge * Double(brightness.count)
    else { return nil }
    self.isPaper = isPaper
  }

  /// Whether tiles in a line become darker, or lighter, little by little.
  private static func isFall(_ line: [Float]) -> Bool {
    let fall = line[0] - line[4]
    guard abs(fall) >= leastFall * max(line[0], line[4]) else { return false }
    return (1..<5).allSatisfy { index in
      let step = (line[index - 1] - line[index]) / fall
      return step >= -0.1 && step <= steepest
    }
  }
}
