// Values as bytes, so that what took long to make can lie in a file until the next run.
//
// Idea: one initialiser a type does both directions. It gives each stored property what `StoredBytes.pass` hands back: on
// writing that is the known value, noted down on the way; on reading what stands there next. So the two directions cannot
// get out of step, and a property that is added without being passed does not compile, because it is not initialised.
//
// Numbers stand in the machine's byte order, little-endian on all that nurie runs on; planes in runs (`Plane+Storing.swift`).
// Nothing says which type stands where: who keeps bytes has to know, and to notice that they were damaged.

/// A value that can be written as bytes and read again.
public protocol Storable: Sendable {
  /// Writes or reads the value, as `bytes` is for.
  ///
  /// - Parameter known: the value to write; of no meaning on reading.
  /// - Throws: on reading, where no such value stands there.
  init(_ known: Self?, through bytes: inout StoredBytes) throws(BrokenBytes)
}

/// Bytes that do not hold the value that was looked for.
public struct BrokenBytes: Error {
  public init() {}
}

/// The bytes of a value while they are gathered, or read.
public struct StoredBytes: Sendable {
  /// The bytes written so far, or all there is to read.
  public private(set) var bytes: [UInt8]
  /// The place of the next value to read; nil on writing.
  @usableFromInline var place: Int?

  /// The bytes of a value.
  public static func of(_ value: some Storable) -> [UInt8] {
    var stored = StoredBytes(bytes: [], place: nil)
    // Writing does not throw: what is handed back is what was given.
    _ = try? stored.pass(value: value)
    return stored.bytes
  }

  /// The value that `bytes` hold, all of them.
  public static func read<Value: Storable>(_ type: Value.Type, from bytes: [UInt8])
    throws(BrokenBytes) -> Value
  {
    var stored = StoredBytes(bytes: bytes, place: 0)
    let value: Value = try stored.pass(value: nil)
    if stored.remaining > 0 { throw BrokenBytes() }
    return value
  }

  private init(bytes: [UInt8], place: Int?) {
    self.bytes = bytes
    self.place = place
  }

  public var isReading: Bool { place != nil }

  /// Bytes that are not read yet.
  public var remaining: Int { place.map { bytes.count - $0 } ?? 0 }

  /// Writes a property of the known value and gives it back, or gives the one that stands next.
  ///
  /// The key path says the property's type, so that one that may be nothing is stored as such: of `known?.name` nobody
  /// could tell whether the name is nothing or what has it.
  @inlinable
  public mutating func pass<Whole, Value: Storable>(
    _ known: Whole?, _ property: KeyPath<Whole, Value>
  ) throws(BrokenBytes) -> Value {
    guard let known else { return try pass(value: nil) }
    return try pass(value: known[keyPath: property])
  }

  /// The same for what has a raw value that can be stored.
  public mutating func pass<Whole, Value: RawRepresentable>(
    _ known: Whole?, _ property: KeyPath<Whole, Value>
  ) throws(BrokenBytes) -> Value where Value.RawValue: Storable {
    let raw: Value.RawValue = try pass(value: known?[keyPath: property].rawValue)
    guard let value = Value(rawValue: raw) else { throw BrokenBytes() }
    return value
  }

  /// Writes the known value and gives it back, or gives the one that stands next.
  @inlinable
  public mutating func pass<Value: Storable>(value known: Value?) throws(BrokenBytes) -> Value {
    try Value(known, through: &self)
  }

  /// Writes a number's bytes and gives it back, or makes one of those that stand next.
  @inlinable
  mutating func passBits<Value: BitwiseCopyable>(_ known: Value?, zero: Value) throws(BrokenBytes)
    -> Value
  {
    guard isReading else {
      guard let known else { preconditionFailure("no value to write") }
      withUnsafeBytes(of: known) { append($0) }
      return known
    }
    var value = zero
    try withUnsafeMutableBytes(of: &value) { target throws(BrokenBytes) in try fill(target) }
    return value
  }

  /// Writes bytes.
  @usableFromInline
  mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  /// Reads as many bytes as `target` has room for.
  @usableFromInline
  mutating func fill(_ target: UnsafeMutableRawBufferPointer) throws(BrokenBytes) {
    guard let start = place, target.count <= remaining else { throw BrokenBytes() }
    bytes.withUnsafeBytes { source in
      target.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: source[start..<start + target.count]))
    }
    place = start + target.count
  }
}
