/// Numbers in a box with any number of sides: Float32, row by row (the last axis varies fastest).
///
/// Images are `[N, C, H, W]`. A tensor is a value: copies share memory until one of them changes.
/// A wrong shape is the programmer's mistake, and stops with a message that names the operation and
/// both shapes.
public struct Tensor: Sendable {
  /// The length of each axis; `[]` for a single number.
  public let shape: [Int]
  var storage: Storage

  /// A tensor whose elements mean nothing yet.
  init(uninitialised shape: [Int]) {
    require(shape.allSatisfy { $0 >= 0 }, "a tensor cannot have the shape \(shape)")
    self.shape = shape
    storage = Storage(count: shape.reduce(1, *))
  }

  /// A tensor that `body` fills, every element of it.
  init(_ shape: [Int], filledBy body: (UnsafeMutablePointer<Float>) -> Void) {
    self.init(uninitialised: shape)
    withExtendedLifetime(storage) { body(storage.pointer) }
  }

  private init(_ shape: [Int], sharing storage: Storage) {
    self.shape = shape
    self.storage = storage
  }

  /// `values` in the order of the memory.
  ///
  /// - Precondition: there are as many as `shape` says.
  public init(_ values: [Float], _ shape: [Int]) {
    require(
      values.count == shape.reduce(1, *), "\(values.count) values do not fill \(shape)")
    self.init(shape) { $0.initialize(from: values, count: values.count) }
  }

  /// A single number, of shape `[]`.
  public init(_ value: Float) { self.init([value], []) }

  /// `value` everywhere.
  public init(repeating value: Float, _ shape: [Int]) {
    let count = shape.reduce(1, *)
    self.init(shape) { $0.initialize(repeating: value, count: count) }
  }

  public static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape) }
  public static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape) }

  /// The count of numbers.
  public var count: Int { shape.reduce(1, *) }

  /// The elements in the order of the memory; copies them.
  public var values: [Float] { withValues { Array($0) } }

  /// The only number.
  ///
  /// - Precondition: there is exactly one.
  public var scalar: Float {
    require(count == 1, "a tensor of shape \(shape) is not a single number")
    return withValues { $0[0] }
  }

  public subscript(_ indices: Int...) -> Float {
    require(indices.count == shape.count, "\(indices) in a tensor of shape \(shape)")
    var offset = 0
    for (index, side) in zip(indices, shape) {
      require(index >= 0 && index < side, "\(indices) in a tensor of shape \(shape)")
      offset = offset * side + index
    }
    return withValues { $0[offset] }
  }

  /// The same elements under another shape; shares the memory.
  ///
  /// - Parameter newShape: one side may be -1: what remains.
  public func reshaped(_ newShape: [Int]) -> Tensor {
    var resolved = newShape
    if let open = newShape.firstIndex(of: -1) {
      let known = newShape.reduce(1, *) * -1
      require(known > 0 && count % known == 0, "reshape: \(shape) to \(newShape)")
      resolved[open] = count / known
    }
    require(resolved.reduce(1, *) == count, "reshape: \(shape) to \(newShape)")
    return Tensor(resolved, sharing: storage)
  }

  /// Whether both are one memory under one shape.
  public func sharesMemory(with other: Tensor) -> Bool {
    storage === other.storage && shape == other.shape
  }

  /// Reads the elements in place.
  public func withValues<Result>(
    _ body: (UnsafeBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: storage.pointer, count: count))
    }
  }

  /// Changes the elements in place; copies them first where another tensor shares them.
  public mutating func update<Result>(
    _ body: (UnsafeMutableBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    if !isKnownUniquelyReferenced(&storage) {
      let shared = self
      self = Tensor(shape) { copy in
        shared.withValues { copy.initialize(from: $0.baseAddress!, count: $0.count) }
      }
    } else {
      storage.forgetDerived()
    }
    return try withExtendedLifetime(storage) {
      try body(UnsafeMutableBufferPointer(start: storage.pointer, count: count))
    }
  }
}

extension Tensor {
  /// Adds another tensor of this shape; in place where nobody shares the elements.
  public mutating func add(_ other: Tensor) {
    require(shape == other.shape, "add: \(other.shape) to \(shape)")
    guard isKnownUniquelyReferenced(&storage) else {
      self = BinaryFunction.add(self, other)
      return
    }
    storage.forgetDerived()
    let sums = storage.pointer
    read(other) { other in
      forEachBand(of: count, cost: 2) { band in
        for i in band { sums[i] += other[i] }
      }
    }
  }
}

extension Tensor: Equatable {
  /// The same shape and the same numbers (a NaN equals nothing).
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && read(a, b) { x, y in (0..<a.count).allSatisfy { x[$0] == y[$0] } }
  }
}

/// The memory of tensors that a kernel reads.
func read<Result>(_ a: Tensor, _ body: (UnsafePointer<Float>) -> Result) -> Result {
  withExtendedLifetime(a.storage) { body(a.storage.pointer) }
}

func read<Result>(
  _ a: Tensor, _ b: Tensor, _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Result
) -> Result {
  withExtendedLifetime((a.storage, b.storage)) { body(a.storage.pointer, b.storage.pointer) }
}

func read<Result>(
  _ a: Tensor, _ b: Tensor, _ c: Tensor,
  _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>) -> Result
) -> Result {
  withExtendedLifetime((a.storage, b.storage, c.storage)) {
    body(a.storage.pointer, b.storage.pointer, c.storage.pointer)
  }
}
