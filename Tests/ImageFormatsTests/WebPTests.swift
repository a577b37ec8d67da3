import ImageFormats
import Raster
import Testing

@Suite("Reading WebP")
struct WebPTests {
  @Test(
    "As Pillow decodes it",
    arguments: [("lossy.webp", false), ("lossy-alpha.webp", true), ("lossless.webp", true)])
  func likePillow(name: String, hasAlpha: Bool) throws {
    let decoded = try ImageFile.decode(Fixtures.bytes(name))
    #expect(decoded.kind == .webp)
    #expect(decoded.hasAlpha == hasAlpha)
    #expect(decoded.warnings == [])
    let difference = decoded.pixels.greatestDifference(from: try Fixtures.image(name + ".png"))
    #expect(difference! <= (name == "lossless.webp" ? 0 : 1))
  }

  @Test("A profile is converted as Pillow converts it")
  func profile() throws {
    let decoded = try ImageFile.decode(Fixtures.bytes("profile.webp"))
    #expect(decoded.pixels.greatestDifference(from: try Fixtures.image("profile.webp.png"))! <= 2)
  }

  @Test("An animation is refused in one sentence")
  func animated() throws {
    let bytes = try Fixtures.bytes("animated.webp")
    let error = #expect(throws: ImageError.self) { try ImageFile.decode(bytes, file: "a.webp") }
    #expect(
      error?.description == "a.webp: an animated WebP cannot be read; save it as a single picture.")
  }
}
