import ImageFormats
import Raster
import Testing

@Suite("Reading JPEG")
struct JPEGTests {
  /// An APP2 segment with a part of a profile.
  private static func segment(_ part: ArraySlice<UInt8>, number: Int, of count: Int) -> [UInt8] {
    let size = part.count + 16
    return [0xff, 0xe2, UInt8(size >> 8), UInt8(size & 255)] + Array("ICC_PROFILE\0".utf8)
      + [UInt8(number), UInt8(count)] + part
  }

  @Test("As Pillow decodes it", arguments: ["baseline.jpg", "progressive.jpg", "grey.jpg"])
  func likePillow(name: String) throws {
    let decoded = try ImageFile.decode(Fixtures.bytes(name))
    #expect(decoded.kind == .jpeg)
    #expect(decoded.warnings == [])
    #expect(!decoded.hasAlpha)
    #expect(decoded.pixels.greatestDifference(from: try Fixtures.image(name + ".png"))! <= 1)
  }

  @Test("Every Exif orientation comes out upright, its resolution too", arguments: 1...8)
  func orientation(orientation: Int) throws {
    let decoded = try ImageFile.decode(Fixtures.bytes("orientation\(orientation).jpg"))
    #expect(decoded.pixels.greatestDifference(from: try Fixtures.image("upright.png"))! <= 5)
    let resolution = try #require(decoded.resolution)
    let stored = Resolution(x: 200 / 0.0254, y: 100 / 0.0254)
    #expect(
      resolution == (orientation >= 5 ? Resolution(x: stored.y, y: stored.x) : stored))
  }

  @Test("JFIF's density is the resolution")
  func density() throws {
    let decoded = try ImageFile.decode(Fixtures.bytes("baseline.jpg"))
    #expect(decoded.resolution?.dotsPerInch.rounded() == 300)
  }

  @Test("A density that differs from Exif's is taken with a word")
  func twoDensities() throws {
    // 300 dpi by its JFIF head.
    let plain = try Fixtures.bytes("baseline.jpg")
    func decoded(_ across: UInt8, _ down: UInt8) throws -> DecodedImage {
      func entry(_ tag: UInt8, _ place: UInt8) -> [UInt8] {
        [1, tag, 0, 5, 0, 0, 0, 1, 0, 0, 0, place]
      }
      let block =
        Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 2] + entry(0x1a, 38) + entry(0x1b, 46)
        + [0, 0, 0, 0] + [0, 0, 0, across, 0, 0, 0, 1] + [0, 0, 0, down, 0, 0, 0, 1]
      let segment = [0xff, 0xe1, 0, UInt8(block.count + 2)] + block
      return try ImageFile.decode(plain[..<2] + segment + plain[2...], file: "a.jpg")
    }
    #expect(try decoded(200, 100).resolution?.dotsPerInch.rounded() == 300)
    #expect(
      try decoded(200, 100).warnings.map(\.description) == [
        "a.jpg: its JFIF head says 300 dpi and its Exif block 200×100; 300 is taken"
      ])
    #expect(try decoded(150, 150).warnings.count == 1)
  }

  @Test("Two densities that agree are no matter")
  func agreeingDensities() throws {
    for number in 1...8 {
      #expect(try ImageFile.decode(Fixtures.bytes("orientation\(number).jpg")).warnings == [])
    }
  }

  @Test("CMYK is refused in one sentence")
  func cmyk() throws {
    let bytes = try Fixtures.bytes("cmyk.jpg")
    let error = #expect(throws: ImageError.self) { try ImageFile.decode(bytes, file: "a.jpg") }
    #expect(error?.description == "a.jpg: a CMYK JPEG cannot be read; save it as RGB JPEG or PNG.")
  }

  @Test("A profile is converted as Pillow converts it")
  func profile() throws {
    let decoded = try ImageFile.decode(Fixtures.bytes("profile.jpg"))
    #expect(decoded.warnings == [])
    #expect(decoded.pixels.greatestDifference(from: try Fixtures.image("profile.jpg.png"))! <= 2)
  }

  @Test("A profile in several segments is one")
  func segments() throws {
    var bytes = try Fixtures.bytes("baseline.jpg")
    let plain = try ImageFile.decode(bytes).pixels
    let profile = HandmadeProfile().bytes
    let parts = stride(from: 0, to: profile.count, by: 100).map { profile[$0...].prefix(100) }
    var segments: [UInt8] = []
    for (index, part) in parts.enumerated() {
      segments += Self.segment(part, number: index + 1, of: parts.count)
    }
    bytes.insert(contentsOf: segments, at: 2)
    let decoded = try ImageFile.decode(bytes)
    #expect(decoded.warnings == [])
    let expected = plain.map { color in
      HandmadeProfile().sRGB(
        Double(color.r) / 255, Double(color.g) / 255, Double(color.b) / 255)
    }
    #expect(decoded.pixels.greatestDifference(from: expected)! <= 2)
  }

  @Test("A grey profile in a colour file is named, and the pixels are kept")
  func unfitProfile() throws {
    var bytes = try Fixtures.bytes("baseline.jpg")
    let plain = try ImageFile.decode(bytes).pixels
    let profile = HandmadeProfile(isGrey: true).bytes
    bytes.insert(contentsOf: Self.segment(profile[...], number: 1, of: 1), at: 2)
    let decoded = try ImageFile.decode(bytes, file: "a.jpg")
    #expect(decoded.pixels == plain)
    #expect(
      decoded.warnings.map(\.description) == [
        "a.jpg: its colour profile “Handmade” is for grey; its colours are taken as sRGB"
      ])
  }

  @Test("Damage that the decoder gets over is told")
  func damaged() throws {
    var bytes = try Fixtures.bytes("baseline.jpg")
    // Bytes before the end marker that belong to nothing.
    bytes.insert(contentsOf: [1, 2, 3, 4, 5, 6, 7, 8], at: bytes.count - 2)
    let decoded = try ImageFile.decode(bytes, file: "a.jpg")
    #expect(decoded.warnings.count == 1)
    #expect(decoded.warnings.first?.description.hasPrefix("a.jpg: libjpeg warns") == true)
  }

  @Test("A file that claims more than its bytes can hold is refused from its header")
  func bomb() throws {
    var bytes = try Fixtures.bytes("baseline.jpg")
    let frame = try #require(
      bytes.indices.dropLast().first { bytes[$0] == 0xff && bytes[$0 + 1] == 0xc0 })
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0x3f, 0xff, 0x3f, 0xff])
    let short = #expect(throws: ImageError.self) { try ImageFile.decode(bytes) }
    #expect(short?.problem == .truncated(.jpeg))
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xff, 0, 0xff, 0])
    let large = #expect(throws: ImageError.self) { try ImageFile.decode(bytes) }
    #expect(
      large?.problem == .tooManyPixels(width: 65_280, height: 65_280, limit: 268_435_456))
  }
}
