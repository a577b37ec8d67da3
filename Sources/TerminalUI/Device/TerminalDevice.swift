import CRescue
import Glibc

/// A terminal as a pair of byte streams: its modes, its size, and the signals that come with it.
///
/// It is opened anew, not taken from the standard streams: to make those non-blocking would do the same
/// to the shell's. What is written goes out as the terminal takes it and never blocks.
final class TerminalDevice {
  struct Failure: Error {
    let reason: String
  }

  private let descriptor: Int32
  private let original: termios
  private let signals: Int32
  private var outbox: [UInt8] = []
  /// The number of bytes of the outbox that have gone out.
  private var sent = 0
  /// Whether it has gone: nothing more comes or goes.
  private(set) var isGone = false
  private(set) var isRaw = false

  /// - Parameters:
  ///   - path: of a terminal; `/dev/tty` is the process's own.
  ///   - catchesSignals: whether signals of the process come as `signals()`.
  init(path: String, catchesSignals: Bool) throws(Failure) {
    descriptor = open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else {
      let reason = String(cString: strerror(errno))
      Glibc.close(descriptor)
      throw Failure(reason: reason)
    }
    original = modes
    signals = catchesSignals ? crescue_catch_signals() : -1
  }

  deinit {
    if signals >= 0 { crescue_release_signals() }
    Glibc.close(descriptor)
  }

  /// Columns and rows; 80×24 where the terminal does not know.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (min(1000, Int(size.ws_col)), min(1000, Int(size.ws_row)))
  }

  // MARK: Modes

  /// Keys come as they are typed, unechoed; a crash puts everything back.
  ///
  /// - Parameter leaving: the bytes that undo what is written to the terminal from here on.
  func makeRaw(leaving: [UInt8]) {
    var modes = original
    cfmakeraw(&modes)
    var before = original
    crescue_arm(descriptor, &before, leaving, leaving.count)
    tcsetattr(descriptor, TCSANOW, &modes)
    isRaw = true
  }

  /// Puts back the modes that were found; what has not gone out is dropped but for `last`.
  func makeCooked(last: [UInt8]) {
    guard isRaw else { return }
    // Half of a sequence may have gone out: CAN ends it.
    let isCutOff = sent < outbox.count && sent > 0
    outbox = (isCutOff ? [0x18] : []) + last
    sent = 0
    // A terminal that reads nothing must not hold up the end for longer than this.
    for _ in 0..<10 where !flush() && !isGone { wait(milliseconds: 50, forOutput: true) }
    outbox = []
    sent = 0
    var modes = original
    tcsetattr(descriptor, TCSANOW, &modes)
    crescue_disarm()
    isRaw = false
  }

  // MARK: Output

  var hasPendingOutput: Bool { sent < outbox.count }

  func write(_ bytes: [UInt8]) {
    outbox += bytes
    flush()
  }

  /// Writes what the terminal takes now.
  ///
  /// - Returns: whether all is out.
  @discardableResult
  func flush() -> Bool {
    while hasPendingOutput && !isGone {
      let count = outbox[sent...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        sent += count
        continue
      }
      if errno == EINTR { continue }
      if errno != EAGAIN { isGone = true }
      break
    }
    if !hasPendingOutput || isGone {
      outbox.removeAll(keepingCapacity: outbox.capacity < 1 << 20)
      sent = 0
    }
    return !hasPendingOutput
  }

  // MARK: Input

  /// The bytes that have come from the terminal.
  func read() -> [UInt8] {
    var bytes: [UInt8] = []
    while !isGone {
      let count = withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 { bytes += UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
        return count
      }
      if count > 0 { continue }
      if count < 0 && errno == EINTR { continue }
      if count == 0 || errno != EAGAIN { isGone = true }
      break
    }
    return bytes
  }

  /// The signals that came, in order.
  func takeSignals() -> [Int32] {
    guard signals >= 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(signals, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map { Int32($0) } : []
  }

  /// Stops the process group; returns when it goes on.
  func stop() { crescue_stop() }

  /// Waits until something comes, output can go on, or `waker` has something to read.
  ///
  /// - Parameter milliseconds: nil waits without an end.
  func wait(milliseconds: Int?, waker: Int32 = -1, forOutput: Bool = false) {
    let wanted = (forOutput ? 0 : POLLIN) | (hasPendingOutput ? POLLOUT : 0)
    var polled = [
      pollfd(fd: isGone ? -1 : descriptor, events: Int16(wanted), revents: 0),
      pollfd(fd: forOutput ? -1 : signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    poll(&polled, nfds_t(polled.count), timeout)
    // Bytes sent before a hang-up can still be read, and reading then says that the terminal has gone.
    if polled[0].revents & Int16(POLLNVAL) != 0 { isGone = true }
  }
}
