// The layered format of Photoshop, which Clip Studio Paint, Krita and GIMP open too.
//
// 8 bits, RGB, layers cropped to what they show, rows packed by PackBits; folders, blend modes,
// opacity, visibility and clipping, Unicode names, size on paper, and the composed picture, which is
// what viewers show. All layers are packed before the first byte is written, since the file names
// their lengths first: that is the memory it takes beside the picture.
// Source: Adobe Photoshop File Formats Specification (2019).
// Not done: reading; texts about the picture (they would be XMP); PSB (sides over 30,000 px); colour profiles: without one, sRGB is taken.

public import Raster

public enum PSD {
  /// The longest side that the format knows.
  public static let longestSide = 30_000

  /// `picture` as a file.
  ///
  /// - Parameters:
  ///   - merged: the composed picture, where the caller has it already.
  ///   - metadata: its resolution only, 72 dpi where nothing is said.
  /// - Throws: `ImageError.tooLargeForFormat` over 30,000 px a side or 2 GiB; `Cancelled`.
  /// - Complexity: O(canvas + the layers' pixels), on `work.threads` threads; the bytes do not depend
  ///   on how many.
  public static func encode(
    _ picture: LayeredImage, merged: Image? = nil, metadata: PictureMetadata = PictureMetadata(),
    work: Work
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in try pieces(picture, merged, metadata.resolution, file: "the picture", work) {
      bytes += piece
    }
    return bytes
  }

  /// Writes `picture` to `path` through an `AtomicFile`; see `encode`.
  public static func write(
    _ picture: LayeredImage, to path: String, overwriting: Bool = true, merged: Image? = nil,
    metadata: PictureMetadata = PictureMetadata(), work: Work
  ) throws {
    var file = try AtomicFile(replacing: path, overwriting: overwriting)
    for piece in try pieces(picture, merged, metadata.resolution, file: path, work) {
      try work.checkCancelled()
      try file.write(piece)
    }
    try file.commit()
  }

  /// The file, in order.
  private static func pieces(
    _ picture: LayeredImage, _ merged: Image?, _ resolution: Resolution?, file: String, _ work: Work
  ) throws -> [[UInt8]] {
    if max(picture.width, picture.height) > longestSide {
      throw ImageError(.tooLargeForFormat("PSD (30,000 pixels a side)"), file: file)
    }
    let merged = try merged ?? picture.composed(work: work)
    precondition(
      merged.width == picture.width && merged.height == picture.height,
      "\(merged.width)×\(merged.height) merged of \(picture.width)×\(picture.height)")
    let isOpaque = merged.elements.allSatisfy { $0.a == 255 }
    let records = try PSDLayerRecord.records(of: picture.nodes, work: work)
    let layers = layerSection(records, isOpaque: isOpaque)
    let composite = try compositeSection(merged, isOpaque: isOpaque, work: work)
    if (layers + composite).reduce(0, { $0 + $1.count }) > Int(Int32.max) - 4096 {
      throw ImageError(.tooLargeForFormat("PSD (2 GiB)"), file: file)
    }
    return [head(picture, resolution, isOpaque: isOpaque)] + layers + composite
  }

  private static func head(
    _ picture: LayeredImage, _ resolution: Resolution?, isOpaque: Bool
  ) -> [UInt8] {
    var bytes = BigEndianBytes()
    bytes.append(ascii: "8BPS")
    bytes.append(UInt16(1))
    bytes.append(zeros: 6)
    bytes.append(UInt16(isOpaque ? 3 : 4))
    bytes.append(UInt32(picture.height))
    bytes.append(UInt32(picture.width))
    // Eight bits a channel, RGB, no palette.
    bytes.append(UInt16(8))
    bytes.append(UInt16(3))
    bytes.append(UInt32(0))
    // One resource, ResolutionInfo: 16.16 fixed point an inch, shown per inch and in inches.
    let resolution = resolution ?? Resolution(dotsPerInch: 72)
    bytes.append(UInt32(28))
    bytes.append(ascii: "8BIM")
    bytes.append(UInt16(1005))
    bytes.append(UInt16(0))
    bytes.append(UInt32(16))
    for perInch in [resolution.dotsPerInch, resolution.dotsPerInchDown] {
      let fixed = (perInch * 65_536).rounded()
      bytes.append(UInt32(min(max(fixed, 1), Double(Int32.max))))
      bytes.append(UInt16(1))
      bytes.append(UInt16(1))
    }
    return bytes.bytes
  }

  private static func layerSection(_ records: [PSDLayerRecord], isOpaque: Bool) -> [[UInt8]] {
    var headers = BigEndianBytes()
    // Negative says that the composed picture's fourth channel is its transparency.
    headers.append(UInt16(bitPattern: Int16(isOpaque ? records.count : -records.count)))
    for record in records { record.appendHeader(to: &headers) }
    let channels = records.flatMap(\.channels)
    let length = headers.bytes.count + channels.reduce(0) { $0 + $1.count }
    let padding = (4 - length % 4) % 4
    var lengths = BigEndianBytes()
    // Layers with their own length, then no global mask.
    lengths.append(UInt32(truncatingIfNeeded: length + padding + 8))
    lengths.append(UInt32(truncatingIfNeeded: length + padding))
    var end = BigEndianBytes()
    end.append(zeros: padding + 4)
    return [lengths.bytes, headers.bytes] + channels + [end.bytes]
  }

  private static func compositeSection(
    _ merged: Image, isOpaque: Bool, work: Work
  ) throws(Cancelled) -> [[UInt8]] {
    // As Photoshop keeps it: colours on white, alpha beside them.
    var onWhite = merged
    if !isOpaque {
      try work.forEachRow(of: &onWhite) { _, row in
        for x in row.indices { row[x] = row[x].onWhiteKeepingAlpha }
      }
    }
    var start = BigEndianBytes()
    start.append(UInt16(1))
    var rows: [[UInt8]] = []
    for channel in PSDChannel.allCases where !(isOpaque && channel == .alpha) {
      let packed = try PackedChannel(onWhite, box: merged.bounds, channel, work: work)
      for count in packed.counts { start.append(count) }
      rows += packed.chunks
    }
    return [start.bytes] + rows
  }
}

extension RGBA {
  fileprivate var onWhiteKeepingAlpha: RGBA {
    let paper = 255 * (255 - UInt32(a)) + 127
    func mixed(_ code: UInt8) -> UInt8 { UInt8((UInt32(code) * UInt32(a) + paper) / 255) }
    return RGBA(mixed(r), mixed(g), mixed(b), a)
  }
}
