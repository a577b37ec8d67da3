/// The two colours that each of ncurses' numbered pairs stands for.
///
/// A pair keeps its colours for as long as the table lasts: to give a used one others makes ncurses scan the
/// whole screen, 150 ms for a frame's worth. When all are taken, everything is forgotten at once.
struct ColorPairs {
  /// Pairs 1 ..< limit; 0 is the terminal's own colours.
  let limit: Int
  private var numbers: [UInt64: Int] = [:]

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { numbers.count + 1 >= limit }

  enum Lookup {
    case known(Int)
    /// The number is new: it has no colours yet.
    case new(Int)
    case full
  }

  mutating func number(_ foreground: Int32, _ background: Int32) -> Lookup {
    if foreground == ColorCodes.terminal && background == ColorCodes.terminal { return .known(0) }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let number = numbers[key] { return .known(number) }
    if isFull { return .full }
    let number = numbers.count + 1
    numbers[key] = number
    return .new(number)
  }

  mutating func forgetAll() { numbers.removeAll(keepingCapacity: true) }
}
