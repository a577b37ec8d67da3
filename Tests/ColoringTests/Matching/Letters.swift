import Coloring
import Raster
import Regions

/// A divided picture in letters: each connected area of one letter is a region, `.` the background.
/// Every letter stands for `scale`×`scale` pixels.
struct Letters {
  let map: RegionMap
  let graph: RegionGraph
  /// The label of the first region of each letter, in reading order.
  let label: [Character: UInt16]
  /// The letter of each label.
  let letter: [UInt16: Character]

  /// Three regions, one upon the other.
  static let stack = Letters([
    "............",
    "...aaaaaa...",
    "...aaaaaa...",
    "...bbbbbb...",
    "...bbbbbb...",
    "...cccccc...",
    "............",
  ])

  init(_ rows: [String], scale: Int = 3) {
    let letters = rows.map(Array.init)
    let width = letters[0].count
    let height = letters.count
    precondition(letters.allSatisfy { $0.count == width }, "rows of one length")
    var small = Plane<UInt16>(width: width, height: height, repeating: 0)
    var label: [Character: UInt16] = [:]
    var letterOf: [Character] = []
    for y in 0..<height {
      for x in 0..<width where small[x, y] == 0 {
        letterOf.append(letters[y][x])
        let next = UInt16(letterOf.count)
        if label[letters[y][x]] == nil { label[letters[y][x]] = next }
        var open = [Point(x, y)]
        small[x, y] = next
        while let point = open.popLast() {
          for step in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
            let (u, v) = (point.x + step.0, point.y + step.1)
            guard small.contains(u, v), small[u, v] == 0, letters[v][u] == letters[y][x] else {
              continue
            }
            small[u, v] = next
            open.append(Point(u, v))
          }
        }
      }
    }
    var labels = Plane<UInt16>(width: width * scale, height: height * scale, repeating: 0)
    for y in 0..<labels.height {
      for x in 0..<labels.width { labels[x, y] = small[x / scale, y / scale] }
    }
    self.label = label
    letter = Dictionary(
      uniqueKeysWithValues: letterOf.enumerated().map { (UInt16($0.offset + 1), $0.element) })
    map = RegionMap(
      labels: labels,
      regions: letterOf.indices.map { index in
        Self.region(UInt16(index + 1), in: labels, isBackground: letterOf[index] == ".")
      }, closings: [])
    graph = Self.graph(of: labels, regionCount: letterOf.count)
  }

  private static func region(_ label: UInt16, in labels: Plane<UInt16>, isBackground: Bool)
    -> Region
  {
    let points = (0..<labels.height).flatMap { y in
      (0..<labels.width).filter { labels[$0, y] == label }.map { Point($0, y) }
    }
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    let count = Double(points.count)
    return Region(
      label: label, area: points.count,
      box: Box(
        x: xs.min()!, y: ys.min()!, width: xs.max()! - xs.min()! + 1,
        height: ys.max()! - ys.min()! + 1),
      centroid: (Double(xs.reduce(0, +)) / count, Double(ys.reduce(0, +)) / count),
      inside: points[points.count / 2], insideRadius: 1, isBackground: isBackground)
  }

  private static func graph(of labels: Plane<UInt16>, regionCount: Int) -> RegionGraph {
    var lengths: [SIMD2<UInt16>: Double] = [:]
    for y in 0..<labels.height {
      for x in 0..<labels.width {
        for (u, v) in [(x + 1, y), (x, y + 1)] where labels.contains(u, v) {
          let (a, b) = (labels[x, y], labels[u, v])
          if a != b { lengths[SIMD2(min(a, b), max(a, b)), default: 0] += 1 }
        }
      }
    }
    let borders = lengths.map {
      Border(first: $0.key.x, second: $0.key.y, ink: $0.value, trace: 0, closing: 0)
    }
    return RegionGraph(
      borders: borders.sorted { ($0.first, $0.second) < ($1.first, $1.second) },
      regionCount: regionCount)
  }

  /// The descriptors of the picture; its lines are where regions meet.
  func descriptors(work: Work = Work(threads: 1)) throws -> RegionDescriptors {
    var lines = Plane<UInt8>(width: map.width, height: map.height, repeating: 0)
    for y in 0..<map.height {
      for x in 0..<map.width {
        let here = map.labels[x, y]
        if [(x + 1, y), (x, y + 1)].contains(where: {
          map.labels.contains($0.0, $0.1) && map.labels[$0.0, $0.1] != here
        }) {
          lines[x, y] = 255
        }
      }
    }
    return try RegionDescriptors(map: map, graph: graph, darkness: lines, work: work)
  }

  /// A lasting name of the first region of `letter`.
  func name(_ letter: Character) -> RegionName {
    RegionName(inside: map[label[letter]!].inside)
  }
}
