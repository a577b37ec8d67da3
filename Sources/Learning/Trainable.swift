public import Autograd
import Synchronization
public import Tensors

/// A part of a network with parameters: a plain struct, whose copies are independent.
///
/// A layer says once what it is made of:
///
///     struct Block: Trainable {
///       var convolution: Convolution
///       var norm: GroupNorm
///       func callAsFunction(_ x: Variable) -> Variable { relu(norm(convolution(x))) }
///       mutating func walk(_ visit: inout Walker) {
///         visit("convolution", &convolution)
///         visit("norm", &norm)
///       }
///     }
///
/// and gradients, optimisers, averages and checkpoints follow from that walk.
public protocol Trainable: Sendable {
  /// Visits each parameter, state and inner layer by a name that is its own; always in the same
  /// order.
  mutating func walk(_ visit: inout Walker)
}

/// Goes through a network and names what it meets: `down.0.convolution.weight`.
public struct Walker {
  private var path = ""
  private let onParameter: (String, inout Variable) -> Void
  private let onState: (String, LayerState) -> Void

  init(
    onParameter: @escaping (String, inout Variable) -> Void,
    onState: @escaping (String, LayerState) -> Void
  ) {
    self.onParameter = onParameter
    self.onState = onState
  }

  public mutating func callAsFunction(_ name: String, _ parameter: inout Variable) {
    onParameter(path + name, &parameter)
  }

  public mutating func callAsFunction(_ name: String, _ state: LayerState) {
    onState(path + name, state)
  }

  public mutating func callAsFunction(_ name: String, _ layer: inout some Trainable) {
    let outer = path
    path += name + "."
    layer.walk(&self)
    path = outer
  }

  /// Layers in a row are named by their numbers.
  public mutating func callAsFunction(_ name: String, _ layers: inout [some Trainable]) {
    for index in layers.indices { self("\(name).\(index)", &layers[index]) }
  }

  public mutating func callAsFunction(_ name: String, _ parameter: inout Variable?) {
    guard var present = parameter else { return }
    parameter = nil
    self(name, &present)
    parameter = present
  }

  public mutating func callAsFunction(_ name: String, _ layer: inout (some Trainable)?) {
    guard var present = layer else { return }
    layer = nil
    self(name, &present)
    layer = present
  }
}

/// The notes of a layer while it is trained, without a gradient: running means, power iterations.
///
/// Copies of a layer share it, so that an average of a network's weights has the network's
/// statistics.
public final class LayerState: Sendable {
  private let stored: Mutex<Tensor>

  public init(_ value: Tensor) { stored = Mutex(value) }

  public var value: Tensor {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}

extension Trainable {
  /// Calls `body` with each parameter and its name.
  public mutating func forEachParameter(_ body: (String, inout Variable) -> Void) {
    walk(parameters: body, states: { _, _ in })
  }

  private mutating func walk(
    parameters: (String, inout Variable) -> Void, states: (String, LayerState) -> Void
  ) {
    withoutActuallyEscaping(parameters) { parameters in
      withoutActuallyEscaping(states) { states in
        var walker = Walker(onParameter: parameters, onState: states)
        walk(&walker)
      }
    }
  }

  /// The parameters with their names, in the order of the walk.
  public var parameters: [(name: String, value: Tensor)] {
    var copy = self
    var found: [(name: String, value: Tensor)] = []
    copy.forEachParameter { found.append(($0, $1.value)) }
    return found
  }

  /// The states with their names, in the order of the walk.
  public var states: [(name: String, state: LayerState)] {
    var copy = self
    var found: [(name: String, state: LayerState)] = []
    copy.walk(parameters: { _, _ in }, states: { found.append(($0, $1)) })
    return found
  }
}
