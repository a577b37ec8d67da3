import Raster
import Regions
import TestSupport
import Testing

@Suite struct StoringTests {
  private func stored<Value: Storable>(_ value: Value) throws -> Value {
    let bytes = StoredBytes.of(value)
    let back = try StoredBytes.read(Value.self, from: bytes)
    #expect(StoredBytes.of(back) == bytes)
    return back
  }

  @Test func lineArtComesBack() throws {
    let lineArt = LineArt("..#r\ng.b#\n....")
    let back = try stored(lineArt)
    #expect(back.darkness == lineArt.darkness)
    #expect(back.strokes == lineArt.strokes)
    #expect(back.strokeWidth == lineArt.strokeWidth)
    #expect(back.isLayer == lineArt.isLayer)
  }

  @Test func strokesOfNoKindAreBroken() {
    let lineArt = LineArt("....")
    var bytes = StoredBytes.of(lineArt)
    // The stroke width's eight bytes and whether it is a layer come last, before them the one value of the strokes' only run.
    bytes[bytes.count - 10] = 6
    #expect(throws: BrokenBytes.self) { try StoredBytes.read(LineArt.self, from: bytes) }
  }

  @Test(arguments: 1...20) func mapsAndTheirGraphsComeBack(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let (width, height) = randomSize(in: 1...12, &random)
    var labels = Plane(width: width, height: height, repeating: UInt16(1))
    for index in labels.elements.indices.dropFirst() {
      // Each label somewhere, then any.
      labels.elements[index] =
        index < 4 ? UInt16(index + 1) : UInt16.random(in: 1...4, using: &random)
    }
    let plain = bareMap(labels)
    let map = RegionMap(
      labels: labels, regions: plain.regions,
      closings: [Closing(from: Point(1, 2), to: Point(3, 4))],
      orphans: RegionEdits(
        cuts: [Cut(points: [Point(0, 0), Point(5, 5)])],
        joins: [Join(RegionName(inside: Point(1, 1)), RegionName(inside: Point(2, 2)))],
        closed: [Closing(from: Point(9, 9), to: Point(8, 8))],
        opened: [Closing(from: Point(7, 7), to: Point(6, 6))]),
      warnings: [RegionMap.Warning(found: 70_000)])
    let back = try stored(map)
    #expect(back.labels == map.labels)
    #expect(back.closings == map.closings)
    #expect(back.orphans == map.orphans)
    #expect(back.warnings == map.warnings)
    for (region, other) in zip(map.regions, back.regions) {
      #expect(region == other && region.area == other.area && region.box == other.box)
      #expect(region.centroid == other.centroid && region.insideRadius == other.insideRadius)
      #expect(region.isBackground == other.isBackground)
    }
    let graph = try RegionGraph(
      map: map, lineArt: LineArt(strokes: labels.map { _ in .ink }, strokeWidth: 1),
      work: Work(threads: 1))
    let again = try stored(graph)
    #expect(again.borders == graph.borders)
    for region in map.regions {
      #expect(again.borders(of: region.label) == graph.borders(of: region.label))
    }
  }
}
