import Learning
import Tensors

/// The mean of weights that one training had at different times:
///
///     benchmarks average FILE… --output FILE
///
/// Where a training goes round a valley, the middle is flatter than any place on the way, and holds for more drawings
/// (Izmailov et al. 2018). The last file gives what is said about it.
struct WeightMean {
  var arguments: [String]

  func run() throws {
    guard let output = arguments.value(after: "--output") else {
      fatalError("say --output FILE")
    }
    let files = arguments.filter { $0 != "--output" && $0 != output }
    let states = try files.map { try SafeTensors(contentsOf: $0) }
    guard var mean = states.last,
      states.allSatisfy({ state in
        state.tensors.mapValues(\.shape) == mean.tensors.mapValues(\.shape)
      })
    else { fatalError("give weights of one network") }
    for (name, last) in mean.tensors {
      var sums = [Double](repeating: 0, count: last.values.count)
      for state in states {
        for (index, value) in (state.tensors[name]?.values ?? []).enumerated() {
          sums[index] += Double(value)
        }
      }
      mean.tensors[name] = Tensor(sums.map { Float($0 / Double(states.count)) }, last.shape)
    }
    mean.metadata["mean of samples"] = states.compactMap { $0.metadata["samples"] }
      .joined(separator: ", ")
    try mean.write(to: output, as: .float16)
  }
}
