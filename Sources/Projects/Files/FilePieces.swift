import Glibc

/// The contents of a file from some byte on; nil where they cannot be read, and `errno` says why.
func readBytes(_ path: String, from start: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  if descriptor < 0 { return nil }
  defer { close(descriptor) }
  var all: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while true {
    let place = off_t(start + all.count)
    let got = block.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, place) }
    if got < 0 && errno == EINTR { continue }
    if got < 0 { return nil }
    if got == 0 { return all }
    all += block.prefix(got)
  }
}

/// The last bytes of a file; nil where it cannot be read.
package func readTail(_ path: String, bytes count: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  if descriptor < 0 { return nil }
  defer { close(descriptor) }
  let size = lseek(descriptor, 0, SEEK_END)
  if size < 0 { return nil }
  var bytes = [UInt8](repeating: 0, count: min(count, Int(size)))
  let start = size - off_t(bytes.count)
  let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
  return got < 0 ? nil : Array(bytes.prefix(got))
}
