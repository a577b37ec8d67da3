import Autograd
public import Tensors

extension Trainable {
  /// Parameters and states by name, as a checkpoint holds them.
  public func namedTensors(prefix: String = "") -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for (name, value) in parameters { tensors[prefix + name] = value }
    for (name, state) in states { tensors[prefix + name] = state.value }
    require(
      tensors.count == parameters.count + states.count, "two parameters of a network share a name")
    return tensors
  }

  /// Takes over parameters and states.
  ///
  /// - Parameter prefix: of the names to take; others are left alone.
  /// - Throws: `mismatch`, naming what is missing, too much, or of another shape; the network is
  ///   then as it was.
  public mutating func load(
    _ tensors: [String: Tensor], prefix: String = "", from file: String
  ) throws(CheckpointError) {
    try checkTensors(
      tensors.filter { $0.key.hasPrefix(prefix) }, match: namedTensors(prefix: prefix), in: file)
    forEachParameter { name, parameter in parameter = Variable(tensors[prefix + name]!) }
    for (name, state) in states { state.value = tensors[prefix + name]! }
  }

  /// Takes over the averaged weights of a training's checkpoint, or the only ones of a file that has no others.
  ///
  /// - Throws: as `load`.
  public mutating func loadAverage(of file: SafeTensors, from path: String) throws(CheckpointError)
  {
    let average = "average."
    let isCheckpoint = file.tensors.keys.contains { $0.hasPrefix(average) }
    try load(file.tensors, prefix: isCheckpoint ? average : "", from: path)
  }
}

/// - Throws: `mismatch`, where `found` has not exactly the names and shapes of `expected`, or a number that is none.
package func checkTensors(
  _ found: [String: Tensor], match expected: [String: Tensor], in file: String
) throws(CheckpointError) {
  var complaints: [String] = []
  for name in expected.keys.sorted() where found[name] == nil {
    complaints.append("\(quoted(name)) is missing")
  }
  for name in found.keys.sorted() {
    if let shape = expected[name]?.shape {
      if found[name]!.shape != shape {
        complaints.append("\(quoted(name)) is \(found[name]!.shape), not \(shape)")
      } else if !found[name]!.withValues({ $0.allSatisfy(\.isFinite) }) {
        complaints.append("\(quoted(name)) holds a number that is infinite or none")
      }
    } else {
      complaints.append("\(quoted(name)) is not of this network")
    }
  }
  guard !complaints.isEmpty else { return }
  let rest = complaints.count > 5 ? " and \(complaints.count - 5) more" : ""
  throw CheckpointError(
    .mismatch,
    "\(file): does not fit the network: \(complaints.prefix(5).joined(separator: "; "))\(rest). "
      + "Take a checkpoint of the same architecture.")
}
