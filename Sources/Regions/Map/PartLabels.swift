import Glibc
import Raster

/// The parts of one region's nodes: as the network sees them, but in few pieces, and apart where that is cheap.
///
/// Each node would rather have its likeliest part, each pair of neighbours the same, the less so the darker the line between
/// them. The sum of both is made small by expansions (Boykov, Veksler and Zabih 2001): one part after the other takes the nodes
/// that it can win, all at once, by a minimum cut.
/// Cost: a `GridCut` over the region's box for each part and round; two rounds.
struct PartLabels {
  /// The cost of a border's side, for each unit of a node's logarithmic chance.
  static let together: Float = 6
  /// From this darkness on a line between two nodes halves what a border costs.
  private static let faint: Float = 24
  /// No chance counts as less.
  static let leastChance: Float = 0.018
  private static let rounds = 2
  private static let scale: Float = 256

  let width: Int
  let height: Int
  /// The parts that some node may have.
  let parts: [Int]
  /// Whether each node of the box is the region's.
  let isOwn: [Bool]
  /// How open the way is to the node to the right and to that below, 0…1; 0 where there is none of the region.
  let right: [Float]
  let down: [Float]
  /// `[nodes, parts]`, what each part costs each node: minus the logarithm of its chance.
  let costs: [Float]
  /// The chance of each node to be ground, 0…1.
  let ground: [Float]
  /// The place in `parts` of each node's part.
  var labels: [Int]

  /// - Parameters:
  ///   - isOwn: `[height, width]`.
  ///   - darkest: `[height, width]`, the darkest pixel of each node, 0…255.
  ///   - costs: `[height, width, parts]`.
  ///   - ground: `[height, width]`.
  init(
    width: Int, height: Int, parts: [Int], isOwn: [Bool], darkest: [UInt8], costs: [Float],
    ground: [Float], work: Work
  ) throws(Cancelled) {
    self.width = width
    self.height = height
    self.parts = parts
    self.isOwn = isOwn
    self.costs = costs
    self.ground = ground
    func openness(_ node: Int, _ other: Int) -> Float {
      guard isOwn[node], isOwn[other] else { return 0 }
      return 1 / (1 + Float(max(darkest[node], darkest[other])) / Self.faint)
    }
    right = isOwn.indices.map { $0 % width + 1 < width ? openness($0, $0 + 1) : 0 }
    down = isOwn.indices.map { $0 + width < isOwn.count ? openness($0, $0 + width) : 0 }
    var sums = [Float](repeating: 0, count: parts.count)
    for node in isOwn.indices where isOwn[node] {
      for part in parts.indices { sums[part] += costs[node * parts.count + part] }
    }
    let best = sums.indices.min { sums[$0] < sums[$1] } ?? 0
    labels = [Int](repeating: best, count: isOwn.count)
    for _ in 0..<Self.rounds {
      let before = labels
      for part in parts.indices {
        try work.checkCancelled()
        expand(part)
      }
      if labels == before { break }
    }
  }

  /// Lets a part take the nodes that it can win.
  private mutating func expand(_ part: Int) {
    func whole(_ cost: Float) -> Int32 { Int32(cost * Self.scale) }
    var keep = [Int32](repeating: 0, count: isOwn.count)
    var take = keep
    var across = keep
    var below = keep
    for node in isOwn.indices where isOwn[node] {
      keep[node] = whole(costs[node * parts.count + labels[node]])
      take[node] = whole(costs[node * parts.count + part])
    }
    // Two that keep different parts pay the whole, as one that keeps beside one that takes: half with what each keeps, half
    // between them.
    func pair(_ node: Int, _ other: Int, _ cost: Int32) -> Int32 {
      let (own, next) = (labels[node], labels[other])
      if own == next { return own == part ? 0 : cost }
      switch part {
      case own: keep[other] += cost
      case next: keep[node] += cost
      default:
        keep[node] += cost / 2
        keep[other] += cost / 2
        return cost / 2
      }
      return 0
    }
    for node in isOwn.indices {
      let (aside, under) = (right[node] * Self.together, down[node] * Self.together)
      if aside > 0 { across[node] = pair(node, node + 1, whole(aside)) }
      if under > 0 { below[node] = pair(node, node + width, whole(under)) }
    }
    var cut = GridCut(
      width: width, height: height, first: keep, second: take, right: across, down: below)
    let taken = cut.parted()
    for node in isOwn.indices where isOwn[node] && taken[node] { labels[node] = part }
  }
}
