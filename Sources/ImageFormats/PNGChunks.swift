// What a PNG says outside of where libpng looks. The specification wants a resolution in front of the pixels and leaves
// Exif its choice; ImageMagick writes Exif after them. An animation (APNG) is told by chunks that libpng does not know.

/// The chunks of a PNG that libpng's header lacks. What is damaged among them counts as absent.
struct PNGChunks {
  /// The first block of Exif that stands after the pixels; empty where there is none.
  private(set) var lateExif: [UInt8] = []
  /// A resolution that stands after the pixels.
  private(set) var lateResolution: Resolution?
  /// Whether it is an animation.
  private(set) var isAnimation = false
  /// Whether the picture that every reader shows is the animation's first.
  private(set) var isFirstFrame = false

  /// - Parameter bytes: a whole file, from the signature on.
  /// - Complexity: O(chunks + bytes of those that count).
  init(_ bytes: [UInt8]) {
    var isAfterPixels = false
    var place = 8
    // Length, name, content, checksum.
    while place + 12 <= bytes.count {
      let length = Self.integer(in: bytes, at: place)
      let end = place + 12 + length
      guard end <= bytes.count else { return }
      let content = place + 8..<place + 8 + length
      switch (String(decoding: bytes[place + 4..<place + 8], as: UTF8.self), isAfterPixels) {
      case ("IDAT", _): isAfterPixels = true
      case ("IEND", _): return
      case ("acTL", false): isAnimation = true
      case ("fcTL", false): isFirstFrame = true
      case ("eXIf", true) where lateExif.isEmpty && Self.isSound(bytes, content):
        lateExif = Array(bytes[content])
      case ("pHYs", true) where length == 9 && Self.isSound(bytes, content):
        let x = Self.integer(in: bytes, at: content.lowerBound)
        let y = Self.integer(in: bytes, at: content.lowerBound + 4)
        // Unit 1 is the metre; without one it is a pixel's shape only.
        if bytes[content.upperBound - 1] == 1, x > 0, y > 0 {
          lateResolution = Resolution(x: Double(x), y: Double(y))
        }
      default: break
      }
      place = end
    }
  }

  /// The warning for who takes the file for a single picture; nil where it is one.
  var warning: ImageWarning.Problem? {
    if !isAnimation { return nil }
    return isFirstFrame ? .firstFrame : .noFrame
  }

  private static func integer(in bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether the checksum after `content` is that of the chunk's name and content.
  private static func isSound(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    integer(in: bytes, at: content.upperBound)
      == Int(PNGReader.checksum(of: bytes[content.lowerBound - 4..<content.upperBound]))
  }
}
