// Hatching, crosshatching and screentone, told from outlines.
//
// Idea: strokes of a hatching part the cloth under them into many cells; where two cells adjoin, the ink between them is straight.
// A cell of a hatching lies between two such borders that run the same way. How they run and how far apart they are makes a vote, and
// what many cells vote for is a weave. Borders between cells that run with a weave are its strokes; whatever parts a cell from
// something else than a cell is an outline and stays. Dots are simpler: many small islands of ink, each with others of its size near.
//
// Cost: O(runs + pixels of cells), and little where a drawing has few cells. Not done: hatching in curves, cells wider than
// a fortieth of the drawing, outlines between two hatched cloths that run with the hatching.

import Glibc
import Raster

extension BitPlane {
  /// The pixels of hatching and screentone among these strokes; nil where there are none.
  ///
  /// - Parameters:
  ///   - specks: marks too small to be strokes, which may be dots.
  ///   - strokeWidth: the usual one, in pixels.
  func hatching(specks: BitPlane, strokeWidth: Double, work: Work) throws(Cancelled) -> BitPlane? {
    let widest = Double(max(width, height)) / 40
    let strokes = try HatchStrokes(in: self, strokeWidth: strokeWidth, widest: widest, work: work)
      .found(work: work)
    var marks = self
    if let strokes { marks.subtract(strokes) }
    marks.formUnion(specks)
    let dots = try marks.dots(
      widest: widest, beside: strokes, crossing: 4 * strokeWidth + 2, work: work)
    guard var result = strokes ?? dots else { return nil }
    if let dots { result.formUnion(dots) }
    return result
  }
}

/// The strokes that part a cloth into cells.
private struct HatchStrokes {
  /// The fewest cells that make a weave.
  private static let leastCells = 24
  /// The least share of a larger cell's perimeter that runs with a weave.
  private static let leastWoven = 0.3

  let strokes: BitPlane
  let cells: RunComponents
  let areas: [Int]
  /// The width of each small cell in pixels; nil for larger areas of paper.
  let widths: [Double?]
  /// The longest run of ink across a stroke, in pixels.
  let longestCrossing: Int

  init(in strokes: BitPlane, strokeWidth: Double, widest: Double, work: Work) throws(Cancelled) {
    self.strokes = strokes
    cells = try RunComponents(of: strokes, where: false, work: work)
    areas = cells.statistics().map(\.area)
    widths = zip(areas, cells.perimeters()).map { area, perimeter in
      let width = 2 * Double(area) / Double(perimeter)
      return width <= widest ? width : nil
    }
    longestCrossing = Int((2.2 * strokeWidth).rounded(.up))
  }

  /// The strokes' pixels; nil where there are none.
  func found(work: Work) throws(Cancelled) -> BitPlane? {
    guard widths.count(where: { $0 != nil }) >= Self.leastCells else { return nil }
    let borders = try borders(work: work)
    let weaves = Weave.found(among: votes(of: borders), areas: areas, least: Self.leastCells)
    guard !weaves.isEmpty else { return nil }
    let woven = wovenLengths(borders, weaves)
    let isHatched = borders.mapValues { border in
      weaves.contains { weave in
        weave.runs(with: border)
          && [border.cells.first, border.cells.second].allSatisfy {
            belongs($0, to: weave, wovenLength: woven[$0] ?? 0)
          }
      }
    }
    var result = BitPlane(width: strokes.width, height: strokes.height)
    try forEachCrossing(work: work) { cells, columns, rows in
      guard isHatched[cells] == true else { return }
      for y in rows { for x in columns { result[x, y] = true } }
    }
    return result
  }

  /// The length of each cell's borders that run with a weave, in pixels.
  private func wovenLengths(_ borders: [CellPair: CellBorder], _ weaves: [Weave]) -> [Int: Double] {
    var lengths: [Int: Double] = [:]
    for (cells, border) in borders.sorted(by: { $0.key < $1.key })
    where weaves.contains(where: { $0.runs(with: border) }) {
      lengths[cells.first, default: 0] += border.length
      lengths[cells.second, default: 0] += border.length
    }
    return lengths
  }

