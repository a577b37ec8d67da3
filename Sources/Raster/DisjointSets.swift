/// A partition of 0 ..< `count` that grows coarser: union-find.
///
/// A set is represented by its smallest member, so the order of unions does not show in the result.
/// - Complexity: each operation nearly O(1), amortised; 4 bytes an element.
public struct DisjointSets: Sendable {
  /// Each element's parent; never greater than the element.
  private var parents: [Int32]

  /// Every element in a set of its own.
  public init(count: Int) {
    precondition(count <= Int32.max, "\(count) elements")
    parents = Array(0..<Int32(count))
  }

  public var count: Int { parents.count }

  /// The smallest member of the set that `element` is in.
  public mutating func representative(of element: Int) -> Int {
    var element = element
    while true {
      let parent = Int(parents[element])
      if parent == element { return element }
      // Halving the path keeps it short without a second walk.
      let grandparent = parents[parent]
      parents[element] = grandparent
      element = Int(grandparent)
    }
  }

  /// Makes the sets of `first` and `second` one.
  ///
  /// - Returns: whether they were two.
  @discardableResult
  public mutating func unite(_ first: Int, _ second: Int) -> Bool {
    let a = representative(of: first)
    let b = representative(of: second)
    if a == b { return false }
    parents[max(a, b)] = Int32(min(a, b))
    return true
  }
}
