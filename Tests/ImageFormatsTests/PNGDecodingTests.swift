import ImageFormats
import Peers
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

  /// A block with an orientation, and 600 dpi.
  private static let exif: [UInt8] = {
    func entry(_ tag: Int, _ type: Int, _ value: [UInt8]) -> [UInt8] {
      [UInt8(tag >> 8), UInt8(tag & 255), 0, UInt8(type), 0, 0, 0, 1] + value
    }
    let entries =
      entry(0x112, 3, [0, 6, 0, 0]) + entry(0x11a, 5, [0, 0, 0, 62])
      + entry(0x11b, 5, [0, 0, 0, 62]) + entry(0x128, 3, [0, 2, 0, 0])
    return Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 4] + entries + [0, 0, 0, 0]
      + [0, 0, 2, 88, 0, 0, 0, 1]
  }()

  @Test("Exif counts before the pixels and after them", arguments: [false, true])
  func exifAnywhere(isLate: Bool) throws {
    var random = SeededNumbers(seed: 12)
    var png = HandmadePNG(width: 5, height: 3, colorType: 2, bitDepth: 8, random: &random)
    if isLate {
      png.lateChunks = [("eXIf", Self.exif), ("tEXt", [65, 0, 66])]
    } else {
      png.chunks = [("eXIf", Self.exif)]
    }
    let decoded = try ImageFile.decode(png.bytes)
    #expect(decoded.pixels.width == 3 && decoded.pixels.height == 5)
    #expect(decoded.pixels[2, 0] == png.image[0, 0])
    #expect(decoded.resolution?.dotsPerInch == 600)
    #expect(decoded.warnings == [])
  }

  @Test("A resolution after the pixels counts, and one that is damaged does not")
  func lateResolution() throws {
    var random = SeededNumbers(seed: 13)
    var png = HandmadePNG(width: 4, height: 2, colorType: 2, bitDepth: 8, random: &random)
    png.lateChunks = [("pHYs", [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1])]
    #expect(try ImageFile.decode(png.bytes).resolution?.dotsPerInch == 300)
    var bytes = png.bytes
    bytes[bytes.count - 12 - 4] ^= 1
    #expect(try ImageFile.decode(bytes).resolution == nil)
    png.lateChunks = [("eXIf", Self.exif)]
    bytes = png.bytes
    bytes[bytes.count - 12 - 4] ^= 1
    #expect(try ImageFile.decode(bytes).pixels == png.image)
  }

  @Test("An animation is told, and whether what is read is a frame of it")
  func animation() throws {
    var random = SeededNumbers(seed: 14)
    var png = HandmadePNG(width: 4, height: 2, colorType: 2, bitDepth: 8, random: &random)
    png.chunks = [("acTL", HandmadePNG.integer(2) + HandmadePNG.integer(0))]
    let control = HandmadePNG.integer(0) + HandmadePNG.integer(4) + HandmadePNG.integer(2)
    let frame = control + [UInt8](repeating: 0, count: 14)
    png.lateChunks = [("fcTL", frame)]
    let apart = try ImageFile.decode(png.bytes, file: "a.png")
    #expect(apart.pixels == png.image)
    #expect(apart.warnings.count == 1)
    #expect(apart.warnings.first?.description.contains("none of its frames") == true)
    png.chunks.append(("fcTL", frame))
    #expect(
      try ImageFile.decode(png.bytes, file: "a.png").warnings.map(\.description)
        == ["a.png: it is an animation, of which the first frame is read"])
  }

  @Test(
    "A picture that ImageMagick turned from JPEG to PNG comes out upright",
    .enabled(if: ImageMagick.exists, "needs ImageMagick"))
  func byImageMagick() throws {
    for orientation in [3, 6, 8] {
      let folder = TemporaryFolder()
      let jpeg = folder / "a.jpg"
      var file = try AtomicFile(replacing: jpeg)
      try file.write(Fixtures.bytes("orientation\(orientation).jpg"))
      try file.commit()
      try ImageMagick.run("mogrify", "-format", "png", jpeg)
      let decoded = try ImageFile.read(folder / "a.png")
      let upright = try Fixtures.image("upright.png")
      #expect(decoded.pixels.greatestDifference(from: upright)! <= 6, "\(orientation)")
    }
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
