import Raster

/// The little of an Exif block that matters to a drawing. What is damaged in it counts as absent.
struct Exif {
  /// 1…8 as the standard numbers them; 1 is upright.
  private(set) var orientation = 1
  private(set) var resolution: Resolution?

  /// - Parameter bytes: from the TIFF header on; an "Exif\0\0" before it is skipped.
  init(_ bytes: [UInt8]) {
    let prefix = Array("Exif\0\0".utf8)
    let tiff = TIFF(bytes: bytes.starts(with: prefix) ? Array(bytes.dropFirst(6)) : bytes)
    guard let tiff else { return }
    if let value = tiff.short(tag: 0x112), (1...8).contains(value) { orientation = value }
    if let x = tiff.rational(tag: 0x11a), let y = tiff.rational(tag: 0x11b), x > 0, y > 0 {
      // Unit 3 is a centimetre, 2 (and none) an inch.
      let unitsPerMetre = tiff.short(tag: 0x128) == 3 ? 100 : 1 / 0.0254
      resolution = Resolution(x: x * unitsPerMetre, y: y * unitsPerMetre)
    }
  }
}

/// The first directory of a TIFF block.
private struct TIFF {
  private let bytes: [UInt8]
  private let isBigEndian: Bool
  /// The start of its entries, of 12 bytes each.
  private var entries: Range<Int> = 0..<0

  init?(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0x4d, 0x4d, 0, 42]) {
      isBigEndian = true
    } else if bytes.starts(with: [0x49, 0x49, 42, 0]) {
      isBigEndian = false
    } else {
      return nil
    }
    guard let start = integer(at: 4, count: 4), let count = integer(at: start, count: 2) else {
      return nil
    }
    entries = start + 2..<start + 2 + count * 12
  }

  func short(tag: Int) -> Int? {
    entry(tag: tag, type: 3).flatMap { integer(at: $0 + 8, count: 2) }
  }

  func rational(tag: Int) -> Double? {
    guard let entry = entry(tag: tag, type: 5), let place = integer(at: entry + 8, count: 4),
      let numerator = integer(at: place, count: 4),
      let denominator = integer(at: place + 4, count: 4), denominator > 0
    else { return nil }
    return Double(numerator) / Double(denominator)
  }

  /// The place of the entry of that tag and type.
  private func entry(tag: Int, type: Int) -> Int? {
    stride(from: entries.lowerBound, to: entries.upperBound, by: 12).first {
      integer(at: $0, count: 2) == tag && integer(at: $0 + 2, count: 2) == type
    }
  }

  private func integer(at place: Int, count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    return (0..<count).reduce(0) { value, index in
      let byte = Int(bytes[place + index])
      return isBigEndian ? value << 8 | byte : value | byte << (8 * index)
    }
  }
}
