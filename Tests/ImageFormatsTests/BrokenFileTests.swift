import ImageFormats
import Raster
import Testing

@Suite("Broken files")
struct BrokenFileTests {
  static let names = [
    "upright.png", "baseline.jpg.png", "baseline.jpg", "progressive.jpg", "lossless.webp",
    "lossy.webp", "lossy-alpha.webp", "profile.webp",
  ]

  @Test("A file cut anywhere is an error", arguments: names)
  func truncated(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    for count in 0..<bytes.count {
      let error = #expect(throws: ImageError.self, "\(count) of \(bytes.count) bytes") {
        try ImageFile.decode(Array(bytes[..<count]), file: name)
      }
      if count > bytes.count / 2 {
        #expect(error?.description.contains("ends too early") == true, "\(error!)")
      }
    }
  }

  @Test("Changed bytes give a picture or an error, never a crash", arguments: names)
  func changed(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    var random = Seeded(seed: 14)
    for _ in 0..<200 {
      var broken = bytes
      for _ in 0...random.next() % 4 {
        broken[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() & 255)
      }
      _ = try? ImageFile.decode(broken, limits: Limits(pixels: 1 << 20))
    }
  }
}
