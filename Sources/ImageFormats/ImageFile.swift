public import Raster

/// Reading pictures of every format that nurie knows, told apart by content, never by name.
public enum ImageFile {
  /// The picture at `path`.
  ///
  /// - Throws: `ImageError`; `Cancelled`, which a WebP, an interlaced PNG and a progressive JPEG hear of only
  ///   once they are decoded.
  /// - Complexity: O(pixels), about 100 million a second and core; holds the file and the picture.
  public static func read(
    _ path: String, limits: Limits = Limits(), work: Work = Work(threads: 1)
  ) throws -> DecodedImage {
    let bytes = try readBytes(path, limit: limits.fileBytes)
    return try decode(bytes, file: path, limits: limits, work: work)
  }

  /// The picture that `bytes` hold.
  ///
  /// - Parameter file: how errors and warnings name the bytes.
  /// - Throws: as `read`.
  public static func decode(
    _ bytes: [UInt8], file: String = "the picture", limits: Limits = Limits(),
    work: Work = Work(threads: 1)
  ) throws -> DecodedImage {
    if bytes.isEmpty { throw ImageError(.empty, file: file) }
    let stored =
      switch ImageKind(of: bytes) {
      case .png: try PNG.decode(bytes, file: file, limits: limits, work: work)
      case .jpeg: try JPEG.decode(bytes, file: file, limits: limits, work: work)
      case .webp: try WebP.decode(bytes, file: file, limits: limits)
      case nil: throw ImageError(.notAPicture(otherKind(of: bytes)), file: file)
      }
    return try stored.finished(file: file, work: work)
  }
}

extension ImageKind {
  /// The format whose signature `bytes` begin with.
  public init?(of bytes: [UInt8]) {
    let signatures: [(ImageKind, [UInt8])] = [
      (.png, [0x89, 0x50, 0x4e, 0x47]), (.jpeg, [0xff, 0xd8]),
    ]
    if let found = signatures.first(where: { bytes.starts(with: $0.1) }) {
      self = found.0
    } else if bytes.starts(with: Array("RIFF".utf8)),
      bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    {
      self = .webp
    } else {
      return nil
    }
  }
}

/// The likely kind of a file that is none of ours, with an article, where its first bytes tell.
private func otherKind(of bytes: [UInt8]) -> String? {
  let signatures: [(String, [UInt8], at: Int)] = [
    ("a Photoshop file", Array("8BPS".utf8), 0),
    ("a Clip Studio file", Array("CSFCHUNK".utf8), 0),
    ("a GIMP file", Array("gimp xcf".utf8), 0),
    ("a GIF", Array("GIF8".utf8), 0),
    ("a TIFF", [0x49, 0x49, 42, 0], 0),
    ("a TIFF", [0x4d, 0x4d, 0, 42], 0),
    ("a BMP", Array("BM".utf8), 0),
    ("an AVIF", Array("ftypavif".utf8), 4),
    ("a HEIC", Array("ftypheic".utf8), 4),
    ("a JPEG XL", [0xff, 0x0a], 0),
    ("a JPEG XL", [0, 0, 0, 0x0c, 0x4a, 0x58, 0x4c, 0x20], 0),
    ("a PDF", Array("%PDF".utf8), 0),
    ("a ZIP archive (as OpenRaster and Krita files are)", [0x50, 0x4b, 3, 4], 0),
  ]
  if let known = signatures.first(where: { bytes.dropFirst($0.at).starts(with: $0.1) }) {
    return known.0
  }
  let isText =
    String(validating: bytes, as: UTF8.self) != nil
    && bytes.allSatisfy { $0 >= 32 && $0 != 127 || (9...13).contains($0) }
  return isText ? "a text file" : nil
}
