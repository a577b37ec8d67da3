public import Raster

/// One value for each region of a map, found by the region's label: 1 … `count`.
///
/// An array that counts from 1, and as fast: label 0, which pixels have that belong to no region, is none of its places.
public struct RegionTable<Value> {
  /// The values in the order of the labels, that of label 1 first: `[count]`.
  @usableFromInline var values: [Value]

  /// The values of regions 1 … `values.count`, in this order.
  @inlinable
  public init(_ values: [Value]) { self.values = values }

  /// The same value for each of `count` regions.
  @inlinable
  public init(repeating value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  /// The value that `value` makes of each region of a map.
  @inlinable
  public init<Failure: Error>(
    _ map: RegionMap, _ value: (Region) throws(Failure) -> Value
  ) throws(Failure) {
    values = try map.regions.map(value)
  }

  /// The number of regions.
  @inlinable
  public var count: Int { values.count }

  /// The regions' labels, in order.
  @inlinable
  public var labels: some Sequence<UInt16> { (0..<values.count).lazy.map { UInt16($0 + 1) } }

  /// The value of a region.
  ///
  /// - Precondition: `label` is 1 … `count`.
  @inlinable
  public subscript(label: UInt16) -> Value {
    get { values[Int(label) - 1] }
    _modify { yield &values[Int(label) - 1] }
  }

  /// The value of a region, or for label 0 that of pixels that belong to none.
  ///
  /// - Precondition: `label` is 0 … `count`.
  @inlinable
  public subscript(label: UInt16, ofNone none: @autoclosure () -> Value) -> Value {
    label == 0 ? none() : values[Int(label) - 1]
  }

  /// A table of what `transform` makes of each value.
  @inlinable
  public func mapValues<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> RegionTable<Other> {
    RegionTable<Other>(try values.map(transform))
  }
}

/// The values in the order of the labels.
extension RegionTable: Sequence {
  @inlinable
  public func makeIterator() -> IndexingIterator<[Value]> { values.makeIterator() }

  @inlinable
  public var underestimatedCount: Int { values.count }
}

extension RegionTable: ExpressibleByArrayLiteral {
  public init(arrayLiteral values: Value...) { self.init(values) }
}

extension RegionTable: Sendable where Value: Sendable {}
extension RegionTable: Equatable where Value: Equatable {}
extension RegionTable: Hashable where Value: Hashable {}

/// A table is stored as the array of its values.
extension RegionTable: Storable where Value: Storable {
  public init(_ known: RegionTable?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    values = try bytes.pass(value: known?.values)
  }
}
