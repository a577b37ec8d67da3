public import Raster

extension PNG {
  /// `image` as an RGB file, RGBA where a pixel is not opaque, with an sRGB chunk.
  ///
  /// - Parameter indexed: a palette of 1, 2, 4 or 8 bits where 256 colours suffice; smaller, but
  ///   painting programs open such a file in a mode of its own.
  /// - Complexity: O(pixels), about 70 million a second of a drawing.
  public static func encode(
    _ image: Image, metadata: PictureMetadata = PictureMetadata(), indexed: Bool = false
  ) -> [UInt8] {
    encoded(PNGContent(image, indexed: indexed), metadata)
  }

  /// `values` as an 8-bit grey file with an sRGB chunk.
  public static func encode(
    _ values: Plane<UInt8>, metadata: PictureMetadata = PictureMetadata()
  ) -> [UInt8] {
    encoded(.grey(values), metadata)
  }

  /// `values`, a label map, as a 16-bit grey file; `decodeGrey` gives the same values back.
  public static func encode(
    _ values: Plane<UInt16>, metadata: PictureMetadata = PictureMetadata()
  ) -> [UInt8] {
    encoded(.labels(values), metadata)
  }

  /// Writes `image` to `path` through an `AtomicFile`; see `encode`.
  ///
  /// - Throws: `ImageError`; `Cancelled`, up to the moment when the last byte is written.
  public static func write(
    _ image: Image, to path: String, overwriting: Bool = true,
    metadata: PictureMetadata = PictureMetadata(),
    indexed: Bool = false, work: Work = Work(threads: 1)
  ) throws {
    try write(
      PNGContent(image, indexed: indexed), to: path, overwriting: overwriting, metadata, work)
  }

  /// Writes `values` to `path` as an 8-bit grey file; see `encode`.
  public static func write(
    _ values: Plane<UInt8>, to path: String, overwriting: Bool = true,
    metadata: PictureMetadata = PictureMetadata(), work: Work = Work(threads: 1)
  ) throws {
    try write(.grey(values), to: path, overwriting: overwriting, metadata, work)
  }

  /// Writes `values` to `path` as a 16-bit grey file; see `encode`.
  public static func write(
    _ values: Plane<UInt16>, to path: String, overwriting: Bool = true,
    metadata: PictureMetadata = PictureMetadata(), work: Work = Work(threads: 1)
  ) throws {
    try write(.labels(values), to: path, overwriting: overwriting, metadata, work)
  }

  /// `image` as a file that goes into another; see the public `encode`.
  static func encode(
    _ image: Image, metadata: PictureMetadata, work: Work
  ) throws(Cancelled) -> [UInt8] {
    var bytes: [UInt8] = []
    try emit(PNGContent(image, indexed: false), metadata, work) { (piece) throws(Cancelled) in
      try work.checkCancelled()
      bytes += piece
    }
    return bytes
  }

  private static func encoded(_ content: PNGContent, _ metadata: PictureMetadata) -> [UInt8] {
    var bytes: [UInt8] = []
    emit(content, metadata, Work(threads: 1)) { bytes += $0 }
    return bytes
  }

  private static func write(
    _ content: PNGContent, to path: String, overwriting: Bool, _ metadata: PictureMetadata,
    _ work: Work
  ) throws {
    var file = try AtomicFile(replacing: path, overwriting: overwriting)
    try emit(content, metadata, work) { bytes in
      try work.checkCancelled()
      try file.write(bytes)
    }
    try file.commit()
  }

  /// Gives the file to `sink`, a piece at a time.
  private static func emit<Failure: Error>(
    _ content: PNGContent, _ metadata: PictureMetadata, _ work: Work,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let writer = PNGWriter(content, metadata)
    switch content {
    case .colors(let image, _): try writer.write(image, work: work, to: sink)
    case .indices(let indices, _): try writer.write(indices, work: work, to: sink)
    case .grey(let values): try writer.write(values, work: work, to: sink)
    case .labels(let values): try writer.write(values, work: work, to: sink)
    }
    writer.end()
    try sink(writer.takeBytes())
  }
}
