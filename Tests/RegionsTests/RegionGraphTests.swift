import Raster
import Regions
import TestSupport
import Testing

@Suite struct RegionGraphTests {
  @Test func aBorderIsAsLongAsItLooks() throws {
    let graph = try RegionGraph(
      map: map("aaabb", "aaabb", "aaabb"), lineArt: LineArt(".....\n.....\n....."),
      work: Work(threads: 1))
    #expect(graph.borders.map(\.length) == [3])
  }

  @Test func aDiagonalIsMeasuredAlongTheDiagonal() throws {
    let side = 40
    let labels = Plane(
      width: side, height: side,
      elements: (0..<side * side).map { $0 % side < $0 / side ? UInt16(1) : 2 })
    let graph = try RegionGraph(
      map: bareMap(labels), lineArt: LineArt(strokes: labels.map { _ in .paper }, strokeWidth: 1),
      work: Work(threads: 2))
    #expect(abs(graph.borders[0].length - Double(side) * 2.0.squareRoot()) < 1.5)
  }

  @Test func whatLiesBetweenIsReadFromTheLine() throws {
    let graph = try RegionGraph(
      map: map("aaabb", "aaabb", "aaabb", "aaabb", "ccccc"),
      lineArt: LineArt(".#...\n...#.\n...r.\n.....\n####."), work: Work(threads: 2))
    let border = try #require(graph.neighbours(of: 1).first { $0.label == 2 }?.border)
    // The first row's line is not at the border, which is open there.
    #expect([border.ink, border.trace, border.closing] == [1, 1, 2])
    #expect(border.kind == .closing)
    #expect(graph.borders(of: 3).map(\.ink) == [3, 0.5 + 0.5])
  }

  @Test(arguments: 1...30) func everyBorderIsFoundWithItsCracks(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let (width, height) = randomSize(in: 1...9, &random)
    var labels = Plane(width: width, height: height, repeating: UInt16(1))
    for index in labels.elements.indices.dropFirst() {
      labels.elements[index] = UInt16.random(in: 1...min(4, UInt16(index + 1)), using: &random)
    }
    let compact = Array(Set(labels.elements)).sorted()
    labels = labels.map { UInt16((compact.firstIndex(of: $0) ?? 0) + 1) }
    let art = LineArt(
      strokes: labels.map { _ in
        [Stroke.paper, .ink, .greenTrace].randomElement(using: &random) ?? .ink
      },
      strokeWidth: 1)
    let graph = try RegionGraph(map: bareMap(labels), lineArt: art, work: Work(threads: 3))
    let expected = crackLengths(labels, art.strokes)
    #expect(
      graph.borders.map { [$0.first, $0.second] }
        == expected.keys.sorted { $0.lexicographicallyPrecedes($1) })
    for border in graph.borders {
      let lengths = try #require(expected[[border.first, border.second]])
      #expect(abs(border.ink - lengths[0]) < 1e-9)
      #expect(abs(border.trace - lengths[1]) < 1e-9)
      #expect(abs(border.closing - lengths[2]) < 1e-9)
    }
  }

  /// What is measured on blocks is what is measured on their pixels, to the bit: regions and their borders alike.
  @Test(arguments: 1...30) func blocksAreMeasuredAsTheirPixels(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let (width, height) = randomSize(in: 1...40, &random)
    let scale = Int.random(in: 1...4, using: &random)
    let pixels = Magnification(scale: scale, width: width, height: height)
    var blocks = Plane(
      width: (width + scale - 1) / scale, height: (height + scale - 1) / scale,
      repeating: UInt16(1))
    for index in blocks.elements.indices {
      blocks.elements[index] = UInt16.random(in: 1...4, using: &random)
    }
    let compact = Array(Set(blocks.elements)).sorted()
    blocks = blocks.map { UInt16((compact.firstIndex(of: $0) ?? 0) + 1) }
    let strokes = blocks.map { _ in
      [Stroke.paper, .ink, .greenTrace].randomElement(using: &random) ?? .ink
    }
    let one = Work(threads: 1)
    let isBackground = RegionTable(compact.map { _ in Bool.random(using: &random) })
    let (labels, enlargedStrokes) = (
      try blocks.enlarged(to: pixels, work: one), try strokes.enlarged(to: pixels, work: one)
    )
    let truth = try RegionMap(labels: labels, isBackground: isBackground, work: one)
    let graph = try RegionGraph(
      labels: labels, strokes: enlargedStrokes, regionCount: compact.count, work: one)
    for work in [one, Work(threads: 3)] {
      let map = try RegionMap(labels: blocks, isBackground: isBackground, in: pixels, work: work)
      #expect(map.labels == truth.labels)
      for (region, known) in zip(map.regions, truth.regions) {
        #expect(region == known && region.area == known.area && region.box == known.box)
        #expect(region.centroid == known.centroid && region.insideRadius == known.insideRadius)
      }
      #expect(
        try RegionGraph(
          labels: blocks, strokes: strokes, in: pixels, regionCount: compact.count, work: work
        ).borders == graph.borders)
    }
  }

  /// The same lengths crack by crack: each end of a crack counts √⅛ if just one other crack meets
  /// it there, at a right angle, else ½.
  private func crackLengths(_ labels: Plane<UInt16>, _ strokes: Plane<Stroke>) -> [[UInt16]:
    [Double]]
  {
    func label(_ x: Int, _ y: Int) -> UInt16 {
      labels[min(max(x, 0), labels.width - 1), min(max(y, 0), labels.height - 1)]
    }
    /// The cracks at the upper left corner of pixel (x, y): up, down, left, right of it.
    func cracks(_ x: Int, _ y: Int) -> [Bool] {
      [
        label(x - 1, y - 1) != label(x, y - 1), label(x - 1, y) != label(x, y),
        label(x - 1, y - 1) != label(x - 1, y), label(x, y - 1) != label(x, y),
      ]
    }
    func end(_ x: Int, _ y: Int) -> Double {
      let cracks = cracks(x, y)
      let isTurn = cracks.count { $0 } == 2 && cracks[0] != cracks[1]
      return isTurn ? 0.125.squareRoot() : 0.5
    }
    var lengths: [[UInt16]: [Double]] = [:]
    func add(_ a: Point, _ b: Point, _ length: Double) {
      let kinds = [strokes[a], strokes[b]]
      let kind = kinds.contains(.ink) ? 0 : kinds.contains(.greenTrace) ? 1 : 2
      let key = [min(labels[a], labels[b]), max(labels[a], labels[b])]
      lengths[key, default: [0, 0, 0]][kind] += length
    }
    for y in 0..<labels.height {
      for x in 0..<labels.width {
        if x > 0, labels[x - 1, y] != labels[x, y] {
          add(Point(x - 1, y), Point(x, y), end(x, y) + end(x, y + 1))
        }
        if y > 0, labels[x, y - 1] != labels[x, y] {
          add(Point(x, y - 1), Point(x, y), end(x, y) + end(x + 1, y))
        }
      }
    }
    return lengths
  }
}