  /// Whether a cell lies between two strokes of a weave, or may be what an outline cuts off of such ones, or what is left along an outline
  /// that strokes do not reach.
  private func belongs(_ cell: Int, to weave: Weave, wovenLength: Double) -> Bool {
    if weave.cells.contains(cell) { return true }
    guard let width = widths[cell], width <= 1.15 * weave.gap else { return false }
    let perimeter = 2 * Double(areas[cell]) / width
    return Double(areas[cell]) <= 1.2 * Double(weave.usualArea)
      || wovenLength >= Self.leastWoven * perimeter
  }

  /// The straight borders between small cells.
  private func borders(work: Work) throws(Cancelled) -> [CellPair: CellBorder] {
    var borders: [CellPair: CellBorder] = [:]
    try forEachCrossing(work: work) { cells, columns, rows in
      borders[cells, default: CellBorder(cells)].add(
        x: Double(columns.lowerBound + columns.upperBound - 1) / 2,
        y: Double(rows.lowerBound + rows.upperBound - 1) / 2)
    }
    return borders.filter { $0.value.isStraight }
  }

  /// What cells that lie between two borders of one direction vote for.
  private func votes(of borders: [CellPair: CellBorder]) -> [HatchVote] {
    var beside: [Int: [CellBorder]] = [:]
    for (cells, border) in borders.sorted(by: { $0.key < $1.key }) {
      beside[cells.first, default: []].append(border)
      beside[cells.second, default: []].append(border)
    }
    return beside.sorted { $0.key < $1.key }.flatMap { cell, borders in
      borders.indices.flatMap { first in
        borders[(first + 1)...].compactMap { second in
          HatchVote(of: cell, borders[first], second, least: Double(longestCrossing))
        }
      }
    }
  }

  /// Calls `body` with each run of ink, along a row or a column, between two small cells.
  private func forEachCrossing(
    work: Work, _ body: (_ cells: CellPair, _ columns: Range<Int>, _ rows: Range<Int>) -> Void
  ) throws(Cancelled) {
    /// The lowest pixel of a small cell in each column so far, and its cell.
    var lowest = [(y: Int, cell: Int)](repeating: (-1, -1), count: strokes.width)
    for y in 0..<strokes.height {
      if y & 63 == 0 { try work.checkCancelled() }
      var left: (end: Int, cell: Int)?
      for index in cells.rowRuns(y) {
        let (columns, cell) = (cells.runs[index].columns, Int(cells.runs[index].component))
        guard widths[cell] != nil else {
          left = nil
          continue
        }
        if let left, left.cell != cell, columns.lowerBound - left.end <= longestCrossing {
          body(CellPair(left.cell, cell), left.end..<columns.lowerBound, y..<y + 1)
        }
        left = (columns.upperBound, cell)
        for x in columns {
          let above = lowest[x]
          lowest[x] = (y, cell)
          guard above.cell >= 0, above.cell != cell, y - above.y - 1 <= longestCrossing,
            strokes[x, above.y + 1], strokes[x, y - 1]
          else { continue }
          body(CellPair(above.cell, cell), x..<x + 1, above.y + 1..<y)
        }
      }
    }
  }
}

/// Two cells.
private struct CellPair: Hashable, Comparable {
  /// The smaller number.
  let first: Int
  let second: Int

  init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }

  static func < (a: CellPair, b: CellPair) -> Bool { (a.first, a.second) < (b.first, b.second) }
}

/// The ink between two cells: the straight line that fits its middle best.
private struct CellBorder {
  let cells: CellPair
  private var count = 0.0
  private var sum = SIMD2<Double>.zero
  /// The sums of x², xy and y².
  private var squares = SIMD3<Double>.zero

