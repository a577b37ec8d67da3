import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// Hair-fine cuts through strokes.
@Suite(.byEachEngine) struct CutTests {
  /// The picture with seams of paper at a slant.
  private func seamed(_ image: Image, width: Double) -> Image {
    var image = image
    for y in 0..<image.height {
      for x in 0..<image.width {
        for (a, b) in [(0.5, 0.87), (0.9, -0.43), (0.77, 0.64)] {
          let along = Double(x) * a + Double(y) * b
          let place = along - (along / 97).rounded() * 97
          if abs(place) < width / 2 { image[x, y] = .white }
        }
      }
    }
    return image
  }

  @Test(arguments: [(7.0, 1.0), (8, 2), (12, 2)])
  func aCutThroughAStrokeIsClosed(stroke: Double, cut: Double) throws {
    var doll = Doll()
    doll.scale = 3
    doll.width = stroke
    var situation = Situation.doll(doll)
    situation.line = seamed(situation.line, width: cut)
    #expect(try situation.rightShare() > 0.95)
  }

  /// A ring with a cut across it at any slant.
  @Test(arguments: [15.0, 30, 45, 60, 80])
  func aCutThroughARingIsClosed(slant: Double) throws {
    var image = Image(width: 200, height: 200, repeating: .white)
    let (sine, cosine) = (slant / 90, 1 - slant / 180)
    for y in 0..<200 {
      for x in 0..<200 {
        let (dx, dy) = (Double(x) - 100, Double(y) - 100)
        let radius = (dx * dx + dy * dy).squareRoot()
        let isCut = abs(dx * sine + dy * cosine - 20) < 0.7
        if abs(radius - 70) < 4, !isCut { image[x, y] = .black }
      }
    }
    let map = try RegionMap(LineArt(image, work: Work(threads: 1)), work: Work(threads: 1))
    #expect(map.regions.count { !$0.isBackground } == 1)
  }
}
