public import Raster

/// Reading pictures of every format that nurie knows, told apart by content, never by name.
public enum ImageFile {
  /// The picture at `path`.
  ///
  /// - Complexity: O(pixels), about 100 million a second and core; holds the file and the picture.
  public static func read(
    _ path: String, limits: Limits = Limits(), work: Work = Work(threads: 1)
  ) throws(ImageError) -> DecodedImage {
    let bytes = try readBytes(path, limit: limits.fileBytes)
    return try decode(bytes, file: path, limits: limits, work: work)
  }

  /// The picture that `bytes` hold.
  ///
  /// - Parameter file: how errors and warnings name the bytes.
  public static func decode(
    _ bytes: [UInt8], file: String = "the picture", limits: Limits = Limits(),
    work: Work = Work(threads: 1)
  ) throws(ImageError) -> DecodedImage {
    if bytes.isEmpty { throw ImageError(.empty, file: file) }
    switch ImageKind(of: bytes) {
    case .png: return try PNG.decode(bytes, file: file, limits: limits, work: work)
    default: throw ImageError(.notAPicture(nil), file: file)
    }
  }
}

extension ImageKind {
  /// The format whose signature `bytes` begin with; a few bytes of it suffice, so that a file cut
  /// short is called that.
  init?(of bytes: [UInt8]) {
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
