import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// Lines that end a pixel before the border.
@Suite(.byEachEngine) struct RimTests {
  /// The upper part of a picture above rows of paper.
  private func cropped(_ image: Image, to height: Int, rim: Int) -> Image {
    var image = image.cropped(to: Box(x: 0, y: 0, width: image.width, height: height))
    for y in height - rim..<height {
      for x in 0..<image.width { image[x, y] = .white }
    }
    return image
  }

  @Test(arguments: [1, 2, 3]) func aRimOfPaperClosesAFigure(rim: Int) throws {
    let line = cropped(Doll().lines(), to: 160, rim: rim)
    let map = try RegionMap(LineArt(line, work: Work(threads: 1)), work: Work(threads: 1))
    for place in [Point(100, 150), Point(65, 150), Point(135, 150)] {
      #expect(!map[map.labels[place]].isBackground, "\(place)")
    }
  }

  @Test(arguments: [1, 2, 4, 8], [1, 2])
  func strokesThatEndBeforeTheBorderReachIt(width: Int, rim: Int) throws {
    var image = Image(width: 120, height: 120, repeating: .white)
    for y in 0..<120 {
      for x in rim..<120 {
        let isSide = 30..<30 + width ~= y || 90 - width..<90 ~= y
        if isSide && x < 80 || 80 - width..<80 ~= x && 30..<90 ~= y { image[x, y] = .black }
      }
    }
    let map = try RegionMap(LineArt(image, work: Work(threads: 1)), work: Work(threads: 1))
    #expect(map.regions.count == 2)
    #expect(!map[map.labels[40, 60]].isBackground)
  }
}
