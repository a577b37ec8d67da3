import Raster
import Regions
import Testing

@Suite struct LineArtReadingTests {
  @Test func darkPixelsAreInkAndWhiteOnesPaper() throws {
    let art = try LineArt(picture("....", "####", "...."), work: Work(threads: 2))
    #expect(art.picture == ["....", "####", "...."])
    #expect(art.darkness.elements[4] == 255)
  }

  @Test func whatHoldsNoDrawingIsRefused() {
    #expect(throws: LineArtError.tooSmall(width: 1, height: 1)) {
      try LineArt(picture("#"), work: Work(threads: 1))
    }
    #expect(throws: LineArtError.noLine) {
      try LineArt(picture("...", "...", "..."), work: Work(threads: 1))
    }
    #expect(throws: LineArtError.noPaper) {
      try LineArt(picture("###", "###", "###"), work: Work(threads: 1))
    }
  }
}
