/// A rectangle of values, `[H, W]`, row by row from the top left.
///
/// Pictures, label maps, masks and distance maps are all planes; what differs is the element.
/// Hot loops take whole rows (`row(_:)`, `Work.forEachRow`), not single pixels: across modules
/// `plane[x, y]` costs about fifty times as much as the same work over a span.
public struct Plane<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Columns; at least 1.
  public let width: Int
  /// Rows; at least 1.
  public let height: Int
  @usableFromInline
  var storage: [Element]

  /// The values, row by row: `elements[y * width + x]`; always `width * height` of them.
  public var elements: [Element] {
    @inlinable
    get { storage }
    // In place: with `didSet` other modules would copy the whole plane to change one element.
    @inlinable
    _modify {
      yield &storage
      precondition(storage.count == width * height, "a plane keeps its size")
    }
  }

  /// A plane of one value.
  ///
  /// - Precondition: `width` and `height` are at least 1.
  /// - Complexity: O(width · height).
  @inlinable
  public init(width: Int, height: Int, repeating value: Element) {
    precondition(width >= 1 && height >= 1, "a plane of \(width)×\(height)")
    self.width = width
    self.height = height
    storage = Array(repeating: value, count: width * height)
  }

  /// A plane filled row by row, on several threads at a time.
  ///
  /// Each row is set to `value` by the thread that then fills it: so the memory is taken by both, and is still
  /// in their caches. A plane of one value, filled afterwards, would go through memory twice, once on one thread.
  ///
  /// - Parameters:
  ///   - smallest: the fewest rows worth a thread of their own.
  ///   - body: gets the row's number and the row, `[W]`, all `value`; none should take more than 20 ms.
  /// - Precondition: `width` and `height` are at least 1.
  /// - Throws: `Cancelled`, asked for before each row.
  @inlinable
  public init(
    width: Int, height: Int, repeating value: Element, smallest: Int = 16, work: Work,
    _ body: @Sendable (_ y: Int, _ row: inout MutableSpan<Element>) -> Void
  ) throws(Cancelled) {
    precondition(width >= 1 && height >= 1, "a plane of \(width)×\(height)")
    self.width = width
    self.height = height
    storage = Array(unsafeUninitializedCapacity: width * height) { buffer, count in
      // Bands are disjoint, so no two threads touch the same row.
      nonisolated(unsafe) let buffer = buffer
      work.forEachBand(of: height, smallest: smallest) { rows in
        for y in rows {
          let slice = UnsafeMutableBufferPointer(rebasing: buffer[y * width..<(y + 1) * width])
          slice.initialize(repeating: value)
          if work.isCancelled { continue }
          var row = MutableSpan(_unsafeElements: slice)
          body(y, &row)
        }
      }
      count = width * height
    }
    try work.checkCancelled()
  }

  /// A plane of the given values, row by row.
  ///
  /// - Precondition: `elements.count == width * height`, both at least 1.
  @inlinable
  public init(width: Int, height: Int, elements: [Element]) {
    precondition(width >= 1 && height >= 1, "a plane of \(width)×\(height)")
    precondition(
      elements.count == width * height,
      "\(elements.count) elements for a plane of \(width)×\(height)")
    self.width = width
    self.height = height
    storage = elements
  }

  /// The value at column `x`, row `y`; traps outside.
  @inlinable
  public subscript(x: Int, y: Int) -> Element {
    get {
      precondition(contains(x, y), "(\(x), \(y)) in a plane of \(width)×\(height)")
      return storage[y * width + x]
    }
    set {
      precondition(contains(x, y), "(\(x), \(y)) in a plane of \(width)×\(height)")
      storage[y * width + x] = newValue
    }
  }

  /// The value at `point`; traps outside.
  public subscript(point: Point) -> Element {
    get { self[point.x, point.y] }
    set { self[point.x, point.y] = newValue }
  }

  /// Whether column `x`, row `y` lies inside.
  @inlinable
  public func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < width && y >= 0 && y < height
  }

  /// Whether `point` lies inside.
  public func contains(_ point: Point) -> Bool { contains(point.x, point.y) }

  /// The whole plane as a box.
  public var bounds: Box { Box(x: 0, y: 0, width: width, height: height) }

  /// The plane with each value transformed; one pass.
  @inlinable
  public func map<Other: BitwiseCopyable & Sendable>(_ transform: (Element) -> Other)
    -> Plane<Other>
  {
    Plane<Other>(width: width, height: height, elements: elements.map(transform))
  }
}

extension Plane {
  /// Rows become columns: `[W, H]`, so that work along columns can be done along rows.
  ///
  /// - Complexity: O(width · height).
  @inlinable
  public func transposed() -> Plane {
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for x in 0..<width {
      for y in 0..<height { result.append(elements[y * width + x]) }
    }
    return Plane(width: height, height: width, elements: result)
  }
}

extension Plane: Equatable where Element: Equatable {}