  init(_ cells: CellPair) { self.cells = cells }

  mutating func add(x: Double, y: Double) {
    count += 1
    sum += SIMD2(x, y)
    squares += SIMD3(x * x, x * y, y * y)
  }

  var middle: SIMD2<Double> { sum / count }

  /// The direction, 0 ..< π.
  var angle: Double {
    let angle = atan2(2 * moments.y, moments.x - moments.z) / 2
    return angle < 0 ? angle + .pi : angle
  }

  /// In pixels.
  var length: Double { (12 * spread.along).squareRoot() }

  var isStraight: Bool { count >= 6 && spread.across.squareRoot() <= max(0.8, length / 25) }

  private var moments: SIMD3<Double> {
    squares / count - SIMD3(middle.x * middle.x, middle.x * middle.y, middle.y * middle.y)
  }

  /// The variance along the line and across it.
  private var spread: (along: Double, across: Double) {
    let mean = (moments.x + moments.z) / 2
    let half = (moments.x - moments.z) / 2
    let radius = (half * half + moments.y * moments.y).squareRoot()
    return (mean + radius, max(0, mean - radius))
  }
}

/// What a cell between two borders of one direction says of the hatching it is of.
private struct HatchVote {
  let cell: Int
  /// The borders' direction, 0 ..< π.
  let angle: Double
  /// From the middle of one to that of the other, in pixels.
  let gap: Double

  /// - Parameter least: the least gap.
  /// - Returns: nil where the borders do not face each other.
  init?(of cell: Int, _ first: CellBorder, _ second: CellBorder, least: Double) {
    guard Weave.difference(first.angle, second.angle) <= Weave.tolerance else { return nil }
    let longer = first.length > second.length ? first : second
    let normal = SIMD2(-sin(longer.angle), cos(longer.angle))
    self.cell = cell
    angle = longer.angle
    gap = abs(((second.middle - first.middle) * normal).sum())
    guard gap > least else { return nil }
  }

  static let angles = 60

  /// Its place among directions and gaps, in steps of 3° and 10 %.
  var bin: SIMD2<Int> {
    SIMD2(
      min(Self.angles - 1, Int(angle / .pi * Double(Self.angles))),
      Int((log(gap) / log(1.1)).rounded(.down)))
  }
}

/// Strokes that run one way at one distance.
private struct Weave {
  /// The direction, 0 ..< π.
  let angle: Double
  /// From the middle of a stroke to that of the next, in pixels.
  let gap: Double
  /// The cells between its strokes, and half of their areas are larger than that.
  let cells: Set<Int>
  let usualArea: Int

  /// Borders of one weave differ no more in direction, in radians; of short ones it is known less well.
  static let tolerance = 5 * Double.pi / 180

  private init(_ votes: [HatchVote], areas: [Int]) {
    // Near the turn from π to 0 some of the angles lie at either end.
    let first = votes[0].angle
    let angles = votes.map { vote in
      abs(vote.angle - first) < .pi / 2
        ? vote.angle : vote.angle + (first < vote.angle ? -.pi : .pi)
    }
    let angle = angles.sorted()[votes.count / 2]
    self.angle = angle < 0 ? angle + .pi : angle < .pi ? angle : angle - .pi
    gap = votes.map(\.gap).sorted()[votes.count / 2]
    cells = Set(votes.map(\.cell))
    usualArea = cells.map { areas[$0] }.sorted()[cells.count / 2]
  }

  /// Whether a border runs this way.
  func runs(with border: CellBorder) -> Bool {
    Self.difference(angle, border.angle) <= Self.tolerance + 1 / max(border.length, 6)
  }

  /// Of two directions, in radians.
  static func difference(_ a: Double, _ b: Double) -> Double {
    let difference = abs(a - b)
    return min(difference, .pi - difference)
  }

