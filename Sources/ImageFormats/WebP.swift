import CWebP
import Raster

/// WebP files: lossy and lossless, with and without alpha. Animated ones are refused.
enum WebP {
  /// The picture as stored.
  ///
  /// - Complexity: O(pixels); libwebp takes up to 4 bytes a pixel more while it decodes.
  static func decode(
    _ bytes: [UInt8], file: String, limits: Limits
  ) throws(ImageError) -> StoredImage {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ImageError) in
      var config = WebPDecoderConfig()
      precondition(WebPInitDecoderConfig(&config) != 0, "libwebp of another ABI")
      try check(WebPGetFeatures(buffer.baseAddress, buffer.count, &config.input), file: file)
      if config.input.has_animation != 0 {
        throw ImageError(.unsupported("an animated WebP", saveAs: "a single picture"), file: file)
      }
      let (width, height) = (Int(config.input.width), Int(config.input.height))
      try limits.check(width: width, height: height, file: file)

      config.output.colorspace = MODE_RGBA
      config.output.is_external_memory = 1
      let count = width * height
      let pixels = try [RGBA].filled(count: count) { (pixels) throws(ImageError) in
        let rows = UnsafeMutableRawPointer(pixels.baseAddress!)
        config.output.u.RGBA.rgba = rows.assumingMemoryBound(to: UInt8.self)
        config.output.u.RGBA.stride = Int32(width * 4)
        config.output.u.RGBA.size = count * 4
        try check(WebPDecode(buffer.baseAddress, buffer.count, &config), file: file)
      }

      var stored = StoredImage(kind: .webp, hasAlpha: config.input.has_alpha != 0)
      stored.pixels = Image(width: width, height: height, elements: pixels)
      stored.take(profile: chunk("ICCP", of: bytes), limits)
      stored.exif = Array(chunk("EXIF", of: bytes))
      return stored
    }
  }

  /// Width and height, as the head says.
  static func size(_ bytes: [UInt8], file: String) throws(ImageError) -> (Int, Int) {
    var features = WebPBitstreamFeatures()
    try check(WebPGetFeatures(bytes, bytes.count, &features), file: file)
    return (Int(features.width), Int(features.height))
  }

  private static func check(_ status: VP8StatusCode, file: String) throws(ImageError) {
    let detail: String
    switch status {
    case VP8_STATUS_OK: return
    case VP8_STATUS_NOT_ENOUGH_DATA, VP8_STATUS_SUSPENDED:
      throw ImageError(.truncated(.webp), file: file)
    case VP8_STATUS_UNSUPPORTED_FEATURE: detail = "a feature that libwebp does not know"
    case VP8_STATUS_OUT_OF_MEMORY: detail = "it wants more memory than there is"
    default: detail = "its pixels cannot be decoded"
    }
    throw ImageError(.corrupt(.webp, detail), file: file)
  }

  /// The content of the file's first chunk of that name; empty where there is none.
  private static func chunk(_ name: String, of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var start = 12
    while start + 8 <= bytes.count {
      let size = (0..<4).reduce(0) { $0 | Int(bytes[start + 4 + $1]) << (8 * $1) }
      let content = start + 8
      guard size <= bytes.count - content else { return [] }
      if bytes[start..<start + 4].elementsEqual(name.utf8) {
        return bytes[content..<content + size]
      }
      // Chunks are padded to even sizes.
      start = content + size + size % 2
    }
    return []
  }
}
