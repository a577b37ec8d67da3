import Glibc
import Raster

/// The border of the ground and a figure that lines leave open.
///
/// The paper that reaches the picture's corners is ground, unless the figure leaks into it: at an open jaw, between the ends
/// of strokes that no gap closing joins, where lines leave the picture. A network tells which of it rather is figure, but
/// not to the pixel; so the paper is parted where that is cheapest (`GridCut`): where the chances change, along faint lines,
/// and across the narrowest opening.
/// Cost: a grid of at most 256 cells a side, whatever the drawing's size; then O(pixels near the border).
/// Not done: to part the paper within the figure.
struct GroundBorder {
  /// The longer side of the grid that is parted, in cells.
  private static let side = 256
  /// The weight of a cell's wish against one side of a cell of border, for each unit of its logarithmic odds.
  private static let wish: Float = 0.25
  /// Odds count up to this; what is surer may be wrong too.
  private static let surest: Float = 4
  /// From this darkness on a faint line halves what a border costs.
  private static let faint: Float = 24
  /// Smaller pieces stay what is around them, as a share of the picture.
  private static let leastShare = 0.002
  /// A figure is surely seen and its border is drawn: above this sum of its mean chance to be ground and the share of its border
  /// that is open a piece is none. Of 131 pieces in generated drawings that keeps .94 of the figure's area, and 6 of the 49 that
  /// are ground.
  private static let mostDoubt = 0.25

  /// Whether paper was ground by its corners.
  private let isGround: (Point) -> Bool
  private let cell: Int
  /// The side of each node's cell: 1 the figure's, 0 the ground's.
  private let grid: Plane<Float>

  /// The border's pieces, each named by its two ends, and their pixels.
  private(set) var pieces: [BorderPiece] = []

  /// - Parameters:
  ///   - barriers: ink, trace lines, closings.
  ///   - components: of the paper between them.
  /// - Returns: nil where all the paper that reaches the corners is ground.
  init?(
    _ chances: GroundChances, lineArt: LineArt, barriers: BitPlane, components: RunComponents,
    frame: RuledFrame?, work: Work
  ) throws(Cancelled) {
    let ground = RegionMap.atCorners(
      width: lineArt.width, height: lineArt.height, barriers: barriers, frame: frame
    ) { components.component(at: Point($0, $1)) }
    guard !ground.isEmpty else { return nil }
    let long = max(lineArt.width, lineArt.height)
    let cell = (long + Self.side - 1) / Self.side
    let (width, height) = (
      (lineArt.width + cell - 1) / cell, (lineArt.height + cell - 1) / cell
    )
    // Paper of the ground alone, and how dark its darkest pixel is.
    var isPaper = [Bool](repeating: false, count: width * height)
    var hasInk = isPaper
    var darkest = [UInt8](repeating: 0, count: width * height)
    for y in 0..<lineArt.height {
      if y & 63 == 0 { try work.checkCancelled() }
      let row = y / cell * width
      barriers.forEachRun(inRow: y) { start, end, isSet in
        if isSet { for i in start / cell...(end - 1) / cell { hasInk[row + i] = true } }
      }
      for run in components.rowRuns(y) where ground.contains(Int(components.runs[run].component)) {
        for x in components.runs[run].columns {
          let index = row + x / cell
          isPaper[index] = true
          darkest[index] = max(darkest[index], lineArt.darkness.elements[y * lineArt.width + x])
        }
      }
    }
    let isNode = zip(isPaper, hasInk).map { $0 && !$1 }
    func middle(_ node: Int) -> Double { (Double(node) + 0.5) * Double(cell) - 0.5 }
    let nodeChances = isNode.indices.map { index in
      isNode[index] ? chances.chance(x: middle(index % width), y: middle(index / width)) : 0
    }
    var sides = try Self.parted(
      isNode, nodeChances, darkest, width: width, height: height, work: work)
    guard sides.elements.contains(Self.figure) else { return nil }
    let unknown = try BitPlane(sides, work: work) { $0 == 0 }
    try sides.growNearest(over: unknown, work: work)
    grid = sides.map { $0 == Self.figure ? 1 : 0 }
    self.cell = cell
    isGround = { ground.contains(components.component(at: $0)) }
    pieces = border(lineArt, barriers)
    if pieces.isEmpty { return nil }
  }

  private static let ground: UInt16 = 1
  private static let figure: UInt16 = 2

  /// Whether paper that was ground by its corners is ground still; nil for other paper.
  func isGround(at point: Point) -> Bool? {
    isGround(point) ? !isFigure(point.x, point.y) : nil
  }

  /// Ground or figure for each node, 0 elsewhere.
  private static func parted(
    _ isNode: [Bool], _ chances: [Float], _ darkest: [UInt8], width: Int, height: Int, work: Work
  ) throws(Cancelled) -> Plane<UInt16> {
    let scale: Float = 256
    var first = [Int32](repeating: 0, count: width * height)
    var second = first
    var right = first
    var down = first
    for index in isNode.indices where isNode[index] {
      let value = min(max(chances[index], 1e-4), 1 - 1e-4)
      let odds = min(max(logf(value / (1 - value)), -surest), surest) * wish * scale
      if odds < 0 { first[index] = Int32(-odds) } else { second[index] = Int32(odds) }
      func cost(_ other: Int) -> Int32 {
        guard isNode[other] else { return 0 }
        return Int32(scale / (1 + Float(max(darkest[index], darkest[other])) / faint))
      }
      if index % width + 1 < width { right[index] = cost(index + 1) }
      if index + width < isNode.count { down[index] = cost(index + width) }
    }
    var cut = GridCut(
      width: width, height: height, first: first, second: second, right: right, down: down)
    let isFigure = cut.parted()
    var sides = Plane(
      width: width, height: height,
      elements: isNode.indices.map { isNode[$0] ? (isFigure[$0] ? figure : ground) : 0 })
    try settle(&sides, least: Int(leastShare * Double(width * height)), chances, work: work)
    return sides
  }

