import Coloring
import Delivery
import Foundation
import ImageFormats
import Raster
import Training

/// How good a trained generator is:
///
///     benchmarks gan --gan FILE --data DIR [--seed S] [--pictures FOLDER]
///
/// Distances over the matcher's features from one half of the held-out drawings, those of the other half beside them; and the
/// nearest drawing that was learned from beside 16 generated ones.
struct GeneratedBenchmark {
  var arguments: [String]

  func run() throws {
    guard let gan = arguments.value(after: "--gan"), let data = arguments.value(after: "--data")
    else { return print("--gan FILE and --data DIR are needed.") }
    guard let matcher = ProgramFiles.path(of: Engines.weights) else {
      return print("The weights of the matcher were not found beside the program.")
    }
    let seed = arguments.value(after: "--seed").flatMap(UInt64.init) ?? 1
    let work = Work(threads: 2)
    let comparison = try StyleComparison(
      GeneratorFile(contentsOf: gan), data: DataSet(folder: data), matcher: matcher, seed: seed,
      work: work)
    guard let comparison else { return print("The data set is too small: no drawing is held out.") }
    let distances = comparison.distances(work: work)
    print("\(comparison.count) pictures each, from as many held-out drawings:")
    for name in ["distance", "halves", "blurred", "precision", "recall"] {
      print(
        String(
          format: "  %@ %.4f", name.padding(toLength: 10, withPad: " ", startingAt: 0),
          distances[name]!))
    }
    let nearest = comparison.nearest(16, work: work)
    func text(_ values: [Double]) -> String {
      let sorted = values.sorted()
      return String(format: "%.3f to %.3f, median %.3f", sorted[0], sorted.last!, sorted[8])
    }
    print("to the nearest drawing that was learned from, of 16:")
    print("  generated  \(text(nearest.generated))")
    print("  held out   \(text(nearest.heldOut))")
    if let folder = arguments.value(after: "--pictures") {
      try PNG.write(nearest.sheet, to: "\(folder)/nearest.png", overwriting: true)
    }
  }
}
