public import Raster
internal import Regions

/// What a network sees of a region as a whole, in some 80 bytes: what else it sees, a direction, and the chances of the parts.
///
/// It outlives the drawing's analysis: kept with what the artist says of a region, it tells which regions of other drawings are
/// the same thing (`Example`). Only traits from one network's eyes can be compared.
public struct RegionTraits: Sendable, Hashable {
  /// Those of a region at which no network looked.
  static let none = RegionTraits([], .none)

  /// In 127ths.
  private let look: [Int8]
  let parts: PartChances
  /// A likeness below this says no more than this.
  private static let least = 0.02

  /// - Parameter look: of unit length, or empty.
  init(_ look: [Float], _ parts: PartChances) {
    self.look = look.map { Int8(max(-1, min(1, $0)) * 127) }
    self.parts = parts
  }

  /// How alike two regions are as things, 0…1, as `RegionFeatures.kinship(of:to:in:)` has it but for the rounding; 0 where nothing is
  /// known of one.
  ///
  /// - Complexity: O(channels).
  func kinship(to other: RegionTraits) -> Double {
    guard !look.isEmpty, look.count == other.look.count else { return 0 }
    var product: Int32 = 0
    for index in look.indices { product += Int32(look[index]) * Int32(other.look[index]) }
    return max(Self.least, Double(product) / (127 * 127))
      * max(Self.least, parts.overlap(with: other.parts))
  }
}

extension RegionTraits {
  /// The look's bytes, then those of the chances.
  public var bytes: [UInt8] { look.map { UInt8(bitPattern: $0) } + parts.bytes }

  /// Nil for too few bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count > Part.standard.count else { return nil }
    look = bytes.dropLast(Part.standard.count).map { Int8(bitPattern: $0) }
    parts = PartChances(bytes: Array(bytes.suffix(Part.standard.count)))
  }
}

extension RegionTraits: Storable {
  public init(_ known: RegionTraits?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    look = try bytes.pass(value: known?.look.map { UInt8(bitPattern: $0) })
      .map { Int8(bitPattern: $0) }
    parts = try bytes.pass(known, \.parts)
  }
}
