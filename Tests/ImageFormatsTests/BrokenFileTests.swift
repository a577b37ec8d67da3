import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("Broken files")
struct BrokenFileTests {
  static let names = [
    "upright.png", "baseline.jpg.png", "baseline.jpg", "progressive.jpg", "lossless.webp",
    "lossy.webp", "lossy-alpha.webp", "profile.webp",
  ]

  @Test("A file cut anywhere is an error, or has all its pixels and a warning", arguments: names)
  func truncated(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    let whole = try ImageFile.decode(bytes).pixels
    for count in 0..<bytes.count {
      do {
        let decoded = try ImageFile.decode(Array(bytes[..<count]), file: name)
        #expect(decoded.pixels == whole, "\(count) of \(bytes.count) bytes")
        #expect(
          decoded.warnings.map(\.description) == [
            "\(name): the file ends too early; its pixels are all there"
          ])
      } catch {
        if count > bytes.count / 2 {
          #expect("\(error)".contains("ends too early"))
        }
      }
    }
  }

  @Test(
    "A file without its end marker opens",
    arguments: [("upright.png", 12), ("baseline.jpg", 2), ("progressive.jpg", 2)])
  func endless(name: String, marker: Int) throws {
    let bytes = try Fixtures.bytes(name)
    for missing in 1...marker {
      #expect(try ImageFile.decode(Array(bytes.dropLast(missing))).warnings.count == 1)
    }
    #expect(throws: ImageError(.truncated(ImageKind(of: bytes)!), file: name)) {
      try ImageFile.decode(Array(bytes.dropLast(marker + 8)), file: name)
    }
  }

  @Test("Changed bytes give a picture or an error, never a crash", arguments: names)
  func changed(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    var random = SeededNumbers(seed: 14)
    for _ in 0..<200 {
      var broken = bytes
      for _ in 0...random.next() % 4 {
        broken[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() & 255)
      }
      _ = try? ImageFile.decode(broken, limits: Limits(pixels: 1 << 20))
    }
  }
}
