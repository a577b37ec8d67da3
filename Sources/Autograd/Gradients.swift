import Tensors

/// The gradients of a number with respect to `inputs`: how fast it grows with each of their
/// elements.
///
/// The tape is walked from the result back, each node once, in the reverse of the order in which it
/// was recorded; only nodes that lead to an input are visited. (Reverse mode; cost: two to three
/// times the forward pass.)
///
/// - Parameters:
///   - result: one number, or any shape with `seed`.
///   - inputs: tracked variables that `result` was made from; one it was not made from has gradient
///     0.
///   - seed: the gradient of `result`; 1 unless told.
///   - recording: whether the gradients are tracked, to be differentiated again; keeps the tape.
///   - keepingTape: whether `result` may be differentiated once more. If not, memory is given back
///     on the way.
/// - Returns: one gradient for each input, of its shape.
public func gradients(
  of result: Variable, with inputs: [Variable], seed: Variable? = nil, recording: Bool = false,
  keepingTape: Bool = false
) -> [Variable] {
  let seed = seed ?? Variable(Tensor.ones(result.shape))
  require(
    seed.shape == result.shape && (result.value.count == 1 || seed.value.count > 1),
    "gradients: of shape \(result.shape), seed \(seed.shape)")
  for input in inputs { require(input.isTracked, "gradients: an input is not tracked") }
  return Tape.$isRecording.withValue(recording) {
    backward(from: result, seed: seed, inputs, isKept: recording || keepingTape)
  }
}

/// The gradient with respect to one variable.
public func gradient(
  of result: Variable, with input: Variable, recording: Bool = false, keepingTape: Bool = false
) -> Variable {
  gradients(of: result, with: [input], recording: recording, keepingTape: keepingTape)[0]
}

private func backward(
  from result: Variable, seed: Variable, _ inputs: [Variable], isKept: Bool
) -> [Variable] {
  var found = [Variable?](repeating: nil, count: inputs.count)
  if let root = result.node {
    let wanted = Set(inputs.map { ObjectIdentifier($0.node!) })
    let order = nodesBetween(root, and: wanted)
    let useful = Set(order.map(ObjectIdentifier.init))
    var pending = [ObjectIdentifier(root): seed]
    for node in order {
      guard let gradient = pending.removeValue(forKey: ObjectIdentifier(node)) else { continue }
      for index in inputs.indices where inputs[index].node === node { found[index] = gradient }
      for edge in node.edges where useful.contains(ObjectIdentifier(edge.input)) {
        let share = edge.rule(gradient)
        let key = ObjectIdentifier(edge.input)
        guard var sum = pending.removeValue(forKey: key) else {
          pending[key] = share
          continue
        }
        if sum.isTracked || share.isTracked {
          sum += share
        } else {
          sum.value.add(share.value)
        }
        pending[key] = sum
      }
      if !isKept { node.spend() }
    }
  }
  return zip(inputs, found).map { input, gradient in
    let gradient = gradient ?? Variable(.zeros(input.shape))
    require(
      gradient.shape == input.shape,
      "gradients: a rule made \(gradient.shape) for an input of \(input.shape)")
    return gradient
  }
}

/// The nodes that `root` was made from and that a wanted one leads to, the latest first.
private func nodesBetween(_ root: Node, and wanted: Set<ObjectIdentifier>) -> [Node] {
  var reachable: [ObjectIdentifier: Node] = [:]
  var open = [root]
  while let node = open.popLast() {
    if reachable.updateValue(node, forKey: ObjectIdentifier(node)) != nil { continue }
    node.checkUnspent()
    open += node.edges.map(\.input)
  }
  var useful: Set<ObjectIdentifier> = []
  let ascending = reachable.values.sorted { $0.number < $1.number }
  for node in ascending
  where wanted.contains(ObjectIdentifier(node))
    || node.edges.contains(where: { useful.contains(ObjectIdentifier($0.input)) })
  {
    useful.insert(ObjectIdentifier(node))
  }
  return ascending.reversed().filter { useful.contains(ObjectIdentifier($0)) }
}
