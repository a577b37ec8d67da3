import Glibc
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("Colours become sRGB")
struct ColorTests {
  private static let lattice = (0..<125).map { [$0 / 25 * 63, $0 / 5 % 5 * 63, $0 % 5 * 63] }

  /// 125 colours in 8 or 16 bits with the given chunks before them.
  private func picture(bitDepth: Int, _ chunks: [(name: String, content: [UInt8])]) -> HandmadePNG {
    let scale = bitDepth == 16 ? 257 : 1
    return HandmadePNG(
      width: 25, height: 5, colorType: 2, bitDepth: bitDepth,
      samples: Self.lattice.flatMap { $0.map { $0 * scale } }, chunks: chunks)
  }

  private func iCCP(_ profile: [UInt8]) -> (name: String, content: [UInt8]) {
    ("iCCP", Array("Handmade\0\0".utf8) + HandmadePNG.stored(profile))
  }

  private func gAMA(_ gamma: Double) -> (name: String, content: [UInt8]) {
    ("gAMA", HandmadePNG.integer(Int((gamma * 100_000).rounded())))
  }

  @Test("An RGB profile", arguments: [8, 16])
  func profile(bitDepth: Int) throws {
    let profile = HandmadeProfile()
    let decoded = try ImageFile.decode(picture(bitDepth: bitDepth, [iCCP(profile.bytes)]).bytes)
    let expected = Image(
      width: 25, height: 5,
      elements: Self.lattice.map { rgb in
        profile.sRGB(Double(rgb[0]) / 255, Double(rgb[1]) / 255, Double(rgb[2]) / 255)
      })
    #expect(decoded.warnings == [])
    #expect(decoded.pixels.greatestDifference(from: expected)! <= 2)
  }

  @Test("A grey profile", arguments: [8, 16])
  func greyProfile(bitDepth: Int) throws {
    let profile = HandmadeProfile(isGrey: true)
    let png = HandmadePNG.ramp(bitDepth: bitDepth, chunks: [iCCP(profile.bytes)])
    let decoded = try ImageFile.decode(png.bytes)
    let top = Double((1 << bitDepth) - 1)
    #expect(decoded.warnings == [])
    for (x, level) in png.samples.enumerated() {
      let expected = Int(HandmadeProfile.code(light: pow(Double(level) / top, 1.8)))
      #expect(abs(Int(decoded.pixels[x, 0].g) - expected) <= 1, "level \(level)")
    }
  }

  @Test("Alpha is left alone", arguments: [8, 16])
  func alpha(bitDepth: Int) throws {
    var random = SeededNumbers(seed: 12)
    var png = HandmadePNG(width: 90, height: 70, colorType: 6, bitDepth: bitDepth, random: &random)
    let alphas = png.image.map(\.a)
    png.chunks = [iCCP(HandmadeProfile().bytes)]
    let decoded = try ImageFile.decode(png.bytes)
    #expect(decoded.pixels.map(\.a) == alphas)
    #expect(decoded.pixels != png.image)
  }

  @Test("The number of threads does not matter")
  func threads() throws {
    var random = SeededNumbers(seed: 13)
    var png = HandmadePNG(width: 90, height: 70, colorType: 6, bitDepth: 8, random: &random)
    png.chunks = [iCCP(HandmadeProfile().bytes)]
    let one = try ImageFile.decode(png.bytes, work: Work(threads: 1)).pixels
    #expect(try ImageFile.decode(png.bytes, work: Work(threads: 3)).pixels == one)
  }

  @Test("gAMA is converted where it is not sRGB's", arguments: [8, 16], [0.3, 0.55556, 1.0])
  func gamma(bitDepth: Int, gamma: Double) throws {
    let png = HandmadePNG.ramp(bitDepth: bitDepth, chunks: [gAMA(gamma)])
    let decoded = try ImageFile.decode(png.bytes)
    let top = Double((1 << bitDepth) - 1)
    for (x, level) in png.samples.enumerated() {
      let expected = Int(HandmadeProfile.code(light: pow(Double(level) / top, 1 / gamma)))
      #expect(abs(Int(decoded.pixels[x, 0].r) - expected) <= 1, "level \(level)")
    }
  }

  @Test("gAMA of 1/2.2 is what sRGB files say", arguments: [0.45455, 0.4545, 0.45])
  func ordinaryGamma(gamma: Double) throws {
    let png = HandmadePNG.ramp(bitDepth: 8, chunks: [gAMA(gamma)])
    #expect(try ImageFile.decode(png.bytes).pixels == png.image)
  }

  @Test("cHRM with gAMA means what the same profile means")
  func chromaticities() throws {
    // Display P3's primaries and white.
    let values = [0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06]
    let content = values.flatMap { HandmadePNG.integer(Int(($0 * 100_000).rounded())) }
    let png = picture(bitDepth: 8, [gAMA(0.55556), ("cHRM", content)])
    let profile = HandmadeProfile(
      matrix: [
        [0.515102, 0.291965, 0.157153], [0.241182, 0.692236, 0.066582],
        [-0.001050, 0.041885, 0.784378],
      ])
    let expected = Image(
      width: 25, height: 5,
      elements: Self.lattice.map { rgb in
        profile.sRGB(Double(rgb[0]) / 255, Double(rgb[1]) / 255, Double(rgb[2]) / 255)
      })
    let decoded = try ImageFile.decode(png.bytes)
    #expect(decoded.pixels.greatestDifference(from: expected)! <= 2)
  }

  @Test("A profile goes before gAMA, and so does sRGB")
  func precedence() throws {
    let profile = iCCP(HandmadeProfile().bytes)
    let byProfile = try ImageFile.decode(picture(bitDepth: 8, [profile]).bytes).pixels
    let both = try ImageFile.decode(picture(bitDepth: 8, [gAMA(1), profile]).bytes).pixels
    #expect(both == byProfile)
    let plain = picture(bitDepth: 8, [gAMA(1), ("sRGB", [0])])
    #expect(try ImageFile.decode(plain.bytes).pixels == plain.image)
  }

  @Test("A profile that is sRGB by another name changes nothing", arguments: [8, 16])
  func sRGBProfile(bitDepth: Int) throws {
    let png = picture(bitDepth: bitDepth, [iCCP(HandmadeProfile.sRGB.bytes)])
    let decoded = try ImageFile.decode(png.bytes)
    #expect(decoded.pixels == png.image)
    #expect(decoded.warnings == [])
  }

  @Test("A broken profile is named, and the pixels are kept")
  func brokenProfile() throws {
    var bytes = HandmadeProfile().bytes
    bytes.replaceSubrange(36..<40, with: Array("nope".utf8))
    let png = picture(bitDepth: 8, [iCCP(bytes)])
    let decoded = try ImageFile.decode(png.bytes, file: "a\u{1b}b")
    #expect(decoded.pixels == png.image)
    #expect(decoded.warnings.count == 1)
    #expect(decoded.warnings.first?.description.hasPrefix("a\\u{1b}b: ") == true)
    #expect(decoded.warnings.first?.description.contains("profile") == true)
  }
}
