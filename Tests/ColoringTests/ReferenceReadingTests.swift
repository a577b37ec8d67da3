import Coloring
import Raster
import Regions
import Testing

@Suite struct ReferenceReading {
  /// A white ground, a black outline, inside it a skin disc above a blue square.
  static func figure() -> Image {
    var pixels = [RGBA](repeating: .white, count: 120 * 160)
    func fill(_ color: RGBA, where isInside: (Int, Int) -> Bool) {
      for y in 0..<160 {
        for x in 0..<120 where isInside(x, y) { pixels[y * 120 + x] = color }
      }
    }
    func disc(_ r: Int) -> (Int, Int) -> Bool {
      { x, y in (x - 60) * (x - 60) + (y - 45) * (y - 45) <= r * r }
    }
    fill(.black) { x, y in (25...95).contains(x) && (70...150).contains(y) }
    fill(RGBA(40, 90, 200)) { x, y in (28...92).contains(x) && (73...147).contains(y) }
    fill(.black, where: disc(33))
    fill(RGBA(250, 215, 190), where: disc(30))
    return Image(width: 120, height: 160, elements: pixels)
  }

  @Test func aFigureGivesItsPartsAndTheGround() throws {
    let reference = try Reference(Self.figure(), work: Work(threads: 1))
    let map = reference.map
    #expect(map.regions.count == 3)
    #expect(map[map.labels[2, 2]].isBackground)
    #expect(!map[map.labels[60, 45]].isBackground)
    #expect(map.labels[60, 45] != map.labels[60, 120])
  }

  @Test func theThreadsDoNotShow() throws {
    let one = try Reference(Self.figure(), work: Work(threads: 1))
    let three = try Reference(Self.figure(), work: Work(threads: 3))
    #expect(one.map.labels == three.map.labels)
    #expect(one.palette == three.palette)
  }
}
