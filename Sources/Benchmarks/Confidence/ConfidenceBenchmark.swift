import Coloring
import Figures
import Foundation
import ImageFormats
import Raster
import Regions

/// Fits the weights of `Confidence` on generated characters, and says how far its chances hold:
///
///     benchmarks confidence [--network FILE] [--pairs N] [--seed S] [--regions]
///     benchmarks confidence [--network FILE] [--regions] --folder FOLDER
///     benchmarks confidence --from FILE
///
/// Each view of a pair is coloured from the other; what is fitted on three quarters of the pairs foretells the rest. The seeds are
/// below those that networks learn from, and above those that choose among networks. With a folder of drawings
/// (`NAME/line.png`, `reference.png`, `truth.png`, and `subject.png` where not all counts), nothing is fitted.
/// `--regions` prints a line for each region instead; `--from` reads these.
struct ConfidenceBenchmark {
  var arguments: [String]
  private let work = Work(threads: 2)
  /// The first of the seeds.
  private static let seed: UInt64 = 10_000
  /// Sides of pictures, in turn.
  private static let sides = [512, 768, 1024]
  private static let folds = 4

  func run() throws {
    let engine =
      try arguments.value(after: "--network").map { try Engine(network: $0) } ?? .classical
    let folder = arguments.value(after: "--folder")
    let regions =
      if let file = arguments.value(after: "--from") {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap(
          PaintedRegion.init(line:))
      } else if let folder {
        try drawn(in: folder, engine)
      } else { try generated(engine) }
    if arguments.contains("--regions") {
      print(([PaintedRegion.columns] + regions.map(\.line)).joined(separator: "\n"))
      return
    }
    let matched = regions.filter { $0.inputs != nil }
    tell("as it is", matched.map { ($0, $0.confidence) })
    if folder == nil { fit(matched) }
  }

  // MARK: Drawings

  private func generated(_ engine: Engine) throws -> [PaintedRegion] {
    let first = arguments.value(after: "--seed").flatMap(UInt64.init) ?? Self.seed
    let count = arguments.value(after: "--pairs").flatMap(UInt64.init) ?? 120
    var regions: [PaintedRegion] = []
    for seed in first..<first + count {
      let side = Self.sides[Int(seed % UInt64(Self.sides.count))]
      let pair = FigurePair(seed: seed, width: side, height: side)
      for (own, other) in [(pair.views[0], pair.views[1]), (pair.views[1], pair.views[0])] {
        regions += try coloured(
          "\(seed)", line: own.line, reference: other.colour, truth: own.colour, engine
        ) { own.parts.elements[$0] != 0 }
      }
    }
    return regions
  }

  private func drawn(in folder: String, _ engine: Engine) throws -> [PaintedRegion] {
    var regions: [PaintedRegion] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let path = "\(folder)/\(name)/"
      guard FileManager.default.fileExists(atPath: path + "truth.png") else { continue }
      let (line, truth) = (try read(path + "line.png"), try read(path + "truth.png"))
      let subject =
        FileManager.default.fileExists(atPath: path + "subject.png")
        ? try read(path + "subject.png") : nil
      guard (truth.width, truth.height) == (line.width, line.height) else { continue }
      regions += try coloured(
        name, line: line, reference: try read(path + "reference.png"), truth: truth, engine
      ) { (subject?.elements[$0].r ?? 255) > 127 }
    }
    return regions
  }

  private func read(_ path: String) throws -> Image { try ImageFile.read(path, work: work).pixels }

  /// The regions of a drawing; none where it has no lines.
  private func coloured(
    _ name: String, line: Image, reference: Image, truth: Image, _ engine: Engine,
    where isFigure: (Int) -> Bool
  ) throws -> [PaintedRegion] {
    do {
      let result = try Coloring.run(
        ColoringInputs(drawing: line, references: [reference]), engine: engine,
        cache: MemoryCache(), work: work)
      return PaintedRegion.all(
        of: result, drawing: name, line: line, truth: truth, where: isFigure)
    } catch is LineArtError {
      return []
    }
  }

  // MARK: Fitting

  private func fit(_ known: [PaintedRegion]) {
    let papers = Dictionary(known.map { ($0.drawing, $0.paper) }, uniquingKeysWith: +)
    let rows = known.map { region in
      LogisticFit.Row(
        inputs: region.inputs ?? [], isTrue: region.isRight,
        weight: (Double(region.paper) / Double(papers[region.drawing] ?? 1)).squareRoot())
    }
    let drawings = Array(Set(known.map(\.drawing))).sorted()
    let folds = Dictionary(
      uniqueKeysWithValues: drawings.enumerated().map { ($1, $0 % Self.folds) })
    var foretold: [(PaintedRegion, Double)] = []
    for fold in 0..<Self.folds {
      let fit = LogisticFit(
        zip(known, rows).filter { folds[$0.0.drawing] != fold }.map(\.1))
      for (region, row) in zip(known, rows) where folds[region.drawing] == fold {
        foretold.append((region, fit.chance(of: row.inputs)))
      }
    }
    tell("foretold by a fit on the other drawings", foretold)
    let fit = LogisticFit(rows)
    print("\(known.count) regions of \(drawings.count) pairs")
    for (name, weight) in zip(MatchEvidence.names, fit.weights) {
      print("  " + name.padding(toLength: 10, withPad: " ", startingAt: 0) + format(weight))
    }
    print("  threshold " + format(-fit.bias))
  }

  private func format(_ value: Double) -> String { String(format: "%6.2f", value) }

  // MARK: Telling

  /// Says how far chances hold, by area.
  private func tell(_ name: String, _ chances: [(region: PaintedRegion, chance: Double)]) {
    let reliability = Reliability(
      cases: chances.map {
        Reliability.Case(
          chance: $0.chance, isRight: $0.region.isRight, weight: Double($0.region.paper))
      })
    print(
      name
        + String(
          format: ": calibration error %.3f, order %.3f", reliability.error, reliability.order))
    print(reliability.diagram)
  }
}
