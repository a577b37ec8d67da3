// Numbers, texts, lists and places as bytes.

extension FixedWidthInteger where Self: Storable & BitwiseCopyable {
  @inlinable
  public init(_ known: Self?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    self = try bytes.passBits(known, zero: 0)
  }
}

extension Int: Storable {}
extension UInt8: Storable {}
extension UInt16: Storable {}
extension UInt32: Storable {}
extension UInt64: Storable {}

extension Float: Storable {
  @inlinable
  public init(_ known: Float?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    self = try bytes.passBits(known, zero: 0)
  }
}

extension Double: Storable {
  @inlinable
  public init(_ known: Double?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    self = try bytes.passBits(known, zero: 0)
  }
}

extension SIMD2: Storable where Scalar: Storable {
  public init(_ known: SIMD2?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    self.init(try bytes.pass(known, \.x), try bytes.pass(known, \.y))
  }
}

extension Bool: Storable {
  public init(_ known: Bool?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    let bit: UInt8 = try bytes.pass(value: known.map { $0 ? 1 : 0 })
    guard bit <= 1 else { throw BrokenBytes() }
    self = bit == 1
  }
}

extension Optional: Storable where Wrapped: Storable {
  public init(_ known: Wrapped??, through bytes: inout StoredBytes) throws(BrokenBytes) {
    let known: Wrapped? = known.flatMap { $0 }
    self = try bytes.pass(value: known != nil) ? .some(try bytes.pass(value: known)) : .none
  }
}

extension Array: Storable where Element: Storable {
  public init(_ known: [Element]?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    let count: Int = try bytes.pass(known, \.count)
    guard bytes.isReading else {
      self = known ?? []
      for element in self { _ = try bytes.pass(value: element) }
      return
    }
    // No element has less than a byte, so a wrong count asks for no more memory than there are bytes.
    guard (0...bytes.remaining).contains(count) else { throw BrokenBytes() }
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try bytes.pass(value: nil)) }
  }
}

extension String: Storable {
  public init(_ known: String?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    let letters: [UInt8] = try bytes.pass(value: known.map { Array($0.utf8) })
    guard let text = String(validating: letters, as: UTF8.self) else { throw BrokenBytes() }
    self = text
  }
}

extension Point: Storable {
  public init(_ known: Point?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    x = try bytes.pass(known, \.x)
    y = try bytes.pass(known, \.y)
  }
}

extension Box: Storable {
  public init(_ known: Box?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    x = try bytes.pass(known, \.x)
    y = try bytes.pass(known, \.y)
    width = try bytes.pass(known, \.width)
    height = try bytes.pass(known, \.height)
  }
}

extension RGBA: Storable {
  public init(_ known: RGBA?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    r = try bytes.pass(known, \.r)
    g = try bytes.pass(known, \.g)
    b = try bytes.pass(known, \.b)
    a = try bytes.pass(known, \.a)
  }
}
