/// The cheapest way to part the nodes of a grid in two, where each node would rather be on one side and each pair of
/// neighbours rather together.
///
/// A minimum cut, by the largest flow from what is on the first side to what is on the second (Ford and Fulkerson 1956), a
/// blocking flow at a time along shortest ways (Dinic 1970). Whole numbers, so the answer is exact and the same everywhere.
/// Cost: O(nodes) a round, and the rounds are some dozens; about 0.1 s for 65,000 nodes where half of them are in doubt.
struct GridCut {
  private let width: Int
  private let height: Int
  /// The flow that still fits between a node and its neighbour to the right, to the left, below and above, `[4, nodes]`.
  private var room: [Int32]
  /// The cost that is left of having a node on the second side, and on the first.
  private var first: [Int32]
  private var second: [Int32]

  /// - Parameters:
  ///   - first: what it costs each node to be on the second side.
  ///   - second: what it costs each node to be on the first side.
  ///   - right: what it costs to part each node from its neighbour to the right; 0 where there is none.
  ///   - down: the same of the neighbour below.
  init(width: Int, height: Int, first: [Int32], second: [Int32], right: [Int32], down: [Int32]) {
    let count = width * height
    self.width = width
    self.height = height
    // The flow straight through a node, the smaller of its two costs, is taken off at once.
    self.first = zip(first, second).map { max(0, $0 - $1) }
    self.second = zip(first, second).map { max(0, $1 - $0) }
    room = [Int32](repeating: 0, count: 4 * count)
    for node in 0..<count {
      if node % width + 1 < width {
        room[node] = right[node]
        room[count + node + 1] = right[node]
      }
      if node + width < count {
        room[2 * count + node] = down[node]
        room[3 * count + node + width] = down[node]
      }
    }
  }

  private static let opposite = [1, 0, 3, 2]

  private var steps: [Int] { [1, -1, width, -width] }

  /// Whether each node is on the first side.
  mutating func parted() -> [Bool] {
    let count = width * height
    while true {
      var level = levels()
      guard (0..<count).contains(where: { level[$0] >= 0 && second[$0] > 0 }) else {
        return level.map { $0 >= 0 }
      }
      block(&level)
    }
  }

  /// The steps of each node from one that wants to be on the first side; -1 where flow cannot come.
  private func levels() -> [Int32] {
    let count = width * height
    let steps = steps
    var level = [Int32](repeating: -1, count: count)
    var open = (0..<count).filter { first[$0] > 0 }
    for node in open { level[node] = 0 }
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for side in 0..<4 where room[side * count + node] > 0 {
        let other = node + steps[side]
        guard level[other] < 0 else { continue }
        level[other] = level[node] + 1
        open.append(other)
      }
    }
    return level
  }

  /// Lets flow all that goes along ways on which levels rise.
  private mutating func block(_ level: inout [Int32]) {
    let count = width * height
    let steps = steps
    var arc = [UInt8](repeating: 0, count: count)
    var way: [Int] = []
    for start in 0..<count where first[start] > 0 && level[start] == 0 {
      way = [start]
      while let node = way.last, first[start] > 0 {
        if second[node] > 0 {
          var flow = min(first[start], second[node])
          for index in way.indices.dropLast() {
            flow = min(flow, room[Int(arc[way[index]]) * count + way[index]])
          }
          first[start] -= flow
          second[node] -= flow
          var keep = way.count
          for index in way.indices.dropLast().reversed() {
            let (from, side) = (way[index], Int(arc[way[index]]))
            room[side * count + from] -= flow
            room[Self.opposite[side] * count + from + steps[side]] += flow
            if room[side * count + from] == 0 { keep = index + 1 }
          }
          way.removeLast(way.count - keep)
          continue
        }
        while arc[node] < 4 {
          let side = Int(arc[node])
          if room[side * count + node] > 0, level[node + steps[side]] == level[node] + 1 { break }
          arc[node] += 1
        }
        if arc[node] < 4 {
          way.append(node + steps[Int(arc[node])])
        } else {
          level[node] = -1
          way.removeLast()
        }
      }
    }
  }
}
