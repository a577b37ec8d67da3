public import Raster

extension RegionMap {
  /// The number of labels that there are for regions.
  public static let mostRegions = Int(UInt16.max)

  /// The remark that a drawing has more regions than there are labels; the smallest were merged into their neighbours.
  public struct Warning: Hashable, Sendable, CustomStringConvertible {
    /// How many it has.
    public let found: Int

    public init(found: Int) { self.found = found }

    public var description: String {
      "The drawing has \(found) regions; the smallest \(found - mostRegions) were merged into their neighbours, as \(mostRegions) is the most."
    }
  }
}

extension RegionMap.Warning: Storable {
  public init(_ known: Self?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    found = try bytes.pass(known, \.found)
    guard found > RegionMap.mostRegions else { throw BrokenBytes() }
  }
}
