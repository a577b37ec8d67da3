public import Raster

/// The fall of the losses while a training went on: for a terminal, and as a picture.
public struct LossCurve: Sendable {
  /// The sum of the losses after so many samples, in order.
  public let points: [(samples: Int, loss: Double)]

  /// - Parameter records: a log's lines; those without losses are left out.
  public init(_ records: [TrainingRecord]) {
    points = records.compactMap { record in
      record.losses.map { (record.samples, $0.values.reduce(0, +)) }
    }
  }

  /// The curve of the log in a training's folder.
  ///
  /// - Throws: `TrainingLogError`.
  public init(folder: String) throws(TrainingLogError) {
    self.init(try TrainingLog.records(in: folder + "/log.jsonl"))
  }

  /// The mean loss of each of `count` equal spans of samples; nil where nothing was noted.
  func means(_ count: Int) -> [Double?] {
    guard let last = points.last?.samples, last > 0 else { return [] }
    var sums = [Double](repeating: 0, count: count)
    var counts = [Double](repeating: 0, count: count)
    for point in points {
      let index = min(count - 1, point.samples * count / last)
      sums[index] += point.loss
      counts[index] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : nil }
  }

  /// Lines of text, the highest loss on top: dots of braille, two columns and four rows of them a cell.
  ///
  /// - Parameters:
  ///   - columns: cells across, without the numbers at the left.
  ///   - rows: cells down, without the line of samples below.
  /// - Returns: nothing where there is no curve yet.
  public func text(columns: Int, rows: Int) -> [String] {
    let means = means(2 * columns)
    let known = means.compactMap(\.self)
    guard let low = known.min(), let high = known.max(), known.count > 1, high > low else {
      return []
    }
    var cells = [[UInt32]](repeating: [UInt32](repeating: 0, count: columns), count: rows)
    for (index, mean) in means.enumerated() {
      guard let mean else { continue }
      let down = min(4 * rows - 1, Int((high - mean) / (high - low) * Double(4 * rows - 1) + 0.5))
      cells[down / 4][index / 2] |= Self.dot(right: index % 2 == 1, row: down % 4)
    }
    let labels = [rows - 1: fixed(low), 0: fixed(high)]
    let width = labels.values.map(\.count).max()!
    let lines = cells.enumerated().map { row, cells in
      let label = labels[row] ?? ""
      return String(repeating: " ", count: width - label.count) + label + " │"
        + String(String.UnicodeScalarView(cells.map { Unicode.Scalar(0x2800 + $0)! }))
    }
    let end = "\(points.last!.samples) samples"
    let axis =
      String(repeating: " ", count: width) + " └"
      + String(repeating: "─", count: max(0, columns - end.count - 1)) + " " + end
    return lines + [axis]
  }

  /// The bit of one of a braille cell's eight dots.
  private static func dot(right: Bool, row: Int) -> UInt32 {
    (right ? [0x08, 0x10, 0x20, 0x80] : [0x01, 0x02, 0x04, 0x40])[row]
  }

  /// A picture of the curve, white, its numbers in small digits; nil where there is no curve yet.
  public func picture(width: Int = 800, height: Int = 400) -> Image? {
    let (left, right, top, bottom) = (60, 20, 20, 30)
    let across = width - left - right
    let means = means(across / 2)
    let known = means.compactMap(\.self)
    guard let low = known.min(), let high = known.max(), known.count > 1, high > low else {
      return nil
    }
    var image = Image(width: width, height: height, repeating: .white)
    let down = height - top - bottom
    let grey = RGBA(0xdd, 0xdd, 0xdd)
    for step in 0...4 {
      let y = top + down * step / 4
      for x in left..<width - right { image[x, y] = grey }
      SmallDigits.draw(
        fixed(high + (low - high) * Double(step) / 4), rightAt: left - 8, middle: y, on: &image)
      let x = left + across * step / 4
      for y in top...top + down { image[x, y] = grey }
      SmallDigits.draw(
        "\(points.last!.samples * step / 4)", rightAt: min(width - 4, x + 24),
        middle: height - bottom + 14, on: &image)
    }
    var before: (x: Int, y: Int)?
    for (index, mean) in means.enumerated() {
      guard let mean else { continue }
      let here = (
        x: left + 2 * index, y: top + Int((high - mean) / (high - low) * Double(down) + 0.5)
      )
      line(from: before ?? here, to: here, on: &image)
      before = here
    }
    return image
  }

  /// Two pixels wide.
  private func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int), on image: inout Image) {
    let steps = max(1, abs(b.x - a.x), abs(b.y - a.y))
    for step in 0...steps {
      let (x, y) = (a.x + (b.x - a.x) * step / steps, a.y + (b.y - a.y) * step / steps)
      for (u, v) in [(x, y), (x + 1, y), (x, y + 1)] where image.contains(u, v) {
        image[u, v] = RGBA(0x1f, 0x77, 0xd0)
      }
    }
  }

  /// With two decimals.
  private func fixed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = String(abs(hundredths) % 100)
    return "\(hundredths / 100)." + (rest.count < 2 ? "0" : "") + rest
  }
}

/// Digits of 3 by 5 dots, each two pixels wide: the few numbers of a curve need no font.
private enum SmallDigits {
  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    ".": ["   ", "   ", "   ", "   ", " # "],
  ]

  /// - Parameters:
  ///   - right: where the text ends.
  ///   - middle: the row of its middle.
  static func draw(_ text: String, rightAt right: Int, middle: Int, on image: inout Image) {
    var x = right - 8 * text.count
    for character in text {
      for (row, dots) in (shapes[character] ?? []).enumerated() {
        for (column, dot) in dots.enumerated() where dot == "#" {
          for (u, v) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let at = (x: x + 2 * column + u, y: middle - 5 + 2 * row + v)
            if image.contains(at.x, at.y) { image[at.x, at.y] = RGBA(0x55, 0x55, 0x55) }
          }
        }
      }
      x += 8
    }
  }
}
