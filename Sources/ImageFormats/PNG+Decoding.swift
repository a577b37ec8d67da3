public import Raster

/// PNG files: reading (here) and writing (`PNG+Encoding.swift`).
public enum PNG {
  /// Any PNG with palettes, grey and fewer bits expanded. One of 16 bits is converted to sRGB before
  /// it is rounded to 8.
  ///
  /// - Complexity: O(pixels); beside the picture, one band of rows where there are 16 bits (the
  ///   whole at 8 bytes a pixel where they are interlaced).
  static func decode(
    _ bytes: [UInt8], file: String, limits: Limits, work: Work
  ) throws -> StoredImage {
    try withReader(bytes, file: file, limits: limits) { (reader, header) throws in
      let sixteen = header.bitDepth == 16
      try reader.start(grey: false, sixteen: sixteen)
      let chunks = PNGChunks(bytes)
      var stored = StoredImage(
        kind: .png, isGrey: header.isGrey, hasAlpha: header.hasAlpha,
        resolution: header.resolution ?? chunks.lateResolution,
        exif: header.exif.isEmpty ? chunks.lateExif : header.exif)
      if let warning = chunks.warning { stored.warnings.append(warning) }
      if sixteen {
        let conversion = ColorConversion(
          from: ColorSource(header), isGrey: header.isGrey, sixteen: true,
          warnings: &stored.warnings)
        stored.pixels = try readSixteen(reader, header, conversion, work)
      } else {
        stored.colors = ColorSource(header)
        stored.pixels = try readRows(reader, header, bytesPerPixel: 4, work)
      }
      do {
        try reader.finish()
      } catch let error as ImageError where error.problem == .truncated(.png) {
        stored.warnings.append(.lacksEnd)
      }
      stored.warnings += reader.warnings.map { .said(by: "libpng", $0) }
      return stored
    }
  }

  /// A grey PNG's own values, without any conversion: a label map, a mask. Those of 1, 2 and 4 bits
  /// are spread over 0…255; an alpha channel is dropped.
  ///
  /// - Throws: `unsupported` for a PNG with colours; `truncated` where only the end marker is missing,
  ///   too.
  public static func decodeGrey(
    _ bytes: [UInt8], file: String = "the picture", limits: Limits = Limits(),
    work: Work = Work(threads: 1)
  ) throws -> Plane<UInt16> {
    try withReader(bytes, file: file, limits: limits) { (reader, header) throws in
      if !header.isGrey {
        throw ImageError(.unsupported("a label map in colours", saveAs: "a grey PNG"), file: file)
      }
      let sixteen = header.bitDepth == 16
      try reader.start(grey: true, sixteen: sixteen)
      let plane: Plane<UInt16>
      if sixteen {
        plane = try readRows(reader, header, bytesPerPixel: 2, work)
      } else {
        let values: Plane<UInt8> = try readRows(reader, header, bytesPerPixel: 1, work)
        plane = values.map { UInt16($0) }
      }
      try reader.finish()
      return plane
    }
  }

  /// Width and height, as the head says.
  static func size(_ bytes: [UInt8], file: String) throws(ImageError) -> (Int, Int) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(ImageError) in
      let header = try PNGReader(bytes, file: file, chunkBytes: Limits().chunkBytes).readHeader()
      return (header.width, header.height)
    }
  }

  /// Reads the header, refuses what is over the limits or cannot be whole, and goes on.
  private static func withReader<Result>(
    _ bytes: [UInt8], file: String, limits: Limits,
    _ body: (borrowing PNGReader, PNGHeader) throws -> Result
  ) throws -> Result {
    try bytes.withUnsafeBufferPointer { (bytes) throws in
      let reader = try PNGReader(bytes, file: file, chunkBytes: limits.chunkBytes)
      let header = try reader.readHeader()
      try limits.check(width: header.width, height: header.height, file: file)
      // Deflate shrinks at most 1032 times and a pixel has at least one bit: what claims more than
      // its bytes can hold is refused before memory is taken.
      if header.width * header.height / (8 * 1032) > bytes.count {
        throw ImageError(.truncated(.png), file: file)
      }
      return try body(reader, header)
    }
  }

  /// All rows, straight into a plane.
  private static func readRows<Element>(
    _ reader: borrowing PNGReader, _ header: PNGHeader, bytesPerPixel: Int, _ work: Work
  ) throws -> Plane<Element> {
    precondition(MemoryLayout<Element>.stride == bytesPerPixel)
    let (width, height) = (header.width, header.height)
    let elements = try [Element].filled(count: width * height) { (buffer) throws in
      // An interlaced picture's rows come only all at once.
      let band = header.isInterlaced ? height : min(64, height)
      for start in stride(from: 0, to: height, by: band) {
        try work.checkCancelled()
        try reader.readRows(
          into: buffer.baseAddress! + start * width, stride: width * bytesPerPixel,
          count: min(band, height - start))
      }
    }
    return Plane(width: width, height: height, elements: elements)
  }

  /// Rows of 16 bits, converted a band at a time.
  private static func readSixteen(
    _ reader: borrowing PNGReader, _ header: PNGHeader, _ conversion: borrowing ColorConversion,
    _ work: Work
  ) throws -> Image {
    let (width, height) = (header.width, header.height)
    let band = header.isInterlaced ? height : min(64, height)
    var samples = [UInt16](repeating: 0, count: band * width * 4)
    var converted = Image(width: width, height: band, repeating: .clear)
    var pixels: [RGBA] = []
    pixels.reserveCapacity(width * height)
    for start in stride(from: 0, to: height, by: band) {
      let count = min(band, height - start)
      try samples.withUnsafeMutableBufferPointer { (buffer) throws in
        try reader.readRows(into: buffer.baseAddress!, stride: width * 8, count: count)
      }
      try work.forEachRow(of: &converted) { [samples] y, row in
        conversion.convert(
          samples.span.extracting(y * width * 4..<(y + 1) * width * 4), to: &row)
      }
      pixels += converted.elements.prefix(count * width)
    }
    return Image(width: width, height: height, elements: pixels)
  }
}

extension Limits {
  /// - Throws: `tooManyPixels`.
  func check(width: Int, height: Int, file: String) throws(ImageError) {
    let (count, overflows) = width.multipliedReportingOverflow(by: height)
    if overflows || count > pixels {
      throw ImageError(.tooManyPixels(width: width, height: height, limit: pixels), file: file)
    }
  }
}

extension Array {
  /// An array whose memory `body` fills, untouched before: a file that breaks off takes no more
  /// memory than it fills.
  static func filled<Failure: Error>(
    count: Int, _ body: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) -> [Element] where Element: BitwiseCopyable {
    var failure: Failure?
    let array = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(Failure) {
        try body(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        initialized = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return array
  }
}
