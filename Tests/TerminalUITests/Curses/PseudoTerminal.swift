import Glibc
import Testing

/// A terminal that the test plays: what the backend writes comes out of it, what it writes the backend reads.
final class PseudoTerminal {
  /// Of the side programs open.
  let path: String
  private let master: Int32
  private let slave: Int32

  init(columns: Int = 80, rows: Int = 24) throws {
    var (master, slave) = (Int32(-1), Int32(-1))
    let failure = openpty(&master, &slave, nil, nil, nil)
    try #require(failure == 0)
    path = String(cString: try #require(ttyname(slave)))
    (self.master, self.slave) = (master, slave)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit { close() }

  private var isClosed = false

  /// The terminal goes away.
  func close() {
    guard !isClosed else { return }
    Glibc.close(master)
    Glibc.close(slave)
    isClosed = true
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// What came out so far.
  func read() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  func text() -> String { String(decoding: read(), as: UTF8.self) }

  /// As if it were typed.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(master, bytes, bytes.count)
  }
}
