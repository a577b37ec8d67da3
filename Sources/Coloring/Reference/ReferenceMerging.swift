import Raster
import Regions

/// Joins segments into regions, the weakest border first.
///
/// A border's strength is what an eye sees along it: the mean over its pixels of the contrast from two pixels this
/// side to two pixels that side, or of a line's depth. So a soft gradient is weak however far it
/// runs, and a hard edge is strong even where both sides' mean colours agree. Three things weaken a border: that
/// one side is a cel shadow of the other (same hue, darker, no line between), that one side is
/// thinner than a line (what JPEG leaves along edges), and that it is a crumb.
///
/// Cost: O(B + S · d · log S) for B border pixels, S segments and d neighbours each.
struct ReferenceMerging {
  /// The knowledge of a segment, or of several joined.
  struct Segment {
    var area = 0
    /// Pixels on its border, each counted once a neighbour in another segment.
    var outline = 0
    /// Pixels without a line on them, and the sum of their colours.
    var bareArea = 0
    var bareSum = SIMD4<Double>.zero
    /// The sum of the colours under its lines: they are mixtures, and count only where there are no others.
    var inkedSum = SIMD4<Double>.zero

    /// Adds what is known of other pixels, but for their outline.
    mutating func add(_ other: Segment) {
      area += other.area
      bareArea += other.bareArea
      bareSum += other.bareSum
      inkedSum += other.inkedSum
    }

    var mean: SIMD4<Double> {
      bareArea > 0 ? bareSum / Double(bareArea) : inkedSum / Double(max(1, area))
    }
  }

  /// The knowledge of a border of two segments.
  struct Edge {
    var first: Int32
    var second: Int32
    /// Pixels with and without a line on them.
    var inked = 0
    var bare = 0
    /// Sums over bare pixels of the contrast across, over inked ones of the line's depth.
    var contrast = 0.0
    var depth = 0.0
    /// The sum over bare pixels of the depth of lines too faint to count as lines.
    var faint = 0.0
    var version = 0
    var isAlive = true
  }

  private var segments: [Segment]
  private var edges: [Edge]
  /// For each segment the indices of its edges.
  private var incident: [[Int32]]
  private var parent: [Int32]

  init(_ borders: ReferenceBorders) {
    segments = borders.segments
    edges = borders.edges
    incident = Array(repeating: [], count: segments.count)
    parent = Array(0..<Int32(segments.count))
    for (number, edge) in edges.enumerated() {
      incident[Int(edge.first)].append(Int32(number))
      incident[Int(edge.second)].append(Int32(number))
    }
  }

  /// Above which cost two segments stay apart.
  static let limit = 60.0

  /// The cost of holding the two sides of `edge` for one region, in thousandths of Oklab.
  func cost(of edge: Edge) -> Double {
    let a = segments[Int(edge.first)]
    let b = segments[Int(edge.second)]
    // Transparent and opaque never join.
    if abs(a.mean.w - b.mean.w) > 500 { return .infinity }
    let length = Double(edge.inked + edge.bare)
    var strength = (edge.contrast + max(edge.depth, 150 * Double(edge.inked))) / length
    let difference = a.mean - b.mean
    let apart = (difference * difference).sum().squareRoot()
    let small = a.area < b.area ? a : b
    // A shadow is told where no line lies between the two, even if only along part of the border.
    if edge.inked < 2 * edge.bare && Self.isShadow(a.mean, b.mean) {
      strength = max(0.22 * edge.contrast, 1.5 * edge.faint) / Double(edge.bare)
    }
    let thickness = 2 * Double(small.area) / Double(max(1, small.outline))
    if small.area < 24 || thickness < 1.6 {
      return min(strength, apart) * 0.2
    }
    return strength / (1 + 8 / Double(small.area).squareRoot())
  }

