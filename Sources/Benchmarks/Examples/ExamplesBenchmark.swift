import Coloring
import Delivery
import Figures
import Foundation
import Raster
import Regions

/// What a few corrections of one drawing bring another of the same character:
///
///     benchmarks examples [--characters N] [--seed S] [--corrections N] [--network FILE]
///
/// Of each generated character one view is the reference and two are drawings. In the first the largest regions that came out wrong
/// get the right entry of the palette and their part; the second is coloured without and with these examples. A region counts
/// where one part has most of it; it is right where its entry is the palette's nearest to its true colour. The seeds are those that
/// choose among networks: none learned from them.
struct ExamplesBenchmark {
  var arguments: [String]
  private let work = Work(threads: 2)
  private static let side = 640
  /// Regions with less paper in pixels do not count.
  private static let leastPaper = 10

  func run() throws {
    let first = arguments.value(after: "--seed").flatMap(UInt64.init) ?? 7_000_000
    let count = arguments.value(after: "--characters").flatMap(UInt64.init) ?? 30
    let corrections = arguments.value(after: "--corrections").flatMap(Int.init) ?? 5
    let engine =
      try arguments.value(after: "--network").map { try Engine(network: $0) }
      ?? Engines.shipped.engine(for: ColoringSettings())
    var table = Table()
    for seed in first..<first + count {
      let views = FigurePair.views(3, seed: seed, width: Self.side, height: Self.side)
      do {
        let taught = try drawing(views[0], reference: views[2], engine)
        let (said, examples) = taught.corrected(corrections)
        let own = try drawing(views[0], reference: views[2], engine, corrections: said)
        let before = try drawing(views[1], reference: views[2], engine)
        let after = try drawing(
          views[1], reference: views[2], engine, examples: [DrawingExamples(examples)])
        table.add(taught, own, before, after)
      } catch is LineArtError {
        continue
      }
      print(table.line(seed))
    }
  }

  /// A coloured drawing, and how each region came out.
  private struct Coloured {
    struct Region {
      let label: UInt16
      let paper: Int
      let part: String
      /// The palette's nearest entry to its true colour; nil where none is near.
      let right: Int?
      let isRight: Bool
      let isPartRight: Bool
    }

    let result: ColoringResult
    let regions: [Region]

    /// What an artist says of the largest regions that came out wrong, and the examples that these are.
    func corrected(_ most: Int) -> (corrections: Corrections, examples: [Example]) {
      var corrections = Corrections()
      var examples: [Example] = []
      let wrong = regions.filter { !$0.isRight && $0.right != nil }.sorted { $0.paper > $1.paper }
      for region in wrong.prefix(most) {
        guard let right = region.right else { continue }
        let name = RegionName(inside: result.map[region.label].inside)
        let entry = result.palette.entries[right].name
        corrections.labels.append(PartLabel(region: name, part: region.part))
        corrections.colours.append(ColourChoice(region: name, entry: entry))
        if let traits = result.basis.traits(of: name) {
          examples.append(Example(traits, part: region.part, paint: .entry(entry)))
        }
      }
      return (corrections, examples)
    }

    var right: Double { share { $0.isRight } }
    var parts: Double { share { $0.isPartRight } }

    private func share(_ isRight: (Region) -> Bool) -> Double {
      let all = regions.reduce(0) { $0 + $1.paper }
      return Double(regions.reduce(0) { $0 + (isRight($1) ? $1.paper : 0) }) / Double(max(1, all))
    }
  }

  private func drawing(
    _ view: FigureView, reference: FigureView, _ engine: Engine,
    corrections: Corrections = Corrections(), examples: [DrawingExamples] = []
  ) throws -> Coloured {
    var inputs = ColoringInputs(
      drawing: view.line, references: [reference.colour], corrections: corrections)
    inputs.examples = examples
    let result = try Coloring.run(inputs, engine: engine, cache: MemoryCache(), work: work)
    return Coloured(result: result, regions: regions(of: result, view))
  }

  private func regions(of result: ColoringResult, _ view: FigureView) -> [Coloured.Region] {
    let map = result.map
    var parts = RegionTable(
      repeating: [Int](repeating: 0, count: Part.standard.count), count: map.regions.count)
    var colours = RegionTable(repeating: [RGBA: Int](), count: map.regions.count)
    for index in map.labels.elements.indices where map.labels.elements[index] != 0 {
      let label = map.labels.elements[index]
      parts[label][Int(view.parts.elements[index])] += 1
      colours[label][view.flats.elements[index], default: 0] += 1
    }
    let entries = result.palette.entries.map { CIELab($0.base) }
    return map.regions.compactMap { region in
      let counts = parts[region.label]
      guard let part = counts.indices.max(by: { counts[$0] < counts[$1] }), part != 0,
        counts[part] >= Self.leastPaper, counts[part] * 10 >= counts.reduce(0, +) * 7,
        let truth = colours[region.label].max(by: {
          ($0.value, $0.key.hex) < ($1.value, $1.key.hex)
        })
      else { return nil }
      let trueColour = CIELab(truth.key)
      let distances = entries.map { $0.difference(to: trueColour) }
      let right = distances.indices.min { distances[$0] < distances[$1] }
        .flatMap { distances[$0] < 15 ? $0 : nil }
      let entry = result.flats[region.label].entry
      return Coloured.Region(
        label: region.label, paper: counts[part], part: Part.standard[part].id, right: right,
        isRight: entry.map { distances[$0] <= (right.map { distances[$0] } ?? 0) + 1 } ?? false,
        isPartRight: result.parts[region.label]?.part == Part.standard[part].id)
    }
  }

  private struct Table {
    private var rows: [[Double]] = []

    mutating func add(_ taught: Coloured, _ own: Coloured, _ before: Coloured, _ after: Coloured) {
      rows.append(
        [taught, own, before, after].map(\.right) + [taught, own, before, after].map(\.parts))
    }

    func line(_ seed: UInt64) -> String {
      let means = (0..<8).map { column in
        rows.reduce(0) { $0 + $1[column] } / Double(rows.count)
      }
      let text = means.map { String(format: "%.3f", $0) }
      return
        "\(seed): paints \(text[0]) → \(text[1]), another drawing \(text[2]) → \(text[3]); "
        + "parts \(text[4]) → \(text[5]), \(text[6]) → \(text[7])"
    }
  }
}
