import Raster
import TestSupport
import Testing

@Suite struct TrimmingTests {
  @Test func aTrimmedLayerShowsTheSame() throws {
    var dice = SeededNumbers(seed: 8)
    for _ in 0..<50 {
      let pixels = Image.random(upTo: 12, &dice) {
        $0.roll(12) == 0 ? RGBA(UInt8($0.roll(256)), 2, 3, UInt8(1 + $0.roll(255))) : .clear
      }
      let layer = Layer(name: "", pixels: pixels, origin: Point(2, 1))
      func composed(_ layer: Layer) throws -> Image {
        try LayeredImage(width: 16, height: 16, nodes: [.layer(layer)]).composed(
          work: Work(threads: 1))
      }
      #expect(try composed(layer.trimmed) == composed(layer))
      let area = layer.trimmed.pixels.elements.count
      // The naive box: from the first to the last column and row that show anything.
      let shown = (0..<pixels.elements.count).filter { pixels.elements[$0].a != 0 }
      let (xs, ys) = (shown.map { $0 % pixels.width }, shown.map { $0 / pixels.width })
      #expect(
        area == (shown.isEmpty ? 1 : (xs.max()! - xs.min()! + 1) * (ys.max()! - ys.min()! + 1)))
    }
  }
}
