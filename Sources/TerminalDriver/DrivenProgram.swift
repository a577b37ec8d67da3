public import Glibc

// A program runs on a pseudo-terminal, and we are the person before it: bytes typed go in, bytes for the
// screen come out, and nothing between the two but the kernel. Reading is the caller's, so that one who reads slowly, or
// not at all, is a slow or a stalled terminal.

/// A program on a terminal of its own, driven from outside.
public final class DrivenProgram {
  public let process: pid_t
  private var master: Int32
  private var status: Int32?

  /// Starts a program; the terminal is its controlling one.
  ///
  /// - Parameter environment: all of it.
  /// - Throws: `DriverError`.
  public init(
    _ program: String, _ arguments: [String], columns: Int, rows: Int,
    environment: [String: String]
  ) throws {
    var slave: Int32 = -1
    master = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    // Not `ttyname`: terminals are opened on several threads at once, and would take one another's names.
    var name = [CChar](repeating: 0, count: 64)
    guard openpty(&master, &slave, nil, nil, &size) == 0, ttyname_r(slave, &name, name.count) == 0
    else {
      throw DriverError("no pseudo-terminal could be opened")
    }
    defer { close(slave) }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    do {
      process = try spawn(
        program, arguments, environment: environment, leadsSession: true
      ) { actions in
        // The first terminal that the leader of a session opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        for stream in [Int32(1), 2] { posix_spawn_file_actions_adddup2(&actions, 0, stream) }
      }
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if !isOver { send(SIGKILL) }
    _ = end(within: .seconds(5))
    hangUp()
  }

  // MARK: The person before it

  /// Types; waits while the terminal's own queue is full.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { sent += count }
      if count < 0 && errno != EAGAIN && errno != EINTR { return }
      if count < 0 { usleep(500) }
    }
  }

  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  public func send(_ signal: Int32) { kill(process, signal) }

  /// The terminal goes away, as when the network drops.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  // MARK: What is seen

  /// The output until nothing came for a while.
  public struct Response: Sendable {
    public var bytes: [UInt8] = []
    /// From the call to the first byte, and to the last; nil where none came.
    public var first: Duration?
    public var last: Duration?
  }

  /// Reads until nothing has come for `quiet`, after the first byte.
  ///
  /// - Parameters:
  ///   - limit: how long to wait for a first byte.
  ///   - text: reading ends as soon as this has come, nil for nothing.
  public func response(
    quiet: Duration, limit: Duration, until text: String? = nil
  ) -> Response {
    let start = ContinuousClock.now
    var response = Response()
    let wanted = text.map { Array($0.utf8) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let now = ContinuousClock.now - start
      let left = (response.last.map { $0 + quiet } ?? limit) - now
      var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard left > .zero else { return response }
      let ready = poll(&polled, 1, Int32(max(1, left / .milliseconds(1))))
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else { return response }
      let count = Glibc.read(master, &buffer, buffer.count)
      if count < 0 && (errno == EAGAIN || errno == EINTR) { continue }
      guard count > 0 else { return response }
      let moment = ContinuousClock.now - start
      response.first = response.first ?? moment
      response.last = moment
      response.bytes += buffer[..<count]
      if let wanted, response.bytes.suffix(count + wanted.count).contains(wanted) {
        return response
      }
    }
  }

  /// Reads at most so many bytes that are there now: a terminal at the end of a slow link.
  public func read(atMost limit: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(master, &buffer, limit)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Whether the terminal is as programs that read lines want it: echoing, waiting for Enter.
  public var isCooked: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & UInt32(ICANON | ECHO) != 0
  }

  // MARK: Its end

  public var isOver: Bool { end(within: .zero) != nil }

  /// How it ended.
  public enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Waits for the end; nil where it has not come in time.
  public func end(within limit: Duration) -> Ending? {
    let start = ContinuousClock.now
    while status == nil {
      var now: Int32 = 0
      if waitpid(process, &now, WNOHANG) == process { status = now }
      if status != nil || ContinuousClock.now - start >= limit { break }
      usleep(2000)
    }
    return status.map { $0 & 0x7f == 0 ? .exit($0 >> 8 & 0xff) : .signal($0 & 0x7f) }
  }
}
