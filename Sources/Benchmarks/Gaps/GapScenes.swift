import Raster

/// A closed drawing to cut gaps into.
struct GapScene {
  var name: String
  var width: Int
  var height: Int
  var strokes: [DrawnStroke]
}

extension GapScene {
  /// A mosaic: a jittered grid, some edges left out, borders wavy. Corners, T-junctions, crossings.
  static func mosaic(radius: ClosedRange<Double>, seed: UInt64) -> GapScene {
    var numbers = SeededNumbers(seed: seed)
    let (columns, rows, cell) = (8, 8, 140.0)
    let nodes = (0...rows).map { r in
      (0...columns).map { c in
        Vector(
          60 + cell * (Double(c) + .random(in: -0.22...0.22, using: &numbers)),
          60 + cell * (Double(r) + .random(in: -0.22...0.22, using: &numbers)))
      }
    }
    var kept: [String: Bool] = [:]
    func key(_ c: Int, _ r: Int, _ across: Bool) -> String { "\(c),\(r),\(across)" }
    var edges: [(c: Int, r: Int, across: Bool)] = []
    for r in 0...rows {
      for c in 0...columns {
        if c < columns { edges.append((c, r, true)) }
        if r < rows { edges.append((c, r, false)) }
      }
    }
    for edge in edges { kept[key(edge.c, edge.r, edge.across)] = true }
    func degree(_ c: Int, _ r: Int) -> Int {
      [(c, r, true), (c, r, false), (c - 1, r, true), (c, r - 1, false)]
        .filter { kept[key($0.0, $0.1, $0.2)] == true }.count
    }
    for edge in edges.shuffled(using: &numbers).prefix(edges.count / 4) {
      let (c, r) = edge.across ? (edge.c + 1, edge.r) : (edge.c, edge.r + 1)
      let isRim =
        edge.across ? edge.r == 0 || edge.r == rows : edge.c == 0 || edge.c == columns
      if !isRim, degree(edge.c, edge.r) > 2, degree(c, r) > 2 {
        kept[key(edge.c, edge.r, edge.across)] = false
      }
    }
    /// How the edge ends at a node: it meets a bar if the node has three edges and it is the odd one.
    func ending(_ c: Int, _ r: Int, _ across: Bool) -> StrokeEnding {
      switch degree(c, r) {
      case 2: return .corner
      case 3:
        let horizontal =
          [(c, r, true), (c - 1, r, true)].filter { kept[key($0.0, $0.1, $0.2)] == true }.count
        return across == (horizontal == 1) ? .tee : .joint
      default: return .joint
      }
    }
    var strokes: [DrawnStroke] = []
    for edge in edges where kept[key(edge.c, edge.r, edge.across)] == true {
      let (c, r) = edge.across ? (edge.c + 1, edge.r) : (edge.c, edge.r + 1)
      let from = nodes[edge.r][edge.c]
      let to = nodes[r][c]
      let along = to - from
      let bend: Vector = along.normal * Double.random(in: -0.13...0.13, using: &numbers)
      let wave: Vector = along.normal * Double.random(in: -0.08...0.08, using: &numbers)
      let path = [from, from + along * 0.3 + bend + wave, from + along * 0.7 + bend - wave, to]
      strokes.append(
        DrawnStroke(
          through: path, radius: .random(in: radius, using: &numbers),
          start: ending(edge.c, edge.r, edge.across), end: ending(c, r, edge.across)))
    }
    // Fold lines: from a border into a cell, or floating in it.
    for _ in 0..<14 {
      let c = Int.random(in: 0..<columns, using: &numbers)
      let r = Int.random(in: 0..<rows, using: &numbers)
      let centre = (nodes[r][c] + nodes[r + 1][c + 1]) * 0.5
      let reach = Self.direction(Int.random(in: 0..<8, using: &numbers)) * 26
      strokes.append(
        DrawnStroke(
          through: [centre - reach, centre + reach.normal * 0.2, centre + reach],
          radius: radius.lowerBound, start: .free, end: .free))
    }
    return GapScene(name: "mosaic", width: 1240, height: 1240, strokes: strokes)
  }

  /// Overlapping smooth closed curves. Crossings, sharp wedges.
  static func curves(radius: ClosedRange<Double>, seed: UInt64) -> GapScene {
    var numbers = SeededNumbers(seed: seed)
    var strokes: [DrawnStroke] = []
    for index in 0..<11 {
      let centre = Vector(
        200 + Double(index % 4) * 270 + .random(in: -50...50, using: &numbers),
        240 + Double(index / 4) * 360 + .random(in: -60...60, using: &numbers))
      let size = Double.random(in: 120...200, using: &numbers)
      let points = (0..<8).map { corner -> Vector in
        let reach = size * .random(in: 0.75...1.15, using: &numbers)
        return centre + Self.direction(corner) * reach
      }
      strokes.append(
        DrawnStroke(
          through: points, radius: .random(in: radius, using: &numbers), closed: true))
    }
    return GapScene(name: "curves", width: 1240, height: 1240, strokes: strokes)
  }

  /// The eight directions of the compass.
  private static func direction(_ index: Int) -> Vector {
    let r = 0.5.squareRoot()
    return [
      Vector(1, 0), Vector(r, r), Vector(0, 1), Vector(-r, r), Vector(-1, 0), Vector(-r, -r),
      Vector(0, -1), Vector(r, -r),
    ][index]
  }
}
