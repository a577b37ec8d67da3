import CTerminal

/// The terminfo database's word on a terminal, and the entry nurie draws with.
///
/// The entry is the terminal's own with other colours: whatever the terminal's entry says, a colour's number
/// is either `0xrrggbb` or `paletteBase` + a number of the terminal's 256. So one entry serves every
/// terminal and every depth, 24-bit colour needs no package of entries, and a depth found out later needs
/// no other screen. It is handed to ncurses in memory.
struct Terminfo {
  /// The number of the palette's first colour.
  static let paletteBase: Int32 = 0x0100_0000
  static let entryName = "nurie"

  /// By position in a compiled entry; absent numbers are -1.
  private var flags: [Bool]
  private var numbers: [Int32]
  private var strings: [[UInt8]?]

  /// The entry of a terminal; nil where the database has none.
  init?(_ term: String) {
    guard cterminal_load(term) else { return nil }
    flags = (0..<cterminal_flag_count()).map { cterminal_flag($0) }
    numbers = (0..<cterminal_number_count()).map { cterminal_number($0) }
    strings = (0..<cterminal_string_count()).map { index in
      cterminal_string(index).map { Array(String(cString: $0).utf8) }
    }
  }

  /// The number of colours that the database states; 0 for none.
  var colors: Int { max(0, Int(number("colors"))) }

  private func number(_ name: String) -> Int32 { numbers[Int(cterminal_number_index(name))] }

  /// A capability's bytes, without the waiting times that only printing terminals need.
  func string(_ name: String) -> [UInt8]? {
    strings[Int(cterminal_string_index(name))].map { bytes in
      var kept: [UInt8] = []
      var rest = bytes[...]
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
          let end = rest.firstIndex(of: UInt8(ascii: ">"))
        {
          rest = rest[(end + 1)...]
        } else {
          kept.append(byte)
        }
      }
      return kept
    }
  }

  private mutating func set(_ name: String, _ value: String?) {
    strings[Int(cterminal_string_index(name))] = value.map { Array($0.utf8) }
  }

  /// The value of the variable `TERMINFO` with which ncurses finds nurie's entry.
  var source: String {
    var entry = self
    // Tab stops may have been changed, the alternate screen is entered elsewhere, colours cannot be redefined, and a
    // scrolling region, which ncurses sets for the entry's own number of rows, would stop movements down at its edge.
    for name in [
      "ht", "cbt", "smcup", "rmcup", "initc", "initp", "oc", "setf", "setb", "scp", "csr",
    ] {
      entry.set(name, nil)
    }
    entry.flags[Int(cterminal_flag_index("ccc"))] = false
    entry.numbers[Int(cterminal_number_index("it"))] = -1
    // ncurses refuses an entry without a size, such as the console's, unless it is the process's first; the real size
    // is told it later.
    entry.numbers[Int(cterminal_number_index("lines"))] = 24
    entry.numbers[Int(cterminal_number_index("cols"))] = 80
    entry.numbers[Int(cterminal_number_index("colors"))] = Self.paletteBase + 256
    entry.numbers[Int(cterminal_number_index("pairs"))] = 0x10000
    entry.set("setaf", Self.selecting(kind: 3, bright: 9))
    entry.set("setab", Self.selecting(kind: 4, bright: 10))
    entry.set("op", "\u{1b}[39;49m")
    return "hex:" + entry.compiled().map { hex($0) }.joined()
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// The capability that selects a colour: `38;2;r;g;b`, `38;5;n`, `3n` or `9n`.
  ///
  /// With semicolons: some terminals do not read the standard's colons.
  private static func selecting(kind: Int, bright: Int) -> String {
    let base = paletteBase
    return "\u{1b}[%?%p1%{\(base)}%<%t\(kind)8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;"
      + "%p1%{255}%&%d%e%p1%{\(base + 8)}%<%t\(kind)%p1%{\(base)}%-%d"
      + "%e%p1%{\(base + 16)}%<%t\(bright)%p1%{\(base + 8)}%-%d"
      + "%e\(kind)8;5;%p1%{\(base)}%-%d%;m"
  }

  /// The entry in the compiled form of term(5), with 32-bit numbers and the extended flag `RGB`.
  ///
  /// Without that flag ncurses would keep a table of all 16 million colours.
  private func compiled() -> [UInt8] {
    var offsets: [Int16] = []
    var table: [UInt8] = []
    for string in strings {
      offsets.append(string == nil ? -1 : Int16(table.count))
      if let string { table += string + [0] }
    }
    let name = Array(Self.entryName.utf8) + [0]
    var bytes: [UInt8] = []
    func align() { if bytes.count % 2 == 1 { bytes.append(0) } }
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    for value in [0o1036, name.count, flags.count, numbers.count, strings.count, table.count] {
      append(Int16(value))
    }
    bytes += name
    bytes += flags.map { $0 ? 1 : 0 }
    align()
    for value in numbers { append(value) }
    for value in offsets { append(value) }
    bytes += table
    align()
    let extended = Array("RGB".utf8) + [0]
    // One flag, no number, no string; one name in a table of its length.
    for value in [1, 0, 0, 1, extended.count] { append(Int16(value)) }
    bytes += [1, 0]
    append(Int16(0))
    return bytes + extended
  }
}
