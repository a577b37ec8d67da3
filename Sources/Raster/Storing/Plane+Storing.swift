// Planes are stored in runs.
//
// Idea: label maps, masks and line art have one value over long stretches of a row, so what is kept is how often a value comes
// again; what does not repeat stands as it is, after its count (PackBits, with counts of any size and values of any width).
//
//     width, height, then until all is told: a head, count << 1 | isRun in seven bits a byte, the lowest first;
//     after it one value, or `count` values
//
// Cost: on writing one pass, about 1 ns a pixel; reading fills memory about as fast as it can be written. A label map of
// 1600×1600 takes some 300 KB of its 5 MB, a scan full of noise hardly more than itself.

extension Plane: Storable where Element: FixedWidthInteger {
  @inlinable
  public init(_ known: Plane?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    let width: Int = try bytes.pass(known, \.width)
    let height: Int = try bytes.pass(known, \.height)
    if let known, !bytes.isReading {
      bytes.appendRuns(of: known.elements)
      self = known
      return
    }
    let (count, isTooLarge) = width.multipliedReportingOverflow(by: height)
    guard width >= 1, height >= 1, !isTooLarge, count <= StoredBytes.largestPlane else {
      throw BrokenBytes()
    }
    self.init(width: width, height: height, elements: try bytes.readRuns(count: count))
  }
}

extension StoredBytes {
  /// The most elements that a plane is believed to have.
  @usableFromInline static let largestPlane = 1 << 30
  /// Shorter runs are not worth their head.
  @usableFromInline static let shortestRun = 4

  @inlinable
  mutating func appendRuns<Element: FixedWidthInteger>(of elements: [Element]) {
    elements.withUnsafeBufferPointer { values in
      var told = 0
      var index = 0
      while index < values.count {
        let value = values[index]
        var end = index + 1
        while end < values.count && values[end] == value { end += 1 }
        if end - index >= Self.shortestRun {
          appendValues(values, told..<index)
          appendHead(count: end - index, isRun: true)
          withUnsafeBytes(of: value) { append($0) }
          told = end
        }
        index = end
      }
      appendValues(values, told..<values.count)
    }
  }

  /// Values that do not repeat.
  @inlinable
  mutating func appendValues<Element>(_ values: UnsafeBufferPointer<Element>, _ range: Range<Int>) {
    if range.isEmpty { return }
    appendHead(count: range.count, isRun: false)
    append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: values[range])))
  }

  @usableFromInline
  mutating func appendHead(count: Int, isRun: Bool) {
    var head = UInt64(count) << 1 | (isRun ? 1 : 0)
    repeat {
      let byte = UInt8(head & 0x7F)
      head >>= 7
      withUnsafeBytes(of: head > 0 ? byte | 0x80 : byte) { append($0) }
    } while head > 0
  }

  @inlinable
  mutating func readRuns<Element: FixedWidthInteger>(count: Int) throws(BrokenBytes) -> [Element] {
    // Not filled with zeros first: of a large picture that would be as much work as all else.
    let elements = [Element](unsafeUninitializedCapacity: count) { target, filled in
      while filled < count, let head = readHead(), head.count <= count - filled {
        let place = UnsafeMutableBufferPointer(rebasing: target[filled..<filled + head.count])
        if head.isRun {
          var value: Element = 0
          let isRead = withUnsafeMutableBytes(of: &value) { read(into: $0) }
          guard isRead else { break }
          place.initialize(repeating: value)
        } else {
          guard read(into: UnsafeMutableRawBufferPointer(place)) else { break }
        }
        filled += head.count
      }
    }
    guard elements.count == count else { throw BrokenBytes() }
    return elements
  }

  /// Whether there were enough bytes.
  @usableFromInline
  mutating func read(into target: UnsafeMutableRawBufferPointer) -> Bool {
    do throws(BrokenBytes) {
      try fill(target)
      return true
    } catch {
      return false
    }
  }

  /// The next head; nil where none stands. A count is at least 1.
  @usableFromInline
  mutating func readHead() -> (count: Int, isRun: Bool)? {
    var head: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 56, by: 7) {
      var byte: UInt8 = 0
      guard withUnsafeMutableBytes(of: &byte, { read(into: $0) }) else { return nil }
      head |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return head >= 2 ? (Int(head >> 1), head & 1 == 1) : nil }
    }
    return nil
  }
}
