import Glibc

/// Ends a poll from another thread: a pipe whose reading end is polled too.
struct Waker: ~Copyable {
  /// To be polled.
  let descriptor: Int32
  private let writer: Int32

  /// Where there are no more descriptors nothing can be woken, and waits end by their time.
  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    (descriptor, writer) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writer)
  }

  /// From any thread.
  func wake() {
    var byte: UInt8 = 0
    // A full pipe wakes as well as a fuller one.
    _ = write(writer, &byte, 1)
  }

  /// Whether it was woken since the last call.
  func takeWakeUps() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64)
    var isWoken = false
    while read(descriptor, &bytes, bytes.count) > 0 { isWoken = true }
    return isWoken
  }
}
