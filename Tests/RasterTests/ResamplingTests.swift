import Raster
import TestSupport
import Testing

@Suite struct ResamplingTests {
  let work = Work(threads: 2)

  @Test func areaIsTheMeanOfWhatIsCovered() throws {
    let greys = [10, 60, 90, 140, 200, 250].map { RGBA($0, $0, $0) }
    let image = Image(width: 6, height: 2, elements: greys + greys)
    func mean(_ weights: [Float]) -> RGBA {
      let light = zip(weights, greys).reduce(0) { $0 + $1.0 * LinearRGB($1.1).r }
      let share = light / weights.reduce(0, +)
      return RGBA(LinearRGB(r: share, g: share, b: share), alpha: 255)
    }
    let halves = try image.resized(width: 3, height: 1, .area, work: work)
    #expect(
      halves.elements == [mean([1, 1]), mean([0, 0, 1, 1]), mean([0, 0, 0, 0, 1, 1])])
    // Four pixels of one and a half each.
    let quarters = try image.resized(width: 4, height: 1, .area, work: work)
    #expect(
      quarters.elements == [
        mean([1, 0.5]), mean([0, 0.5, 1]), mean([0, 0, 0, 1, 0.5]), mean([0, 0, 0, 0, 0.5, 1]),
      ])
  }

  @Test(arguments: [ResamplingFilter.area, .lanczos])
  func onePlainColourStaysItself(_ filter: ResamplingFilter) throws {
    let color = RGBA(200, 100, 3, 180)
    let image = Image(width: 13, height: 7, repeating: color)
    for (width, height) in [(5, 3), (13, 7), (1, 1), (31, 20), (2, 40)] {
      let other = try image.resized(width: width, height: height, filter, work: work)
      #expect(other.width == width && other.height == height)
      #expect(other.elements.allSatisfy { $0 == color })
    }
  }

  @Test func blackAndWhiteMixAsLight() throws {
    let image = Image(width: 2, height: 1, elements: [.black, .white])
    let mixed = try image.resized(width: 1, height: 1, .area, work: work)
    #expect(mixed[0, 0] == RGBA(188, 188, 188))
  }

  @Test func whatIsClearLendsNoColour() throws {
    let image = Image(width: 2, height: 1, elements: [RGBA(250, 10, 20), RGBA(0, 255, 0, 0)])
    let mixed = try image.resized(width: 1, height: 1, .area, work: work)
    #expect(mixed[0, 0] == RGBA(250, 10, 20, 128))
  }

  @Test func theSameSizeIsTheSamePicture() throws {
    var dice = SeededNumbers(seed: 7)
    let image = Image.random(upTo: 20, &dice) {
      RGBA(UInt8($0.roll(256)), UInt8($0.roll(256)), UInt8($0.roll(256)))
    }
    for filter in [ResamplingFilter.area, .lanczos] {
      #expect(
        try image.resized(width: image.width, height: image.height, filter, work: work) == image)
    }
  }

  @Test func lanczosReachesThreePixelsAndStaysSharp() throws {
    let (dark, light) = (RGBA(100, 100, 100), RGBA(200, 200, 200))
    let edge = Image(
      width: 8, height: 1, elements: (0..<8).map { $0 < 4 ? dark : light })
    let wide = try edge.resized(width: 16, height: 1, .lanczos, work: work).elements.map(\.r)
    #expect(wide[7] < 150 && wide[8] > 160)
    #expect(abs(Int(wide[0]) - 100) < 2 && abs(Int(wide[15]) - 200) < 2)
    #expect(wide.contains { $0 < 95 } && wide.contains { $0 > 203 })
  }

  @Test func thumbnailsKeepTheShape() throws {
    let image = Image(width: 1000, height: 10, repeating: .white)
    let small = try image.thumbnail(longest: 256, work: work)
    #expect(small.width == 256 && small.height == 3)
    #expect(try small.thumbnail(longest: 256, work: work) == small)
  }

  /// Computed with Pillow 13.0.0: `Image.fromarray(a).resize(size, Image.LANCZOS)`.
  @Test func codesAreResizedAsPillowDoes() {
    let codes = Plane<UInt8>(
      width: 7, height: 5, elements: (0..<35).map { UInt8(truncatingIfNeeded: $0 * $0 * 37) })
    #expect(
      codes.lanczosOnCodes(width: 4, height: 3).elements == [
        17, 123, 119, 123, 120, 108, 155, 147, 156, 114, 89, 80,
      ])
    #expect(
      codes.lanczosOnCodes(width: 9, height: 5).elements == [
        0, 10, 99, 145, 77, 65, 140, 128, 44, 21, 34, 130, 179, 116, 108, 188, 182, 101, 78, 136,
        60, 20, 197, 241, 93, 84, 222, 183, 237, 202, 93, 64, 67, 154, 159, 86, 74, 138, 69, 57,
        229, 41, 39, 90, 13,
      ])
  }
}
