import Raster

/// A picture as PNG stores it: rows of packed samples, filtered and deflated.
struct PNGContent: Sendable {
  enum ColorType: UInt8 {
    case grey = 0
    case rgb = 2
    case indexed = 3
    case rgba = 6
  }

  let width: Int
  let height: Int
  let colorType: ColorType
  let bitDepth: Int
  /// Whether the samples are colours, not labels.
  let isColor: Bool
  var palette: [RGBA] = []
  private let packRow: @Sendable (_ y: Int, _ row: inout [UInt8]) -> Void

  /// Bytes a row.
  private var stride: Int { (width * bitsPerPixel + 7) / 8 }
  private var bitsPerPixel: Int {
    switch colorType {
    case .grey, .indexed: bitDepth
    case .rgb: 24
    case .rgba: 32
    }
  }

  init(_ image: Image, indexed: Bool) {
    width = image.width
    height = image.height
    isColor = true
    if indexed, let palette = ColorIndex(image) {
      self.palette = palette.colors
      colorType = .indexed
      let bits = [1, 2, 4, 8].first { 1 << $0 >= palette.colors.count }!
      bitDepth = bits
      packRow = { y, row in palette.pack(image, row: y, bits: bits, into: &row) }
      return
    }
    bitDepth = 8
    let isOpaque = image.elements.allSatisfy { $0.a == 255 }
    colorType = isOpaque ? .rgb : .rgba
    packRow = { y, row in
      let pixels = image.elements.span.extracting(y * image.width..<(y + 1) * image.width)
      if isOpaque { packRGB(pixels, into: &row) } else { packRGBA(pixels, into: &row) }
    }
  }

  init(_ values: Plane<UInt8>) {
    (width, height, colorType, bitDepth, isColor) = (values.width, values.height, .grey, 8, true)
    packRow = { y, row in
      row.replaceSubrange(
        row.indices, with: values.elements[y * values.width..<(y + 1) * values.width])
    }
  }

  init(_ values: Plane<UInt16>) {
    (width, height, colorType, bitDepth, isColor) = (values.width, values.height, .grey, 16, false)
    packRow = { y, row in
      let start = y * values.width
      for x in 0..<values.width {
        let value = values.elements[start + x]
        row[2 * x] = UInt8(value >> 8)
        row[2 * x + 1] = UInt8(truncatingIfNeeded: value)
      }
    }
  }

  /// Gives `sink` the zlib stream in pieces. Bands of rows are deflated on their own, cut by the
  /// picture alone, so that the bytes do not depend on the number of threads.
  func emitDeflated<Failure: Error>(
    _ work: Work, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let rows = max(1, Self.bandBytes / (stride + 1))
    let bands = (height + rows - 1) / rows
    let group = work.threads * 4
    var adler: UInt = 1
    for first in Swift.stride(from: 0, to: bands, by: group) {
      let count = min(group, bands - first)
      var results = [(deflated: [UInt8], adler: UInt)](repeating: ([], 1), count: count)
      results.withUnsafeMutableBufferPointer { results in
        // Each band writes its own element alone.
        nonisolated(unsafe) let results = results
        work.forEachBand(of: count, smallest: 1) { range in
          for index in range {
            let start = (first + index) * rows
            let end = min(start + rows, height)
            results[index] = Deflate.band(
              filteredRows(start..<end), level: Self.level, isLast: end == height)
          }
        }
      }
      for (index, result) in results.enumerated() {
        var deflated = result.deflated
        let start = (first + index) * rows
        let end = min(start + rows, height)
        adler = Deflate.joined(adler, result.adler, count: (end - start) * (stride + 1))
        // A window of 32 KiB, and check bits for "fast".
        if start == 0 { deflated = [0x78, 0x5e] + deflated }
        if end == height {
          deflated += (0..<4).map { UInt8(truncatingIfNeeded: adler >> (24 - 8 * $0)) }
        }
        try sink(deflated)
      }
    }
  }

  /// Bytes of filtered rows in one band: enough that its lost history does not matter.
  private static let bandBytes = 1 << 19
  /// zlib's first level that looks ahead for a longer match; 6 takes twice as long.
  private static let level: Int32 = 4

  private func filteredRows(_ rows: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(rows.count * (stride + 1))
    var above = [UInt8](repeating: 0, count: stride)
    var row = above
    if rows.lowerBound > 0 { packRow(rows.lowerBound - 1, &above) }
    var filter = PNGFilter(step: max(1, bitsPerPixel / 8), count: stride)
    for y in rows {
      packRow(y, &row)
      filter.append(row, above: above, isIndexed: colorType == .indexed, to: &result)
      swap(&row, &above)
    }
    return result
  }
}

private func packRGB(_ pixels: Span<RGBA>, into row: inout [UInt8]) {
  precondition(row.count == pixels.count * 3)
  for x in pixels.indices {
    let pixel = pixels[x]
    row[3 * x] = pixel.r
    row[3 * x + 1] = pixel.g
    row[3 * x + 2] = pixel.b
  }
}

private func packRGBA(_ pixels: Span<RGBA>, into row: inout [UInt8]) {
  precondition(row.count == pixels.count * 4)
  for x in pixels.indices {
    let pixel = pixels[x]
    row[4 * x] = pixel.r
    row[4 * x + 1] = pixel.g
    row[4 * x + 2] = pixel.b
    row[4 * x + 3] = pixel.a
  }
}
