import CPNG

/// The header in front of a PNG's pixels.
struct PNGHeader {
  let width: Int
  let height: Int
  /// 1, 2, 4, 8 or 16.
  let bitDepth: Int
  let isInterlaced: Bool
  /// Without palette and colour.
  let isGrey: Bool
  let hasAlpha: Bool
  let isSRGB: Bool
  /// Encoded as linear to the power of this, 0.45455 for most; 0 where the file does not say.
  let gamma: Double
  /// x and y of white, red, green, blue; empty where the file does not say.
  let chromaticities: [Double]
  let resolution: Resolution?
  /// ICC; empty where there is none.
  let profile: [UInt8]
  /// Empty where there is none.
  let exif: [UInt8]

  fileprivate init(_ header: cpng_header) {
    width = Int(header.width)
    height = Int(header.height)
    bitDepth = Int(header.bit_depth)
    isInterlaced = header.is_interlaced
    isGrey = header.is_grey
    hasAlpha = header.has_alpha
    isSRGB = header.is_srgb
    gamma = header.gamma
    let c = header.chromaticities
    chromaticities = header.has_chromaticities ? [c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7] : []
    let (x, y) = (header.pixels_per_metre_x, header.pixels_per_metre_y)
    resolution = x > 0 && y > 0 ? Resolution(x: Double(x), y: Double(y)) : nil
    profile = Array(UnsafeBufferPointer(start: header.profile, count: header.profile_count))
    exif = Array(UnsafeBufferPointer(start: header.exif, count: header.exif_count))
  }
}

/// libpng's reader as an owned value; see CPNG.h for what each step does.
struct PNGReader: ~Copyable {
  private let reader: OpaquePointer
  private let file: String

  /// - Precondition: `bytes` outlives the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, chunkBytes: Int) throws(ImageError) {
    guard let reader = cpng_open(bytes.baseAddress, bytes.count, chunkBytes) else {
      throw ImageError(.corrupt(.png, "libpng cannot start"), file: file)
    }
    self.reader = reader
    self.file = file
  }

  deinit { cpng_close(reader) }

  func readHeader() throws(ImageError) -> PNGHeader {
    var header = cpng_header()
    try check(cpng_read_header(reader, &header))
    return PNGHeader(header)
  }

  func start(grey: Bool, sixteen: Bool) throws(ImageError) {
    try check(cpng_start(reader, grey, sixteen))
  }

  /// Reads the next `count` rows of `stride` bytes.
  func readRows(into rows: UnsafeMutableRawPointer, stride: Int, count: Int) throws(ImageError) {
    try check(cpng_read_rows(reader, rows, stride, UInt32(count)))
  }

  func finish() throws(ImageError) { try check(cpng_finish(reader)) }

  var warnings: [String] {
    String(cString: cpng_warnings(reader)).split(separator: "\n").map(String.init)
  }

  private func check(_ succeeded: Bool) throws(ImageError) {
    if succeeded { return }
    let detail = String(cString: cpng_error(reader))
    throw ImageError(
      cpng_is_truncated(reader) ? .truncated(.png) : .corrupt(.png, detail), file: file)
  }
}

extension PNGReader {
  /// The checksum of a chunk's name and content.
  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { cpng_checksum($0.baseAddress, $0.count) }
  }
}
