public import Raster

/// PNG files: reading (here) and writing (`PNG+Encoding.swift`).
public enum PNG {
  /// Any PNG as sRGB pixels: palettes, grey and fewer bits expanded, 16 bits rounded to 8.
  ///
  /// - Parameter file: how errors name the bytes.
  /// - Complexity: O(pixels); beside the picture, one band of rows where there are 16 bits (the
  ///   whole at 8 bytes a pixel where they are interlaced).
  static func decode(
    _ bytes: [UInt8], file: String, limits: Limits, work: Work
  ) throws(ImageError) -> DecodedImage {
    try withReader(bytes, file: file, limits: limits) {
      (reader, header) throws(PNGReader.Failure) in
      let sixteen = header.bitDepth == 16
      try reader.start(grey: false, sixteen: sixteen)
      let pixels =
        sixteen
        ? try readSixteen(reader, header)
        : try read(reader, header, stride: header.width * 4, as: RGBA.self)
      try reader.finish()
      return DecodedImage(
        pixels: pixels, kind: .png, resolution: header.resolution, hasAlpha: header.hasAlpha,
        warnings: reader.warnings.map { "\(printable(file)): \(printable($0))" })
    }
  }

  /// A grey PNG's own values, without any conversion: a label map, a mask. Those of 1, 2 and 4 bits
  /// are spread over 0…255; an alpha channel is dropped.
  ///
  /// - Throws: `unsupported` for a PNG with colours.
  public static func decodeGrey(
    _ bytes: [UInt8], file: String = "the picture", limits: Limits = Limits()
  ) throws(ImageError) -> Plane<UInt16> {
    let plane = try withReader(bytes, file: file, limits: limits) {
      (reader, header) throws(PNGReader.Failure) -> Plane<UInt16>? in
      guard header.isGrey else { return nil }
      try reader.start(grey: true, sixteen: header.bitDepth == 16)
      let plane =
        header.bitDepth == 16
        ? try read(reader, header, stride: header.width * 2, as: UInt16.self)
        : try read(reader, header, stride: header.width, as: UInt8.self).map { UInt16($0) }
      try reader.finish()
      return plane
    }
    guard let plane else {
      throw ImageError(.unsupported("a label map in colours", saveAs: "a grey PNG"), file: file)
    }
    return plane
  }

  /// Reads the header, refuses what is over the limits or cannot be whole, and goes on.
  private static func withReader<Result>(
    _ bytes: [UInt8], file: String, limits: Limits,
    _ body: (borrowing PNGReader, PNGHeader) throws(PNGReader.Failure) -> Result
  ) throws(ImageError) -> Result {
    do {
      return try bytes.withUnsafeBufferPointer { (bytes) throws -> Result in
        let reader = try PNGReader(bytes, chunkBytes: limits.chunkBytes)
        let header = try reader.readHeader()
        try limits.check(width: header.width, height: header.height, file: file)
        // Deflate shrinks at most 1032 times and a pixel has at least one bit: what claims more
        // than its bytes can hold is refused before memory is taken.
        if header.width * header.height / (8 * 1032) > bytes.count {
          throw ImageError(.truncated(.png), file: file)
        }
        return try body(reader, header)
      }
    } catch let failure as PNGReader.Failure {
      throw ImageError(
        failure.isTruncated ? .truncated(.png) : .corrupt(.png, failure.detail), file: file)
    } catch {
      throw error as! ImageError
    }
  }

  private static func read<Element>(
    _ reader: borrowing PNGReader, _ header: PNGHeader, stride: Int, as: Element.Type
  ) throws(PNGReader.Failure) -> Plane<Element> {
    let count = header.width * header.height
    var failure: PNGReader.Failure?
    let elements = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(PNGReader.Failure) {
        try reader.readRows(into: buffer.baseAddress!, stride: stride, count: header.height)
        initialized = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return Plane(width: header.width, height: header.height, elements: elements)
  }

  private static func readSixteen(
    _ reader: borrowing PNGReader, _ header: PNGHeader
  ) throws(PNGReader.Failure) -> Image {
    let band = header.isInterlaced ? header.height : min(64, header.height)
    let rowCount = header.width * 4
    var samples = [UInt16](repeating: 0, count: band * rowCount)
    var pixels: [RGBA] = []
    pixels.reserveCapacity(header.width * header.height)
    for start in stride(from: 0, to: header.height, by: band) {
      let rows = min(band, header.height - start)
      var failure: PNGReader.Failure?
      samples.withUnsafeMutableBytes { buffer in
        do throws(PNGReader.Failure) {
          try reader.readRows(into: buffer.baseAddress!, stride: rowCount * 2, count: rows)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      for index in stride(from: 0, to: rows * rowCount, by: 4) {
        pixels.append(
          RGBA(
            rounded(samples[index]), rounded(samples[index + 1]), rounded(samples[index + 2]),
            rounded(samples[index + 3])))
      }
    }
    return Plane(width: header.width, height: header.height, elements: pixels)
  }

  /// 16 bits to the nearest 8.
  static func rounded(_ value: UInt16) -> UInt8 {
    UInt8(truncatingIfNeeded: (UInt32(value) * 255 + 32_895) >> 16)
  }
}

extension Limits {
  func check(width: Int, height: Int, file: String) throws(ImageError) {
    let (count, overflows) = width.multipliedReportingOverflow(by: height)
    if overflows || count > pixels {
      throw ImageError(.tooManyPixels(width: width, height: height, limit: pixels), file: file)
    }
  }
}
