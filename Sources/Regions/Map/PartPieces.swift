import Glibc

/// The pieces of one region that have a part each, and which of them are kept apart.
///
/// Piece by piece goes to a neighbour: first what is small or hardly bounded by lines, then of each two neighbours those
/// whose border is the least likely one of colours. How likely it is was fitted on 436 borders between pieces in 60 generated
/// drawings (35 % of them parted colours), never on real ones.
/// Cost: O(nodes of the region's box) a step.
struct PartPieces {
  /// Smaller pieces go to a neighbour, as a share of the whole grid.
  private static let leastShare = 0.001
  /// So do those of whose border a larger share is open.
  private static let mostOpen = 0.7
  /// A border stays from this chance on.
  private static let likely: Float = 0.75

  /// A border between two pieces: its length in sides of nodes, and how open they are in sum.
  private struct Border {
    var sides = 0
    var openness: Float = 0
  }

  private var labels: PartLabels
  private let least: Double
  private var pieces: [Int] = []
  private var areas: [Int] = []
  private var perimeters: [Int] = []
  private var borders: [[Int: Border]] = []
  /// `[pieces, parts]`.
  private var costs: [Float] = []
  /// The sums of the nodes' chances to be ground.
  private var ground: [Float] = []
  /// The place of each piece's part.
  private var own: [Int] = []

  /// The labels where no border is left that is not likely.
  ///
  /// - Parameter nodes: of the whole grid.
  static func settled(_ labels: PartLabels, nodes: Int) -> [Int] {
    var pieces = PartPieces(labels, nodes: nodes)
    repeat { pieces.find() } while pieces.join()
    return pieces.labels.labels
  }

  private init(_ labels: PartLabels, nodes: Int) {
    self.labels = labels
    least = Self.leastShare * Double(nodes)
  }

  /// Finds the connected nodes of one part, and how they touch.
  private mutating func find() {
    let (width, count) = (labels.width, labels.isOwn.count)
    let parts = labels.parts.count
    pieces = [Int](repeating: -1, count: count)
    areas = []
    perimeters = []
    costs = []
    ground = []
    own = []
    var open: [Int] = []
    for start in 0..<count where labels.isOwn[start] && pieces[start] < 0 {
      let piece = areas.count
      areas.append(0)
      perimeters.append(0)
      ground.append(0)
      own.append(labels.labels[start])
      costs += [Float](repeating: 0, count: parts)
      pieces[start] = piece
      open = [start]
      while let node = open.popLast() {
        areas[piece] += 1
        ground[piece] += labels.ground[node]
        for part in 0..<parts { costs[piece * parts + part] += labels.costs[node * parts + part] }
        forEachNeighbour(of: node) { other in
          guard let other, labels.isOwn[other], labels.labels[other] == labels.labels[node] else {
            perimeters[piece] += 1
            return
          }
          if pieces[other] < 0 {
            pieces[other] = piece
            open.append(other)
          }
        }
      }
    }
    borders = [[Int: Border]](repeating: [:], count: areas.count)
    for node in 0..<count where labels.isOwn[node] {
      if labels.right[node] > 0 { touch(node, node + 1, labels.right[node]) }
      if labels.down[node] > 0 { touch(node, node + width, labels.down[node]) }
    }
  }

  private func forEachNeighbour(of node: Int, _ body: (Int?) -> Void) {
    let (width, column) = (labels.width, node % labels.width)
    body(column + 1 < width ? node + 1 : nil)
    body(column > 0 ? node - 1 : nil)
    body(node + width < labels.isOwn.count ? node + width : nil)
    body(node >= width ? node - width : nil)
  }

  private mutating func touch(_ node: Int, _ other: Int, _ openness: Float) {
    let (own, next) = (pieces[node], pieces[other])
    guard own != next else { return }
    for (piece, beside) in [(own, next), (next, own)] {
      borders[piece][beside, default: Border()].sides += 1
      borders[piece][beside]!.openness += openness
    }
  }

  /// Gives one piece to a neighbour.
  ///
  /// - Returns: false where all are kept apart.
  private mutating func join() -> Bool {
    let loose = areas.indices.filter { piece in
      let open = borders[piece].values.reduce(0) { $0 + $1.sides }
      return open > 0
        && (Double(areas[piece]) < least
          || Double(open) > Self.mostOpen * Double(perimeters[piece]))
    }
    if let piece = loose.min(by: { (areas[$0], $0) < (areas[$1], $1) }) {
      let (beside, _) = borders[piece].max {
        ($0.value.sides, $1.key) < ($1.value.sides, $0.key)
      }!
      give(piece, to: beside)
      return true
    }
    var worst: (chance: Float, piece: Int, other: Int)?
    for piece in areas.indices {
      for (other, border) in borders[piece].sorted(by: { $0.key < $1.key }) where other > piece {
        let chance = chance(of: border, piece, other)
        if chance < worst?.chance ?? Self.likely { worst = (chance, piece, other) }
      }
    }
    guard let (_, piece, other) = worst else { return false }
    let isSmaller = areas[piece] <= areas[other]
    give(isSmaller ? piece : other, to: isSmaller ? other : piece)
    return true
  }

  private mutating func give(_ piece: Int, to other: Int) {
    for node in pieces.indices where pieces[node] == piece { labels.labels[node] = own[other] }
  }

  /// How likely a border parts two colours, 0…1.
  private func chance(of border: Border, _ piece: Int, _ other: Int) -> Float {
    let parts = labels.parts.count
    // By how much each piece's own part is likelier in it than the other's.
    func margin(_ piece: Int, _ other: Int) -> Float {
      (costs[piece * parts + own[other]] - costs[piece * parts + own[piece]]) / Float(areas[piece])
    }
    func mean(_ piece: Int) -> Float { ground[piece] / Float(areas[piece]) }
    let margins = (margin(piece, other), margin(other, piece))
    let width = logf(Float(border.sides) / Float(min(areas[piece], areas[other])).squareRoot())
    let inputs = [
      width, border.openness / Float(border.sides), min(margins.0, margins.1),
      max(margins.0, margins.1), max(mean(piece), mean(other)),
    ]
    let weighed = zip(Self.weights, inputs).reduce(Self.bias) { $0 + $1.0 * $1.1 }
    return 1 / (1 + expf(-weighed))
  }

  /// Of the logarithm of the border's length in roots of the smaller area, of how open it is, of the smaller margin and the
  /// larger, of how much of either is ground.
  private static let weights: [Float] = [0.56, -1.819, 0.778, 0.406, -2.077]
  private static let bias: Float = -1.451
}
