/// PackBits, the run-length code of PSD and TIFF.
enum PackBits {
  /// The count that no bytes follow, -128.
  static let nothing: UInt8 = 0x80

  /// Appends `row` to `bytes`: a count n of 0…127 and n + 1 bytes as they are, or of -127…-1 and one
  /// byte that stands for 1 - n of it.
  ///
  /// - Complexity: O(row); at most one byte in 128 more than it.
  static func pack(_ row: Span<UInt8>, onto bytes: inout [UInt8]) {
    var start = 0
    while start < row.count {
      let run = runLength(in: row, at: start)
      if run >= 3 {
        bytes.append(UInt8(bitPattern: Int8(1 - run)))
        bytes.append(row[start])
        start += run
        continue
      }
      // As they are, up to where a run of three begins.
      var end = start + run
      while end < row.count {
        if runLength(in: row, at: end, longest: 3) == 3 { break }
        end += 1
      }
      while start < end {
        let count = min(128, end - start)
        bytes.append(UInt8(count - 1))
        for x in start..<start + count { bytes.append(row[x]) }
        start += count
      }
    }
  }

  private static func runLength(in row: Span<UInt8>, at start: Int, longest: Int = 128) -> Int {
    let value = row[start]
    let end = min(row.count, start + longest)
    var x = start + 1
    while x < end {
      if row[x] != value { break }
      x += 1
    }
    return x - start
  }
}
