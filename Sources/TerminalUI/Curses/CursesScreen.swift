import CTerminal

/// A screen that ncurses keeps in memory: rows of cells in, the fewest bytes that draw their difference out.
struct CursesScreen: ~Copyable {
  private let screen: OpaquePointer
  /// The greatest number of pairs of colours, the terminal's own one, 0, included.
  let pairLimit: Int

  /// A cell as ncurses takes it.
  struct Code {
    /// 0 in the right half of a wide character.
    var scalar: UInt32
    var pair: UInt32
    var attributes: CellStyle.Attributes
  }

  /// Nil where ncurses refuses the entry, and while another screen is there: ncurses draws on one at a time.
  ///
  /// Changes the environment for a moment: make it before other threads read that.
  init?(_ terminfo: Terminfo, columns: Int, rows: Int) {
    guard
      let screen = cterminal_open(
        terminfo.source, Terminfo.entryName, Int32(rows), Int32(columns))
    else { return nil }
    self.screen = screen
    pairLimit = Int(cterminal_pair_limit(screen))
  }

  deinit { cterminal_close(screen) }

  func resize(columns: Int, rows: Int) { cterminal_resize(screen, Int32(rows), Int32(columns)) }

  /// Gives a pair its colours; once, since a second time costs a scan of the screen.
  func definePair(_ pair: Int, foreground: Int32, background: Int32) -> Bool {
    cterminal_define_pair(screen, Int32(pair), foreground, background)
  }

  /// Forgets all pairs; after it put every row.
  func forgetPairs() { cterminal_forget_pairs(screen) }

  func put(_ row: [Code], y: Int) {
    let cells = row.map {
      cterminal_cell(
        scalar: $0.scalar, pair: $0.pair, attributes: UInt32($0.attributes.rawValue))
    }
    cterminal_put_row(screen, Int32(y), cells, Int32(cells.count))
  }

  /// Sets the cursor's place in the next frame; nil hides it.
  func putCursor(_ place: (x: Int, y: Int)?) {
    if let place {
      cterminal_put_cursor(screen, Int32(place.y), Int32(place.x))
    } else {
      cterminal_hide_cursor(screen)
    }
  }

  /// The next frame clears the terminal and draws everything.
  func repaint() { cterminal_repaint(screen) }

  /// The bytes that draw what was put since the last call.
  func encode() -> [UInt8] {
    var count = 0
    guard let bytes = cterminal_encode(screen, &count) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
