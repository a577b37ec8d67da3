import CZlib

/// zlib's deflate, a band at a time: bands are compressed on several threads and joined, since a
/// band that ends in a sync flush ends on a byte and needs nothing of the one before.
enum Deflate {
  /// Raw deflate of `bytes`, and their Adler-32.
  ///
  /// - Parameters:
  ///   - level: zlib's, 0…9.
  ///   - isLast: whether the stream ends here.
  static func band(_ bytes: [UInt8], level: Int32, isLast: Bool) -> (deflated: [UInt8], adler: UInt)
  {
    var stream = z_stream()
    let version = deflateInit2_(
      &stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    precondition(version == Z_OK, "deflateInit2 returned \(version)")
    defer { deflateEnd(&stream) }
    // The flush adds at most an empty stored block of five bytes and the open block's end.
    let capacity = Int(deflateBound(&stream, UInt(bytes.count))) + 16
    let deflated = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      bytes.withUnsafeBufferPointer { bytes in
        stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.avail_in = UInt32(bytes.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(capacity)
        let status = deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
        precondition(
          status == (isLast ? Z_STREAM_END : Z_OK) && stream.avail_in == 0,
          "deflate returned \(status)")
      }
      count = capacity - Int(stream.avail_out)
    }
    return (deflated, checksum(adler32, bytes))
  }

  /// The Adler-32 of two stretches in a row, the second of `count` bytes.
  static func joined(_ first: UInt, _ second: UInt, count: Int) -> UInt {
    adler32_combine(first, second, count)
  }

  /// The CRC-32 that PNG chunks end with.
  static func crc(_ bytes: [UInt8]) -> UInt32 { UInt32(checksum(crc32, bytes)) }

  private static func checksum(
    _ function: (UInt, UnsafePointer<UInt8>?, UInt32) -> UInt, _ bytes: [UInt8]
  ) -> UInt {
    bytes.withUnsafeBufferPointer { bytes in
      function(function(0, nil, 0), bytes.baseAddress, UInt32(bytes.count))
    }
  }
}
