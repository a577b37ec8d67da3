import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("Writing PNG")
struct PNGEncodingTests {
  @Test("A picture comes back as it was", arguments: [(1, 1), (7, 5), (64, 3), (90, 110)])
  func roundTrip(width: Int, height: Int) throws {
    var random = SeededNumbers(seed: UInt64(width))
    for opaque in [false, true] {
      let image = Image(
        width: width, height: height,
        elements: (0..<width * height).map { _ in random.pixel(opaque: opaque) })
      let decoded = try ImageFile.decode(PNG.encode(image))
      #expect(decoded.pixels == image)
      #expect(decoded.hasAlpha == !opaque)
      #expect(decoded.warnings == [])
    }
  }

  @Test("A palette holds up to 256 colours", arguments: [1, 2, 3, 4, 5, 16, 17, 256, 257])
  func palette(colors: Int) throws {
    let image = Image(
      width: 61, height: 9,
      elements: (0..<61 * 9).map { RGBA(UInt8($0 % colors % 256), 1, UInt8($0 % colors / 256), 77) }
    )
    let bytes = PNG.encode(image, indexed: true)
    #expect(try ImageFile.decode(bytes).pixels == image)
    let colorType = bytes[25]
    #expect(colorType == (colors <= 256 ? 3 : 6))
  }

  @Test("Label maps of 16 bits come back as they were")
  func labels() throws {
    var random = SeededNumbers(seed: 3)
    let labels = Plane<UInt16>(
      width: 70, height: 50, elements: (0..<3500).map { _ in UInt16(random.next() & 0xffff) })
    #expect(try PNG.decodeGrey(PNG.encode(labels)) == labels)
    let grey = labels.map { UInt8($0 >> 8) }
    #expect(try PNG.decodeGrey(PNG.encode(grey)) == grey.map { UInt16($0) })
  }

  @Test("A picture larger than a piece comes back, in memory and through a file")
  func pieces() throws {
    var random = SeededNumbers(seed: 4)
    let image = Image(
      width: 300, height: 301, elements: (0..<300 * 301).map { _ in random.pixel(opaque: true) })
    let bytes = PNG.encode(image)
    #expect(bytes.count > 1 << 18)
    #expect(try ImageFile.decode(bytes).pixels == image)
    let folder = TemporaryFolder()
    try PNG.write(image, to: folder / "a.png")
    #expect(try readBytes(folder / "a.png", limit: 1 << 20) == bytes)
    let error = #expect(throws: ImageError.self) { try PNG.write(image, to: "/dev/full") }
    #expect(error?.problem == .diskFull)
  }

  /// A band is about a mebibyte: what reaches over its edges is matched there, and the checksum is of all.
  @Test("Bands come back as one picture, with the same bytes on any number of threads")
  func bands() throws {
    let folder = TemporaryFolder()
    var random = SeededNumbers(seed: 5)
    let (width, height) = (1201, 2003)
    // Long runs and repeats, as drawings have, and noise.
    let elements = (0..<width * height).map { index -> RGBA in
      let pixel = RGBA(UInt8(index / width % 251), UInt8(index % 97), UInt8(index / 7 % 256), 255)
      return index % 50_000 < 700 ? random.pixel(opaque: true) : pixel
    }
    let opaque = Image(width: width, height: height, elements: elements)
    var clear = opaque
    clear[width - 1, height - 1] = .clear
    let labels = opaque.map { UInt16($0.r) << 8 | UInt16($0.b) }
    let grey = opaque.map(\.g)
    func written(_ write: (Work) throws -> Void) throws -> [UInt8] {
      let files = try [1, 2, 7].map { threads in
        try write(Work(threads: threads))
        return try readBytes(folder / "a.png", limit: 1 << 26)
      }
      #expect(Set(files).count == 1)
      #expect(Self.chunks(of: files[0]).count { $0.0 == "IDAT" } > 2)
      return files[0]
    }
    for image in [opaque, clear] {
      let file = try written { try PNG.write(image, to: folder / "a.png", work: $0) }
      #expect(try ImageFile.decode(file).pixels == image)
      #expect(file == PNG.encode(image))
    }
    let labelFile = try written { try PNG.write(labels, to: folder / "a.png", work: $0) }
    #expect(try PNG.decodeGrey(labelFile) == labels)
    let greyFile = try written { try PNG.write(grey, to: folder / "a.png", work: $0) }
    #expect(try PNG.decodeGrey(greyFile) == grey.map { UInt16($0) })
    let indexed = Image(
      width: width, height: height, elements: elements.map { RGBA($0.g, $0.g, $0.g) })
    let indexedFile = try written {
      try PNG.write(indexed, to: folder / "a.png", indexed: true, work: $0)
    }
    #expect(try ImageFile.decode(indexedFile).pixels == indexed)
  }

  @Test("Rows longer than a band")
  func longRows() throws {
    let image = Image(
      width: 700_000, height: 5, elements: (0..<3_500_000).map { RGBA(UInt8($0 % 253), 7, 9) })
    let file = PNG.encode(image)
    #expect(Self.chunks(of: file).count { $0.0 == "IDAT" } == 5)
    #expect(try ImageFile.decode(file).pixels == image)
  }

  @Test("The chunks: sRGB for colours, none for labels; size on paper; text by its characters")
  func chunks() {
    let metadata = PictureMetadata(
      resolution: Resolution(x: 3000, y: 258),
      text: [("Software", "nurie"), ("Title", "花\0子")])
    let picture = PNG.encode(Image(width: 1, height: 1, repeating: .white), metadata: metadata)
    let expected: [(String, [UInt8])] = [
      ("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]), ("sRGB", [0]),
      ("pHYs", [0, 0, 11, 184, 0, 0, 1, 2, 1]), ("tEXt", Array("Software\0nurie".utf8)),
      ("iTXt", Array("Title\0\0\0\0\0花子".utf8)),
    ]
    for (chunk, expected) in zip(Self.chunks(of: picture), expected) { #expect(chunk == expected) }
    #expect(Self.chunks(of: picture).map(\.0).suffix(2) == ["IDAT", "IEND"])
    let labels = PNG.encode(Plane<UInt16>(width: 1, height: 1, repeating: 7))
    #expect(Self.chunks(of: labels).map(\.0) == ["IHDR", "IDAT", "IEND"])
  }

  private static func chunks(of bytes: [UInt8]) -> [(String, [UInt8])] {
    var result: [(String, [UInt8])] = []
    var start = 8
    while start < bytes.count {
      let size = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
      result.append((name, Array(bytes[start + 8..<start + 8 + size])))
      start += size + 12
    }
    return result
  }
}
