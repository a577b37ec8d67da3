/// The number of paints that each part is known to have, by `Part.id`.
public struct PaintCounts: Sendable, Hashable {
  private let counts: [String: Int]

  /// - Parameter counts: at least 1 each.
  init(_ counts: [String: Int]) { self.counts = counts }

  public subscript(part: String) -> Int { counts[part, default: 0] }

  /// Whether who says that a region is of this part has said enough of its paint: the part has one; or none that anybody
  /// knows of, and then the reference is to be looked at and not the region. Among several the region's may be wrong.
  public func settles(_ part: String) -> Bool { self[part] <= 1 }
}