  /// Pieces of the figure change sides where they are small, or not surely figure, or mostly open to the ground; then small
  /// pieces of the ground within the figure do.
  private static func settle(
    _ sides: inout Plane<UInt16>, least: Int, _ chances: [Float], work: Work
  ) throws(Cancelled) {
    let figures = try Pieces(of: figure, in: sides, work: work)
    let chances = figures.components.sums { Double(chances[$1 * sides.width + $0]) }
    figures.give(to: ground, in: &sides) { piece in
      let area = figures.areas[piece]
      let open = Double(figures.open[piece]) / Double(figures.perimeters[piece])
      return area < least || chances[piece] / Double(area) + open > mostDoubt
    }
    let grounds = try Pieces(of: ground, in: sides, work: work)
    grounds.give(to: figure, in: &sides) { grounds.areas[$0] < least && grounds.open[$0] > 0 }
  }

  /// The connected nodes of one side.
  private struct Pieces {
    let components: RunComponents
    /// The nodes of each piece.
    let areas: [Int]
    /// The sides of nodes that are its border, and those of them with the other side beyond, or that run along the picture's
    /// edge to where the other side does: half of a run's for each of its ends.
    let perimeters: [Int]
    private(set) var open: [Int]

    init(of side: UInt16, in sides: Plane<UInt16>, work: Work) throws(Cancelled) {
      components = try RunComponents(
        of: BitPlane(sides, work: work) { $0 == side }, where: true, work: work)
      areas = components.statistics().map(\.area)
      perimeters = components.perimeters()
      open = components.sums { x, y in
        Point(x, y).neighbours.count {
          sides.contains($0) && sides[$0] != side && sides[$0] != 0
        }
      }
      for run in Self.runsAlongEdge(of: sides, side) {
        guard let piece = components.component(at: run.nodes[0]) else { continue }
        open[piece] += run.nodes.count * run.openEnds / 2
      }
    }

    /// The runs of one side's nodes along the picture's edge, and how many of the two ends of each the other side meets.
    ///
    /// A figure that the picture cuts off is drawn to the edge, so lines end its run; paper below a figure is not.
    private static func runsAlongEdge(
      of sides: Plane<UInt16>, _ side: UInt16
    ) -> [(nodes: [Point], openEnds: Int)] {
      let (right, bottom) = (sides.width - 1, sides.height - 1)
      let loop =
        (0...right).map { Point($0, 0) } + (0...bottom).map { Point(right, $0) }
        + (0...right).reversed().map { Point($0, bottom) }
        + (0...bottom).reversed().map { Point(0, $0) }
      guard let start = loop.firstIndex(where: { sides[$0] != side }) else { return [] }
      let around = loop[start...] + loop[...start]
      var runs: [(nodes: [Point], openEnds: Int)] = []
      var nodes: [Point] = []
      var before = sides[loop[start]]
      for point in around {
        if sides[point] == side {
          nodes.append(point)
          continue
        }
        if !nodes.isEmpty {
          runs.append((nodes, [before, sides[point]].count { $0 != 0 }))
          nodes = []
        }
        before = sides[point]
      }
      return runs
    }

    /// Lets the pieces that `isChosen` names be of another side.
    func give(to side: UInt16, in sides: inout Plane<UInt16>, where isChosen: (Int) -> Bool) {
      let chosen = (0..<components.count).map(isChosen)
      components.forEachPixel { piece, x, y in if chosen[piece] { sides[x, y] = side } }
    }
  }

  /// Whether a pixel lies on the figure's side, between the middles of four nodes.
  private func isFigure(_ x: Int, _ y: Int) -> Bool {
    func node(_ pixel: Int) -> Float { (Float(pixel) + 0.5) / Float(cell) - 0.5 }
    return grid.bilinear(x: node(x), y: node(y)) > 0.5
  }

  /// The ground's pixels beside the figure, piece by piece.
  private func border(_ lineArt: LineArt, _ barriers: BitPlane) -> [BorderPiece] {
    var pixels: Set<Point> = []
    for j in 0..<grid.height {
      for i in 0..<grid.width where grid.isMixed(around: i, j) {
        for y in j * cell..<min(lineArt.height, (j + 1) * cell) {
          for x in i * cell..<min(lineArt.width, (i + 1) * cell) {
            let point = Point(x, y)
            guard !barriers[point], !isFigure(x, y), isGround(point) else { continue }
            let isBeside = point.neighbours.contains {
              lineArt.strokes.contains($0) && !barriers[$0] && isFigure($0.x, $0.y)
            }
            if isBeside { pixels.insert(point) }
          }
        }
      }
    }
    return BorderPiece.pieces(of: pixels)
  }
}
