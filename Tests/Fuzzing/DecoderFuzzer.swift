import ImageFormats
import Raster

/// What libFuzzer calls with each input: any bytes must give a picture or an `ImageError`. A picture
/// must survive being written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  decode(bytes)
  if ImageKind(of: bytes) == .png { decode(withChecksums(bytes)) }
  return 0
}

private func decode(_ bytes: [UInt8]) {
  let limits = Limits(pixels: 1 << 18, chunkBytes: 1 << 20)
  do {
    let decoded = try ImageFile.decode(bytes, limits: limits)
    let again = try ImageFile.decode(PNG.encode(decoded.pixels, indexed: true), limits: limits)
    precondition(again.pixels == decoded.pixels, "written and read again, it differs")
  } catch {
    precondition("\(error)".unicodeScalars.allSatisfy { $0.value >= 32 })
  }
  do { _ = try PNG.decodeGrey(bytes, limits: limits) } catch {
    precondition("\(error)".unicodeScalars.allSatisfy { $0.value >= 32 })
  }
}

/// A PNG with its chunks' checksums put right, so that changes to their content are decoded rather
/// than refused.
private func withChecksums(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var start = 8
  while start + 12 <= bytes.count {
    let size = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    guard size <= bytes.count - start - 12 else { break }
    let end = start + 8 + size
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes[start + 4..<end] {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    for index in 0..<4 { bytes[end + index] = UInt8(truncatingIfNeeded: ~crc >> (24 - 8 * index)) }
    start = end + 4
  }
  return bytes
}
