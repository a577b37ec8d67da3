public import Raster

extension PNG {
  /// What a written file says beside its pixels.
  public struct Metadata: Sendable {
    /// Size on paper; the source's is kept by passing it on.
    public var resolution: Resolution?
    /// Keys (1 to 79 printable ASCII characters, as "Software") and values of any Unicode.
    public var text: [(key: String, value: String)]

    public init(resolution: Resolution? = nil, text: [(key: String, value: String)] = []) {
      self.resolution = resolution
      self.text = text
    }
  }

  /// `image` as an RGB file, RGBA where a pixel is not opaque, with an sRGB chunk.
  ///
  /// - Parameter indexed: a palette of 1, 2, 4 or 8 bits where 256 colours suffice; smaller, but
  ///   painting programs open such a file in a mode of its own.
  /// - Complexity: O(pixels), on `work.threads` threads; the bytes do not depend on how many.
  public static func encode(
    _ image: Image, metadata: Metadata = Metadata(), indexed: Bool = false,
    work: Work = Work(threads: 1)
  ) -> [UInt8] {
    encoded(PNGContent(image, indexed: indexed), metadata, work)
  }

  /// `values` as an 8-bit grey file with an sRGB chunk.
  public static func encode(
    _ values: Plane<UInt8>, metadata: Metadata = Metadata(), work: Work = Work(threads: 1)
  ) -> [UInt8] {
    encoded(PNGContent(values), metadata, work)
  }

  /// `values`, a label map, as a 16-bit grey file; `decodeGrey` gives the same values back.
  public static func encode(
    _ values: Plane<UInt16>, metadata: Metadata = Metadata(), work: Work = Work(threads: 1)
  ) -> [UInt8] {
    encoded(PNGContent(values), metadata, work)
  }

  /// Writes `image` to `path` through an `AtomicFile`; see `encode`.
  public static func write(
    _ image: Image, to path: String, overwriting: Bool = true, metadata: Metadata = Metadata(),
    indexed: Bool = false, work: Work = Work(threads: 1)
  ) throws(ImageError) {
    try write(
      PNGContent(image, indexed: indexed), to: path, overwriting: overwriting, metadata, work)
  }

  /// Writes `values` to `path` as an 8-bit grey file; see `encode`.
  public static func write(
    _ values: Plane<UInt8>, to path: String, overwriting: Bool = true,
    metadata: Metadata = Metadata(), work: Work = Work(threads: 1)
  ) throws(ImageError) {
    try write(PNGContent(values), to: path, overwriting: overwriting, metadata, work)
  }

  /// Writes `values` to `path` as a 16-bit grey file; see `encode`.
  public static func write(
    _ values: Plane<UInt16>, to path: String, overwriting: Bool = true,
    metadata: Metadata = Metadata(), work: Work = Work(threads: 1)
  ) throws(ImageError) {
    try write(PNGContent(values), to: path, overwriting: overwriting, metadata, work)
  }

  private static func encoded(
    _ content: PNGContent, _ metadata: Metadata, _ work: Work
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    emit(content, metadata, work) { bytes += $0 }
    return bytes
  }

  private static func write(
    _ content: PNGContent, to path: String, overwriting: Bool, _ metadata: Metadata, _ work: Work
  ) throws(ImageError) {
    var file = try AtomicFile(replacing: path, overwriting: overwriting)
    try emit(content, metadata, work) { (bytes) throws(ImageError) in try file.write(bytes) }
    try file.commit()
  }

  /// Gives the file to `sink`, a piece at a time.
  private static func emit<Failure: Error>(
    _ content: PNGContent, _ metadata: Metadata, _ work: Work,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var head: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    head += chunk(
      "IHDR",
      bigEndian(content.width) + bigEndian(content.height)
        + [UInt8(content.bitDepth), content.colorType.rawValue, 0, 0, 0])
    if content.isColor { head += chunk("sRGB", [0]) }
    if let resolution = metadata.resolution {
      head += chunk("pHYs", perMetre(resolution.x) + perMetre(resolution.y) + [1])
    }
    for (key, value) in metadata.text { head += textChunk(key, value) }
    if !content.palette.isEmpty {
      head += chunk("PLTE", content.palette.flatMap { [$0.r, $0.g, $0.b] })
      let alphas = content.palette.map(\.a)
      if let last = alphas.lastIndex(where: { $0 != 255 }) {
        head += chunk("tRNS", Array(alphas[...last]))
      }
    }
    try sink(head)
    try content.emitDeflated(work) { (bytes) throws(Failure) in try sink(chunk("IDAT", bytes)) }
    try sink(chunk("IEND", []))
  }

  private static func textChunk(_ key: String, _ value: String) -> [UInt8] {
    let key = Array(key.utf8)
    precondition(
      (1...79).contains(key.count) && key.allSatisfy { (32...126).contains($0) },
      "a PNG text key of 1 to 79 printable ASCII characters")
    let text = value.utf8.filter { $0 != 0 }
    // tEXt is Latin-1, which every reader knows; iTXt is UTF-8.
    if text.allSatisfy({ $0 < 128 }) { return chunk("tEXt", key + [0] + text) }
    return chunk("iTXt", key + [0, 0, 0, 0, 0] + text)
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return bigEndian(content.count) + body + bigEndian(Int(Deflate.crc(body)))
  }

  private static func perMetre(_ value: Double) -> [UInt8] {
    bigEndian(Int(min(max(value.rounded(), 1), Double(Int32.max))))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
