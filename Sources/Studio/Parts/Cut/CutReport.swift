internal import Raster
internal import Regions

// The effect of a cut, found by looking at the paper beside it before and after: both maps say which region it
// belonged to. Cost: O(length of the cut).

extension RegionMap {
  /// The regions that a line divided, each as the regions that it became, largest first.
  ///
  /// - Parameters:
  ///   - before: the map without the line; `self` is the one with it.
  ///   - lineArt: the strokes of both: under ink the maps' borders move a little, which is no division.
  func pieces(along line: [Point], before: RegionMap, lineArt: LineArt) -> [[Region]] {
    if orphans.cuts.contains(where: { $0.points == line }) { return [] }
    var pieces: [UInt16: Set<UInt16>] = [:]
    for (from, to) in zip(line, line.dropFirst()) {
      let steps = max(1, abs(to.x - from.x), abs(to.y - from.y))
      for step in 0...steps {
        let x = from.x + (to.x - from.x) * step / steps
        let y = from.y + (to.y - from.y) * step / steps
        for neighbour in 0..<25 {
          let pixel = Point(x + neighbour % 5 - 2, y + neighbour / 5 - 2)
          guard labels.contains(pixel), lineArt.strokes[pixel] == .paper else { continue }
          let old = before.labels[pixel]
          if old != 0 && labels[pixel] != 0 { pieces[old, default: []].insert(labels[pixel]) }
        }
      }
    }
    return pieces.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { piece in
      piece.value.map { self[$0] }.sorted { ($0.area, $1.label) > ($1.area, $0.label) }
    }
  }
}

extension [[Region]] {
  /// The piece that the artist cut off, and goes on with: of a loop the largest piece inside; of a line, in the
  /// largest region that it divided, the smallest piece that is no crumb.
  ///
  /// - Parameters:
  ///   - loop: the line's points where it is one.
  ///   - crumb: pieces below this area are crumbs, in pixels.
  /// - Precondition: something was divided.
  func cutOff(loop: [Point]?, crumb: Double) -> Region? {
    if let loop {
      let inside = joined().filter { loop.encloses($0.inside) }
      if let largest = inside.max(by: { ($0.area, $1.label) < ($1.area, $0.label) }) {
        return largest
      }
    }
    let largest = self.max { $0.map(\.area).reduce(0, +) < $1.map(\.area).reduce(0, +) }
    guard let pieces = largest else { return nil }
    return pieces.dropFirst().last { Double($0.area) >= crumb } ?? pieces.dropFirst().first
  }
}

extension [Point] {
  /// Whether a point lies inside the loop that goes through these points: a ray from it crosses the loop an odd
  /// number of times.
  fileprivate func encloses(_ point: Point) -> Bool {
    guard var before = last else { return false }
    var isInside = false
    for corner in self {
      if (corner.y > point.y) != (before.y > point.y) {
        let share = Double(point.y - corner.y) / Double(before.y - corner.y)
        if Double(point.x) < Double(corner.x) + share * Double(before.x - corner.x) {
          isInside.toggle()
        }
      }
      before = corner
    }
    return isInside
  }
}

/// The report to the artist.
enum CutReport {
  static let nothing = Phrase(
    "Nothing was divided, and nothing is changed: a cut goes from line to line, or around.",
    "何も分かれず、何も変わっていません。線から線まで引くか、囲んでください。")

  /// - Precondition: something was divided.
  static func sentence(_ pieces: [[Region]]) -> Phrase {
    let first = pieces[0]
    if pieces.count > 1 {
      let parts = pieces.reduce(0) { $0 + $1.count }
      return Phrase(
        "\(pieces.count) regions cut into \(parts)", "\(pieces.count) 個の領域を \(parts) 個に切り分けました")
    }
    let areas = first.map { "\($0.area) px" }
    return Phrase(
      "Cut into \(first.count): \(areas.joined(separator: areas.count == 2 ? " and " : ", "))",
      "\(first.count) 個に切り分けました: \(areas.joined(separator: "、"))")
  }
}
