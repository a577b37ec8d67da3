public import Autograd
public import Tensors

/// Whether the layers called now are being trained: only then do they note statistics.
public enum Training {
  @TaskLocal public static var isActive = false
}

/// The gradients of a network's parameters, in the order of its walk.
public struct NetworkGradients: Sendable {
  public let names: [String]
  public internal(set) var values: [Tensor]

  /// The length of all gradients taken as one vector.
  public var norm: Float {
    let squares = values.map { ScalarFunction.square($0).sum(to: []).scalar }
    return Float(squares.reduce(0) { $0 + Double($1) }.squareRoot())
  }

  /// Scales all gradients so that `norm` is at most `limit`.
  public mutating func clip(toNorm limit: Float) {
    let norm = norm
    guard norm > limit else { return }
    let scale = limit / norm
    for index in values.indices {
      values[index].update { gradient in
        for i in gradient.indices { gradient[i] *= scale }
      }
    }
  }
}

extension Trainable {
  /// Calls `body` with each parameter, its name and its gradient.
  mutating func forEachParameter(
    with gradients: NetworkGradients, _ body: (String, inout Variable, Tensor) -> Void
  ) {
    var index = 0
    forEachParameter { name, parameter in
      require(
        index < gradients.names.count && gradients.names[index] == name
          && gradients.values[index].shape == parameter.shape,
        "\(name) of \(parameter.shape): no such gradient")
      body(name, &parameter, gradients.values[index])
      index += 1
    }
  }
}

/// The value of `loss` for the network, and how each parameter moves it.
///
/// Inside, the network's parameters are tracked; everything else is not.
public func valueAndGradients<Network: Trainable>(
  of network: Network, _ loss: (Network) throws -> Variable
) rethrows -> (value: Float, gradients: NetworkGradients) {
  var tracked = network
  var names: [String] = []
  var leaves: [Variable] = []
  tracked.forEachParameter { name, parameter in
    parameter = parameter.tracked()
    names.append(name)
    leaves.append(parameter)
  }
  let result = try Training.$isActive.withValue(true) { try loss(tracked) }
  let values = gradients(of: result, with: leaves).map(\.value)
  return (result.value.scalar, NetworkGradients(names: names, values: values))
}
