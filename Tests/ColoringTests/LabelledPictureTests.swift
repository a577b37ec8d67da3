import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

@Suite struct LabelledPictureTests {
  private func code(_ color: RGBA) -> Int32 {
    Int32(color.r) / 100 << 24 | Int32(color.g) << 16 | Int32(color.b) << 8 | Int32(color.a)
  }

  /// Pixel by pixel: what is of no line, and whose neighbours are of its region, counts.
  private func naive(_ picture: LabelledPicture, of count: Int) -> RegionTable<[Int32: Int]> {
    let scale = picture.pixels.scale
    var counts = RegionTable<[Int32: Int]>(repeating: [:], count: count)
    func label(_ x: Int, _ y: Int) -> UInt16? {
      picture.image.contains(x, y) ? picture.labels[x / scale, y / scale] : nil
    }
    for y in 0..<picture.image.height {
      for x in 0..<picture.image.width where picture.strokes[x / scale, y / scale] == .paper {
        let own = picture.labels[x / scale, y / scale]
        let around = [label(x - 1, y), label(x + 1, y), label(x, y - 1), label(x, y + 1)]
        if around.contains(where: { $0 != nil && $0 != own }) { continue }
        counts[own][code(picture.image[x, y]), default: 0] += 1
      }
    }
    return counts
  }

  @Test(arguments: 1...20) func eachRegionsOwnColoursAreCounted(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    func roll(_ bound: Int) -> Int { random.roll(bound) }
    let scale = 1 + roll(4)
    let pixels = Magnification(scale: scale, width: 1 + roll(60), height: 20 + roll(60))
    let (width, height) = ((pixels.width + scale - 1) / scale, (pixels.height + scale - 1) / scale)
    let picture = LabelledPicture(
      image: Image(
        width: pixels.width, height: pixels.height,
        elements: (0..<pixels.width * pixels.height).map { _ in
          RGBA(UInt8(roll(3) * 100), UInt8(roll(40)), UInt8(roll(40)), roll(9) == 0 ? 0 : 255)
        }),
      labels: Plane(
        width: width, height: height,
        elements: (0..<width * height).map { UInt16($0 % width * 3 / width + 1 + roll(20) / 19) }),
      strokes: Plane(
        width: width, height: height,
        elements: (0..<width * height).map { _ in roll(9) == 0 ? .ink : .paper }),
      pixels: pixels)
    for threads in [1, 3] {
      let counts = try picture.counts(of: 4, work: Work(threads: threads)) { _, color in code(color)
      }
      #expect(counts == naive(picture, of: 4))
    }
    let own = try picture.counts(of: 4, work: Work(threads: 2)) { region, color in
      region == 2 ? Int32(color.r) : nil
    }
    #expect(own.map(\.isEmpty) == own.labels.map { $0 != 2 || naive(picture, of: 4)[2].isEmpty })
  }
}
