public import Tensors

/// A tensor in a formula that may be differentiated.
///
/// Networks and losses are written on variables: `relu(norm(convolution(x, weight)))`. A variable
/// made from one that is tracked is tracked too and remembers, in a node, how its gradient becomes
/// those of what it was made from. These nodes are the tape. From variables that are not tracked no
/// tape comes, and memory is given back as soon as the last variable of a tensor is gone.
///
/// A tape belongs to the thread that records it; untracked variables may go anywhere.
public struct Variable: @unchecked Sendable {
  public internal(set) var value: Tensor
  let node: Node?

  /// A constant.
  public init(_ value: Tensor) {
    self.value = value
    node = nil
  }

  init(_ value: Tensor, _ node: Node?) {
    self.value = value
    self.node = node
  }

  public var shape: [Int] { value.shape }
  public var isTracked: Bool { node != nil }

  /// The start of a tape: the same number, with gradients asked for.
  public func tracked() -> Variable { Variable(value, Node(edges: [])) }

  /// The same number as a constant: gradients stop here.
  public func detached() -> Variable { Variable(value) }

  /// The place on the tape without the elements, for rules that do not need them.
  var withoutValue: Variable { Variable(Tensor(0), node) }

  /// Changes the elements of a constant in place.
  ///
  /// - Precondition: not tracked; the tape may still need what it recorded.
  public mutating func update(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
    require(!isTracked, "a tracked variable cannot be changed")
    value.update(body)
  }
}

extension Variable: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Float) { self.init(Tensor(value)) }
  public init(integerLiteral value: Int) { self.init(Tensor(Float(value))) }
}
