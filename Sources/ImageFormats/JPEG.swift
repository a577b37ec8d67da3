import CJPEG
import Raster

/// JPEG files: baseline and progressive, grey and colour. CMYK, lossless and 12-bit files are
/// refused.
enum JPEG {
  /// The picture as stored, not yet turned upright, with what its Exif block says.
  ///
  /// - Complexity: O(pixels); a progressive file takes up to 6 bytes a pixel more while decoded.
  static func decode(
    _ bytes: [UInt8], file: String, limits: Limits, work: Work
  ) throws -> StoredImage {
    try bytes.withUnsafeBufferPointer { bytes in
      let reader = try JPEGReader(bytes, file: file)
      let header = try reader.readHeader()
      let (width, height) = (Int(header.width), Int(header.height))
      try limits.check(width: width, height: height, file: file)
      let perBit = Int(header.pixels_per_bit)
      if perBit > 0 && width * height / (8 * perBit) > bytes.count {
        throw ImageError(.truncated(.jpeg), file: file)
      }
      var stored = StoredImage(kind: .jpeg, isGrey: header.is_grey)
      stored.take(
        profile: UnsafeBufferPointer(start: header.profile, count: header.profile_count), limits)
      stored.exif = Array(UnsafeBufferPointer(start: header.exif, count: header.exif_count))
      if header.pixels_per_metre_x > 0 && header.pixels_per_metre_y > 0 {
        stored.resolution = Resolution(
          x: header.pixels_per_metre_x, y: header.pixels_per_metre_y)
      }
      stored.pixels = try reader.readPixels(width: width, height: height, work: work)
      if reader.lacksEnd { stored.warnings.append(.lacksEnd) }
      stored.warnings += reader.warnings.map { .said(by: "libjpeg", $0) }
      return stored
    }
  }
}

extension JPEG {
  /// Width and height, as the head says.
  static func size(_ bytes: [UInt8], file: String) throws(ImageError) -> (Int, Int) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(ImageError) in
      let header = try JPEGReader(bytes, file: file).readHeader()
      return (Int(header.width), Int(header.height))
    }
  }
}

/// libjpeg's reader as an owned value; see CJPEG.h for what each step does.
private struct JPEGReader: ~Copyable {
  private let reader: OpaquePointer
  private let file: String

  /// - Precondition: `bytes` outlives the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(ImageError) {
    guard let reader = cjpeg_open(bytes.baseAddress, bytes.count) else {
      throw ImageError(.corrupt(.jpeg, "libjpeg cannot start"), file: file)
    }
    self.reader = reader
    self.file = file
  }

  deinit { cjpeg_close(reader) }

  func readHeader() throws(ImageError) -> cjpeg_header {
    var header = cjpeg_header()
    try check(cjpeg_read_header(reader, &header))
    return header
  }

  func readPixels(width: Int, height: Int, work: Work) throws -> Image {
    try check(cjpeg_start(reader))
    let pixels = try [RGBA].filled(count: width * height) { buffer in
      for start in stride(from: 0, to: height, by: 64) {
        try work.checkCancelled()
        try check(
          cjpeg_read_rows(
            reader, buffer.baseAddress! + start * width, width * 4, UInt32(min(64, height - start)))
        )
      }
    }
    try check(cjpeg_finish(reader))
    return Image(width: width, height: height, elements: pixels)
  }

  /// Whether the file ends after its pixels but without an end marker.
  var lacksEnd: Bool { cjpeg_lacks_end(reader) }

  var warnings: [String] {
    String(cString: cjpeg_warnings(reader)).split(separator: "\n").map(String.init)
  }

  private func check(_ succeeded: Bool) throws(ImageError) {
    if succeeded { return }
    let detail = String(cString: cjpeg_error(reader))
    let problem: ImageError.Problem =
      switch cjpeg_failure_kind(reader) {
      case cjpeg_is_truncated: .truncated(.jpeg)
      case cjpeg_is_cmyk: .unsupported("a CMYK JPEG", saveAs: "RGB JPEG or PNG")
      case cjpeg_is_unsupported:
        .unsupported("a JPEG of this kind (\(detail))", saveAs: "RGB JPEG or PNG")
      default: .corrupt(.jpeg, detail)
      }
    throw ImageError(problem, file: file)
  }
}