  /// What at least so many vote for, the most frequent first.
  static func found(among votes: [HatchVote], areas: [Int], least: Int) -> [Weave] {
    var rest = votes
    var result: [Weave] = []
    while rest.count >= least {
      // A vote counts for the bins around its own too, so that no weave is split between two.
      var counts: [SIMD2<Int>: Int] = [:]
      for vote in rest {
        for turn in -1...1 {
          for step in -1...1 {
            let angle = (vote.bin.x + turn + HatchVote.angles) % HatchVote.angles
            counts[SIMD2(angle, vote.bin.y + step), default: 0] += 1
          }
        }
      }
      let best = counts.max {
        ($0.value, $1.key.x, $1.key.y) < ($1.value, $0.key.x, $0.key.y)
      }
      guard let best, best.value >= least else { break }
      func isNear(_ vote: HatchVote) -> Bool {
        let turn = abs(vote.bin.x - best.key.x)
        return min(turn, HatchVote.angles - turn) <= 1 && abs(vote.bin.y - best.key.y) <= 1
      }
      result.append(Weave(rest.filter(isNear), areas: areas))
      rest.removeAll(where: isNear)
    }
    return result
  }
}

extension BitPlane {
  /// The fewest dots that make a screentone.
  private static let leastDots = 40

  /// The islands that are dots of a screentone, and those that were crossings of a hatching's strokes; nil where there are none.
  ///
  /// - Parameters:
  ///   - widest: the largest distance of dots, in pixels.
  ///   - strokes: of a hatching, already taken away.
  ///   - crossing: the size of the largest crossing, in pixels.
  fileprivate func dots(widest: Double, beside strokes: BitPlane?, crossing: Double, work: Work)
    throws(Cancelled) -> BitPlane?
  {
    let islands = try RunComponents(of: self, where: true, connectivity: .eight, work: work)
    let statistics = islands.statistics()
    let small = statistics.indices.filter { island in
      let box = statistics[island].box
      return Double(max(box.width, box.height)) <= max(0.7 * widest, crossing)
        && 2 * statistics[island].area >= box.width * box.height
        && 2 * min(box.width, box.height) >= max(box.width, box.height)
    }
    guard strokes != nil || small.count >= Self.leastDots else { return nil }
    let reach = Int(widest.rounded(.up))
    var grid: [SIMD2<Int>: [Int]] = [:]
    func square(of island: Int) -> SIMD2<Int> {
      let place = statistics[island].centroid
      return SIMD2(Int(place.x) / reach, Int(place.y) / reach)
    }
    for island in small { grid[square(of: island), default: []].append(island) }
    var isDot = [Bool](repeating: false, count: islands.count)
    for island in small {
      let (own, here) = (statistics[island], square(of: island))
      var alike = 0
      for y in here.y - 1...here.y + 1 {
        for x in here.x - 1...here.x + 1 {
          for other in grid[SIMD2(x, y)] ?? [] where other != island {
            let other = statistics[other]
            let (dx, dy) = (
              own.centroid.x - other.centroid.x, own.centroid.y - other.centroid.y
            )
            if dx * dx + dy * dy <= widest * widest, 3 * own.area <= 4 * other.area,
              3 * other.area <= 4 * own.area
            {
              alike += 1
            }
          }
        }
      }
      isDot[island] = alike >= 2
    }
    if isDot.count(where: { $0 }) < Self.leastDots {
      isDot = [Bool](repeating: false, count: islands.count)
    }
    if let strokes {
      islands.forEachPixel { island, x, y in
        guard !isDot[island],
          Double(max(statistics[island].box.width, statistics[island].box.height)) <= crossing
        else { return }
        isDot[island] = (y - 1...y + 1).contains { y in
          (x - 1...x + 1).contains { x in strokes[x, y] }
        }
      }
    }
    guard isDot.contains(true) else { return nil }
    var dots = BitPlane(width: width, height: height)
    dots.set(islands) { isDot[$0] }
    return dots
  }
}