  /// Whether one colour is the other in shadow: the same hue, darker, about as colourful.
  static func isShadow(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> Bool {
    let (light, dark) = a.x > b.x ? (a, b) : (b, a)
    guard dark.x > 0.55 * light.x else { return false }
    let lightChroma = (light.y * light.y + light.z * light.z).squareRoot()
    let darkChroma = (dark.y * dark.y + dark.z * dark.z).squareRoot()
    // In shadow colourfulness falls with lightness; greys take any faint hue.
    let expected = lightChroma * dark.x / light.x
    let across = light.y * dark.y + light.z * dark.z
    let parallel = lightChroma > 0 ? across / lightChroma : darkChroma
    let askew = max(0, darkChroma * darkChroma - parallel * parallel).squareRoot()
    return abs(parallel - expected) < 20 + 0.35 * expected && askew < 15 + 0.2 * darkChroma
  }

  /// The regions that segments were joined to.
  struct Regions {
    /// The label of each segment's region, in the segments' order; regions are numbered in it too.
    let labels: [UInt16]
    /// Each region's mean colour in thousandths of Oklab, and its pixels.
    let means: RegionTable<SIMD4<Double>>
    let areas: RegionTable<Int>
    /// The pairs of regions that share a border.
    let meetings: [(UInt16, UInt16)]
  }

  /// Joins until every border left costs more than `limit`, and there are at most 65,535 regions.
  mutating func regions(work: Work) throws(Cancelled) -> Regions {
    var count = segments.count
    var queue = CostQueue()
    for (number, edge) in edges.enumerated() {
      queue.push(cost: cost(of: edge), edge: Int32(number), version: 0)
    }
    var steps = 0
    while let next = queue.pop() {
      steps += 1
      if steps & 1023 == 0 { try work.checkCancelled() }
      if next.cost > Self.limit && count <= Int(UInt16.max) { break }
      let edge = edges[Int(next.edge)]
      guard edge.isAlive, edge.version == next.version else { continue }
      // A side may have grown since: an edge that now costs more waits its turn.
      let cost = cost(of: edge)
      if cost > next.cost + 1 {
        queue.push(cost: cost, edge: next.edge, version: edge.version)
        continue
      }
      count -= 1
      for number in join(edge, number: next.edge) {
        edges[Int(number)].version += 1
        let edge = edges[Int(number)]
        queue.push(cost: self.cost(of: edge), edge: number, version: edge.version)
      }
    }
    var labelOfRoot: [Int32: UInt16] = [:]
    var roots: [Segment] = []
    let labels = (0..<Int32(segments.count)).map { segment -> UInt16 in
      let root = find(segment)
      if let known = labelOfRoot[root] { return known }
      roots.append(segments[Int(root)])
      let label = UInt16(roots.count)
      labelOfRoot[root] = label
      return label
    }
    return Regions(
      labels: labels, means: RegionTable(roots.map(\.mean)), areas: RegionTable(roots.map(\.area)),
      meetings: edges.filter(\.isAlive).map { (labels[Int($0.first)], labels[Int($0.second)]) })
  }

  private mutating func find(_ segment: Int32) -> Int32 {
    var root = segment
    while parent[Int(root)] != root {
      parent[Int(root)] = parent[Int(parent[Int(root)])]
      root = parent[Int(root)]
    }
    return root
  }

  /// Joins the sides of an edge into the one with more neighbours.
  ///
  /// - Returns: the edges that now have other sides or other sums; all of them if the kept side
  ///   grew by a tenth, so that a giant is not looked over again for every crumb.
  private mutating func join(_ edge: Edge, number: Int32) -> [Int32] {
    var kept = Int(edge.first)
    var gone = Int(edge.second)
    if incident[kept].count < incident[gone].count { swap(&kept, &gone) }
    let grew = segments[gone].area * 10 > segments[kept].area
    parent[gone] = Int32(kept)
    segments[kept].add(segments[gone])
    segments[kept].outline += segments[gone].outline - 2 * (edge.inked + edge.bare)
    edges[Int(number)].isAlive = false
    var changed: [Int32] = []
    for e in incident[gone] where edges[Int(e)].isAlive {
      let neighbour = other(e, than: gone)
      // The neighbour's list is searched where it is the shorter one.
      if let twin = livingEdge(between: kept, and: Int(neighbour)) {
        edges[Int(twin)].inked += edges[Int(e)].inked
        edges[Int(twin)].bare += edges[Int(e)].bare
        edges[Int(twin)].contrast += edges[Int(e)].contrast
        edges[Int(twin)].depth += edges[Int(e)].depth
        edges[Int(twin)].faint += edges[Int(e)].faint
        edges[Int(e)].isAlive = false
        changed.append(twin)
      } else {
        if edges[Int(e)].first == Int32(gone) {
          edges[Int(e)].first = Int32(kept)
        } else {
          edges[Int(e)].second = Int32(kept)
        }
        incident[kept].append(e)
        changed.append(e)
      }
    }
    incident[gone] = []
    if grew {
      incident[kept].removeAll { !edges[Int($0)].isAlive }
      return incident[kept]
    }
    return changed
  }

  /// The living edge of two segments.
  private func livingEdge(between a: Int, and b: Int) -> Int32? {
    let (short, far) = incident[a].count < incident[b].count ? (a, b) : (b, a)
    return incident[short].first { number in
      edges[Int(number)].isAlive && other(number, than: short) == Int32(far)
    }
  }

  private func other(_ edge: Int32, than segment: Int) -> Int32 {
    let edge = edges[Int(edge)]
    return edge.first == Int32(segment) ? edge.second : edge.first
  }
}
