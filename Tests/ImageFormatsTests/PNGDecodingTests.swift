import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("Reading PNG")
struct PNGDecodingTests {
  @Test("Every colour type, depth and interlace", arguments: HandmadePNG.legal)
  func everyKind(colorType: Int, depths: [Int]) throws {
    var random = SeededNumbers(seed: UInt64(colorType))
    for depth in depths {
      for isInterlaced in [false, true] {
        for (width, height) in [(1, 1), (3, 9), (8, 8), (17, 5)] {
          let png = HandmadePNG(
            width: width, height: height, colorType: colorType, bitDepth: depth,
            isInterlaced: isInterlaced, random: &random)
          let decoded = try ImageFile.decode(png.bytes)
          #expect(decoded.pixels == png.image, "\(depth) bits, \(isInterlaced), \(width)×\(height)")
          #expect(decoded.hasAlpha == (colorType >= 3))
          #expect(decoded.warnings == [])
        }
      }
    }
  }

  @Test("A transparent colour", arguments: [0, 2])
  func transparentColor(colorType: Int) throws {
    var random = SeededNumbers(seed: 9)
    for depth in [8, 16] {
      var png = HandmadePNG(
        width: 6, height: 4, colorType: colorType, bitDepth: depth, random: &random)
      png.transparent = Array(png.samples.suffix(HandmadePNG.channels(colorType)))
      let decoded = try ImageFile.decode(png.bytes)
      #expect(decoded.pixels == png.image)
      #expect(decoded.pixels[5, 3].a == 0)
      #expect(decoded.hasAlpha)
    }
  }

  @Test("Rows of 16 bits across bands", arguments: [false, true])
  func bands(isInterlaced: Bool) throws {
    var random = SeededNumbers(seed: 10)
    let png = HandmadePNG(
      width: 5, height: 200, colorType: 6, bitDepth: 16, isInterlaced: isInterlaced, random: &random
    )
    #expect(try ImageFile.decode(png.bytes).pixels == png.image)
  }

  @Test("The size on paper is kept")
  func resolution() throws {
    let image = Image(width: 2, height: 2, repeating: .white)
    let metadata = PictureMetadata(resolution: Resolution(dotsPerInch: 600))
    let decoded = try ImageFile.decode(PNG.encode(image, metadata: metadata))
    #expect(decoded.resolution == Resolution(x: 23622, y: 23622))
    #expect(try ImageFile.decode(PNG.encode(image)).resolution == nil)
  }

  @Test("A bomb is refused from its header")
  func bomb() {
    var png = HandmadePNG(width: 1, height: 1, colorType: 0, bitDepth: 8, samples: [0])
    let pixels = png.bytes
    func claiming(_ width: Int, _ height: Int) -> [UInt8] {
      (png.width, png.height) = (width, height)
      let header = HandmadePNG.chunk(
        "IHDR", HandmadePNG.integer(width) + HandmadePNG.integer(height) + [8, 0, 0, 0, 0])
      return Array(pixels[..<8]) + header + pixels[33...]
    }
    #expect(
      throws: ImageError(
        .tooManyPixels(width: 100_000, height: 90_000, limit: 268_435_456), file: "a")
    ) {
      try ImageFile.decode(claiming(100_000, 90_000), file: "a")
    }
    #expect(
      throws: ImageError(
        .tooManyPixels(width: 0x7fff_ffff, height: 0x7fff_ffff, limit: 268_435_456), file: "a")
    ) {
      try ImageFile.decode(claiming(0x7fff_ffff, 0x7fff_ffff), file: "a")
    }
    // Within the limit, but more than these bytes can hold.
    #expect(throws: ImageError(.truncated(.png), file: "a")) {
      try ImageFile.decode(claiming(16_000, 16_000), file: "a")
    }
    #expect(throws: ImageError(.tooManyPixels(width: 30, height: 30, limit: 899), file: "a")) {
      try ImageFile.decode(claiming(30, 30), file: "a", limits: Limits(pixels: 899))
    }
  }

  @Test("A damaged file is named so, with libpng's reason")
  func damaged() {
    var random = SeededNumbers(seed: 11)
    var bytes = HandmadePNG(width: 9, height: 9, colorType: 2, bitDepth: 8, random: &random).bytes
    bytes[60] ^= 1
    let error = #expect(throws: ImageError.self) { try ImageFile.decode(bytes, file: "a") }
    #expect(error?.description.hasPrefix("a: the PNG file is damaged (IDAT: ") == true)
  }

  @Test("A label map wants grey")
  func labelsInColor() {
    let bytes = PNG.encode(Image(width: 2, height: 2, repeating: .white))
    let error = #expect(throws: ImageError.self) { try PNG.decodeGrey(bytes, file: "a") }
    #expect(error?.problem == .unsupported("a label map in colours", saveAs: "a grey PNG"))
  }
}
