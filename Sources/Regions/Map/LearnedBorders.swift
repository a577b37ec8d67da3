import Glibc
import Raster

/// Borders of two parts within one region, where artists drew none: the chin that runs into the neck's cloth, the hair that
/// shares an open outline with a face.
///
/// The paper of each region is looked at in nodes of a grid; where a network sees two parts or more in it (`PartLabels`), the
/// region is divided along the nodes, unless a border is not likely to be one of colours (`PartPieces`).
/// Cost: a grid of at most 256 nodes a side, whatever the drawing's size; then O(pixels) to read the lines, and what
/// `PartLabels` and `PartPieces` cost for the regions that show two parts.
/// Not done: to divide the ground; to find borders of colours within one part (a stripe, a shadow).
struct LearnedBorders {
  /// The longer side of the grid in nodes.
  private static let side = 256
  /// A region shows a part where as many of its nodes most likely have it, as a share of the grid.
  private static let leastShare = 0.001

  private let seen: SeenParts
  /// The side of a node in pixels.
  private let node: Int
  private let width: Int
  private let height: Int
  /// Each node's component of paper, that with most of its pixels; -1 where there is none but ground.
  private var owners: [Int]
  private var darkest: [UInt8]

  /// The borders' pieces, each named by its two ends, and their pixels.
  private(set) var pieces: [BorderPiece] = []

  /// - Parameters:
  ///   - components: of the paper between `barriers`.
  ///   - isGround: whether a component is.
  init(
    _ seen: SeenParts, lineArt: LineArt, barriers: BitPlane, components: RunComponents,
    isGround: [Bool], work: Work
  ) throws(Cancelled) {
    self.seen = seen
    node = (max(lineArt.width, lineArt.height) + Self.side - 1) / Self.side
    width = (lineArt.width + node - 1) / node
    height = (lineArt.height + node - 1) / node
    owners = [Int](repeating: -1, count: width * height)
    darkest = [UInt8](repeating: 0, count: width * height)
    try read(lineArt, components, isGround, work: work)
    for (owner, nodes) in nodesOfRegions() {
      try work.checkCancelled()
      guard let divided = try divided(nodes, owner: owner, work: work) else { continue }
      pieces += divided.border(lineArt, barriers) { components.component(at: $0) == owner }
    }
  }

  /// Finds each node's owner and its darkest pixel.
  private mutating func read(
    _ lineArt: LineArt, _ components: RunComponents, _ isGround: [Bool], work: Work
  ) throws(Cancelled) {
    var shares = [[(owner: Int, pixels: Int)]](repeating: [], count: width)
    let darkness = lineArt.darkness.elements.span
    for row in 0..<height {
      try work.checkCancelled()
      for column in 0..<width { shares[column].removeAll(keepingCapacity: true) }
      for y in row * node..<min(lineArt.height, (row + 1) * node) {
        for index in components.rowRuns(y) {
          let run = components.runs[index]
          let owner = Int(run.component)
          if isGround[owner] { continue }
          let columns = run.columns
          for column in columns.lowerBound / node...(columns.upperBound - 1) / node {
            let pixels = columns.clamped(to: column * node..<(column + 1) * node).count
            if let known = shares[column].firstIndex(where: { $0.owner == owner }) {
              shares[column][known].pixels += pixels
            } else {
              shares[column].append((owner, pixels))
            }
          }
        }
      }
      for column in 0..<width {
        guard let most = shares[column].max(by: { ($0.pixels, $1.owner) < ($1.pixels, $0.owner) })
        else { continue }
        let index = row * width + column
        owners[index] = most.owner
        for y in row * node..<min(lineArt.height, (row + 1) * node) {
          for x in column * node..<min(lineArt.width, (column + 1) * node) {
            darkest[index] = max(darkest[index], darkness[y * lineArt.width + x])
          }
        }
      }
    }
  }

  /// The nodes of each region that is large enough to show two parts.
  private func nodesOfRegions() -> [(owner: Int, nodes: [Int])] {
    var nodes: [Int: [Int]] = [:]
    for index in owners.indices where owners[index] >= 0 {
      nodes[owners[index], default: []].append(index)
    }
    let least = 2 * Self.leastShare * Double(width * height)
    return nodes.filter { Double($0.value.count) >= least }.sorted { $0.key < $1.key }
      .map { (owner: $0.key, nodes: $0.value) }
  }

  /// A region divided; nil where it shows one part.
  private func divided(_ nodes: [Int], owner: Int, work: Work) throws(Cancelled) -> DividedNodes? {
    var chances = [Float](repeating: 0, count: nodes.count * seen.parts)
    var counts = [Int](repeating: 0, count: seen.parts)
    for (index, place) in nodes.enumerated() {
      let first = index * seen.parts
      seen.write(
        chancesAtX: middle(place % width), y: middle(place / width), to: &chances, from: first)
      var best = 0
      for part in 0..<seen.parts where chances[first + part] > chances[first + best] { best = part }
      counts[best] += 1
    }
    let least = Self.leastShare * Double(width * height)
    let parts = counts.indices.filter { Double(counts[$0]) >= least }
    guard parts.count > 1 else { return nil }
    let columns = nodes.map { $0 % width }
    let (left, right) = (columns.min()!, columns.max()!)
    let (top, bottom) = (nodes[0] / width, nodes[nodes.count - 1] / width)
    let box = Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    let count = box.width * box.height
    var isOwn = [Bool](repeating: false, count: count)
    var dark = [UInt8](repeating: 0, count: count)
    var ground = [Float](repeating: 0, count: count)
    var costs = [Float](repeating: 0, count: count * parts.count)
    for (index, place) in nodes.enumerated() {
      let own = (place / width - top) * box.width + place % width - left
      isOwn[own] = true
      dark[own] = darkest[place]
      ground[own] = chances[index * seen.parts]
      for (at, part) in parts.enumerated() {
        costs[own * parts.count + at] =
          -logf(min(1, max(PartLabels.leastChance, chances[index * seen.parts + part])))
      }
    }
    let labels = PartPieces.settled(
      try PartLabels(
        width: box.width, height: box.height, parts: parts, isOwn: isOwn, darkest: dark,
        costs: costs, ground: ground, work: work), nodes: width * height)
    return try DividedNodes(labels, isOwn: isOwn, box: box, node: node, work: work)
  }

  private func middle(_ place: Int) -> Double { (Double(place) + 0.5) * Double(node) - 0.5 }
}
