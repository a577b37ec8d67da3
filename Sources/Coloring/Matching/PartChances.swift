import Raster
import Regions

/// The chances of a region to show each standard part, as the engine's features have them; none where it makes no features.
struct PartChances: Sendable, Hashable {
  static let none = PartChances([])

  /// The chance from which on a part is told.
  private static let likely = 0.45

  /// In 255ths, in the order of `Part.standard`, or empty.
  let bytes: [UInt8]

  /// - Parameter chances: 0…1, in the order of `Part.standard`, or none.
  init(_ chances: [Float]) { bytes = chances.map { UInt8(min(1, max(0, $0)) * 255 + 0.5) } }

  /// - Parameter bytes: as `bytes` gave them.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The likeness of two regions' chances, 0…1 (Bhattacharyya's coefficient); 1 where nobody tells any.
  func overlap(with other: PartChances) -> Double {
    guard !bytes.isEmpty, bytes.count == other.bytes.count else { return 1 }
    return zip(bytes, other.bytes).reduce(0) {
      $0 + (Double($1.0) * Double($1.1)).squareRoot() / 255
    }
  }

  /// The part of the figure that regions which show one thing most likely show, and its chance; nil where none is likely.
  static func likeliest(of regions: [PartChances]) -> (part: String, chance: Double)? {
    let known = regions.filter { $0 != none }
    if known.isEmpty { return nil }
    let means = Part.standard.indices.map { part in
      known.reduce(0) { $0 + Double($1.bytes[part]) } / Double(255 * known.count)
    }
    let best = means.indices.max { means[$0] < means[$1] } ?? 0
    let part = Part.standard[best].id
    return means[best] >= likely && part != "background" ? (part, means[best]) : nil
  }
}

extension PartChances: Storable {
  init(_ known: PartChances?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    self.bytes = try bytes.pass(known, \.bytes)
    guard self.bytes.isEmpty || self.bytes.count == Part.standard.count else { throw BrokenBytes() }
  }
}
