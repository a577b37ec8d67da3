public import Raster
internal import Regions

// The results of stages as bytes, for caches that outlive the program.
//
// Kept are those that take several times longer to make than to read: line art, regions, references, matches. Flats are
// made at once; shading and layers are as large as pictures, and about as quick to make as to read.
//
//     head    magic, format, the stage's version, key, the body's length and hash
//     body    the value as `Storable` has it
//
// Bytes are believed where their head is, to the bit, the one that their body would be given now. So what was cut short or
// damaged, has another name, or comes from another version of nurie or a machine of another byte order, is no result.

/// Results of stages as bytes.
public enum StoredResult {
  /// The head before the value.
  private struct Head: Storable, Equatable {
    static let size = 64

    /// "nuriestg".
    let magic: UInt64
    /// Raised when this head or how basic values are stored changes.
    let format: Int
    let version: Int
    let key: ContentKey
    let length: Int
    let hash: ContentKey

    init(_ body: [UInt8], key: ContentKey, of stage: StageKind) {
      var hasher = ContentHasher()
      hasher.combine(body)
      magic = 0x6774_7365_6972_756E
      format = 1
      version = stage.version
      self.key = key
      length = body.count
      hash = hasher.key
    }

    init(_ known: Head?, through bytes: inout StoredBytes) throws(BrokenBytes) {
      magic = try bytes.pass(known, \.magic)
      format = try bytes.pass(known, \.format)
      version = try bytes.pass(known, \.version)
      key = try bytes.pass(known, \.key)
      length = try bytes.pass(known, \.length)
      hash = try bytes.pass(known, \.hash)
    }
  }

  /// Whether results of a stage are worth keeping.
  public static func keeps(_ stage: StageKind) -> Bool { stage.stored != nil }

  /// The bytes of a stage's result; nil where they are not worth keeping.
  ///
  /// - Complexity: about 2 ns a pixel.
  public static func bytes(of value: any Sendable, for key: ContentKey, of stage: StageKind)
    -> [UInt8]?
  {
    guard let type = stage.stored, let value = value as? any Storable,
      Swift.type(of: value) == type
    else { return nil }
    let body = StoredBytes.of(value)
    return StoredBytes.of(Head(body, key: key, of: stage)) + body
  }

  /// The stage's result that the bytes hold; nil where they do not hold that of this key.
  ///
  /// - Complexity: below 1 ns a pixel, a reference some milliseconds more.
  public static func value(in bytes: [UInt8], for key: ContentKey, of stage: StageKind)
    -> (any Sendable)?
  {
    guard let type = stage.stored, bytes.count >= Head.size else { return nil }
    let body = Array(bytes[Head.size...])
    do throws(BrokenBytes) {
      let head = try StoredBytes.read(Head.self, from: Array(bytes[..<Head.size]))
      guard head == Head(body, key: key, of: stage) else { return nil }
      return try StoredBytes.read(type, from: body)
    } catch {
      return nil
    }
  }
}

extension ContentKey: Storable {
  public init(_ known: ContentKey?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    high = try bytes.pass(known, \.high)
    low = try bytes.pass(known, \.low)
  }
}
