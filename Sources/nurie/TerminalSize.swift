import Glibc

/// The width of the terminal that stdout is; nil where it is none.
func terminalColumns() -> Int? { terminalSize()?.columns }

/// The size of the terminal that stdout is; nil where it is none.
func terminalSize() -> (columns: Int, rows: Int)? {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
    size.ws_col > 0, size.ws_row > 0
  else { return nil }
  return (Int(size.ws_col), Int(size.ws_row))
}
