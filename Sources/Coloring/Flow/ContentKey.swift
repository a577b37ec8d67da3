internal import CXXHash

// The name of a stage's result, made from everything the result depends on: a 128-bit XXH3 of the
// pixels and settings, and of the keys of the stages before. Equal inputs give equal keys in every
// run and on every machine (numbers are hashed as little-endian bytes), so a cache may lie on disk.
// Hashing costs about 0.1 ms a megabyte. It does not protect against someone who makes collisions
// on purpose.

/// The name of a stage's result: equal exactly where all its inputs are equal.
public struct ContentKey: Hashable, Sendable, Encodable, CustomStringConvertible {
  public let high: UInt64
  public let low: UInt64

  /// 32 hexadecimal digits.
  public var description: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension ContentKey {
  /// The key of a file's bytes.
  public init(bytes: [UInt8]) {
    var hasher = ContentHasher()
    hasher.combine(bytes)
    self = hasher.key
  }
}

/// Takes in values, one after the other, and gives the key of them all. Stages' inputs come through `ContentKey(of:)`.
struct ContentHasher: ~Copyable {
  private let state: OpaquePointer

  init() {
    guard let state = XXH3_createState() else { fatalError("no memory for a hash of 600 bytes") }
    self.state = state
    XXH3_128bits_reset(state)
  }

  deinit { XXH3_freeState(state) }

  /// Takes in the values' bytes and their count, so that neighbours cannot run together.
  mutating func combine<Element: BitwiseCopyable>(_ values: [Element]) {
    combine(values.count)
    values.withUnsafeBytes { bytes in
      _ = XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }
  }

  mutating func combine(_ value: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(value)).littleEndian) { bytes in
      _ = XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }
  }

  mutating func combine(_ text: String) { combine(Array(text.utf8)) }

  /// The key of all that was taken in so far.
  var key: ContentKey {
    let hash = XXH3_128bits_digest(state)
    return ContentKey(high: hash.high64, low: hash.low64)
  }
}
