import CZip
import Glibc

/// A zip archive put together in memory; the only file that calls libzip.
struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  /// The source that libzip writes to; kept past the archive to be read.
  private let output: OpaquePointer

  init() {
    // Only memory can run out here, which no caller could mend.
    guard let output = zip_source_buffer_create(nil, 0, 0, nil),
      let archive = zip_open_from_source(output, ZIP_CREATE | ZIP_TRUNCATE, nil)
    else { fatalError("libzip has no memory for an archive") }
    zip_source_keep(output)
    self.archive = archive
    self.output = output
  }

  /// Adds a file after those before it.
  ///
  /// - Parameters:
  ///   - name: its path inside, ASCII.
  ///   - isStored: written as it is, as what is packed already should be; otherwise deflated.
  mutating func add(_ name: String, _ bytes: [UInt8], isStored: Bool) {
    guard let copy = malloc(max(1, bytes.count)) else {
      fatalError("no memory for \(bytes.count) bytes of \(name)")
    }
    bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
    }
    // libzip frees the copy when it has written it.
    let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    precondition(
      index >= 0, "libzip does not take \(name): \(String(cString: zip_strerror(archive)))")
    let method = isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    zip_set_file_compression(archive, zip_uint64_t(index), zip_int32_t(method), 0)
    // Midnight of 1 January 1980, the format's first date: the same content gives the same bytes.
    zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
  }

  /// The whole archive.
  consuming func finished() -> [UInt8] {
    let closed = zip_close(archive)
    precondition(closed == 0, "libzip: \(String(cString: zip_strerror(archive)))")
    var status = zip_stat_t()
    zip_source_stat(output, &status)
    let size = Int(status.size)
    zip_source_open(output)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = Int(zip_source_read(output, buffer.baseAddress, zip_uint64_t(size)))
    }
    precondition(bytes.count == size, "libzip gave \(bytes.count) of \(size) bytes back")
    zip_source_close(output)
    zip_source_free(output)
    return bytes
  }
}
