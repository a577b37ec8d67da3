import Coloring
import Delivery
import Figures
import Foundation
import Raster
import Regions
import Training

/// Parts learned from 1, 5 and 10 labelled drawings, by ways of describing a place:
///
///     benchmarks few-shot [--of heads|bodies] [--drawings N] [--turns N] [--network FILE]
///     benchmarks few-shot --gan FILE [--drawings N] [--turns N] [--network FILE] [--steps N] [--generated N] [--pictures FOLDER]
///
/// The second also by a generator's features (`FewShotBenchmark+Generator`), on heads of its size.
///
/// The figures are mean overlaps (mIoU) over the pixels of held-out generated characters, means over the turns: each turn has
/// other labelled drawings. The seeds are those that no network learned from.
struct FewShotBenchmark {
  var arguments: [String]
  let work = Work(threads: 2)
  private static let side = 256
  static let shots = [1, 5, 10]
  /// The way that starts from what the network sees of the parts that it knows.
  static let matcher = "the matcher's features"
  /// The first held-out seed: the ones before are the labelled drawings'.
  static let firstSeed: UInt64 = 7_100_000

  func run() throws {
    if let gan = arguments.value(after: "--gan") { return try runGenerator(gan) }
    let cut = arguments.value(after: "--of").flatMap(FigurePortrait.Cut.init) ?? .heads
    let count = arguments.value(after: "--drawings").flatMap(Int.init) ?? 60
    let turns = arguments.value(after: "--turns").flatMap(Int.init) ?? 3
    guard
      let path = arguments.value(after: "--network") ?? ProgramFiles.path(of: Engines.weights),
      let inker = ProgramFiles.path(of: LineExtractor.weights)
    else { return print("The weights of the networks were not found beside the program.") }
    let extractor = try LineExtractor(network: inker)
    let ways: [(name: String, features: PlaceFeatures)] = [
      ("colour and position", .plain), ("a network of random weights", .random(seed: 1)),
      (Self.matcher, try .matcher(path)),
    ]
    for task in Task.all {
      for isLineArt in [false, true] {
        print("\(cut.rawValue), \(task.name), on \(isLineArt ? "line art" : "colours"):")
        let lines = isLineArt ? extractor : nil
        let pool = try drawings(
          turns * Self.shots.last!, from: Self.firstSeed - 1000, cut, task, lines)
        let heldOut = try drawings(count, from: Self.firstSeed, cut, task, lines)
        for (name, features) in ways {
          var line = "  " + name.padding(toLength: 30, withPad: " ", startingAt: 0)
          var last = Score()
          var (taught, applied) = (0.0, 0.0)
          for shots in Self.shots {
            var all = Score()
            for turn in 0..<turns {
              let start = turn * Self.shots.last!
              let began = ContinuousClock.now
              let parts = TaughtParts(
                from: Array(pool[start..<start + shots]), parts: task.names.count,
                known: name == Self.matcher ? task.known : nil, on: features,
                seed: UInt64(turn), work: work)
              let learned = ContinuousClock.now
              all.add(heldOut, parts, work)
              taught = (learned - began) / .seconds(1)
              applied = (ContinuousClock.now - learned) / .seconds(1) / Double(count)
            }
            line += String(format: "  %2d: %.3f", shots, all.mean)
            last = all
          }
          print(line + String(format: "   taught in %.1f s, applied in %.3f s", taught, applied))
          print("    with ten: " + last.text(task.names))
        }
      }
    }
  }

  /// The parts to tell apart.
  private struct Task {
    let name: String
    let names: [String]
    /// For each part its index among the standard ones, if the network knows it.
    let known: [Int?]
    /// The index in `names` of a pixel of a group and a part.
    let index: @Sendable (PartGroup, UInt8) -> UInt8

    static let all = [
      Task(
        name: "the 14 parts", names: Part.standard.map(\.id),
        known: Array(Part.standard.indices), index: { $1 }),
      Task(
        name: "ten finer parts", names: ["anything else"] + finer.map(\.name),
        known: [Int?](repeating: nil, count: 1 + finer.count),
        index: { group, _ in UInt8(1 + (finer.firstIndex { $0.groups.contains(group) } ?? -1)) }),
    ]

    private static let finer: [(name: String, groups: [PartGroup])] = [
      ("collar", [.collar, .lapel]), ("cuff", [.cuff, .coatCuff]), ("tie", [.tie]),
      ("belt", [.belt, .buckle]), ("ear", [.ear]), ("fringe", [.hairBangs]), ("sole", [.sole]),
      ("strap", [.strap]), ("horn", [.horn]), ("wing", [.wing]),
    ]
  }

  /// - Parameter lines: what draws the lines of coloured drawings; nil for the coloured drawings themselves.
  private func drawings(
    _ count: Int, from seed: UInt64, _ cut: FigurePortrait.Cut, _ task: Task,
    _ lines: LineExtractor?
  ) throws -> [LabelledDrawing] {
    let drawn = work.mapItems(of: count) { index in
      let portrait = FigurePortrait(seed: seed + UInt64(index), of: cut, side: Self.side)
      let labels = zip(portrait.groups.elements, portrait.parts.elements).map {
        task.index(PartGroup(rawValue: $0) ?? .ground, $1)
      }
      return LabelledDrawing(
        portrait.colour, isLineArt: false,
        parts: Plane(width: Self.side, height: Self.side, elements: labels))
    }
    guard let lines else { return drawn }
    return try drawn.map { drawing in
      let ink = try lines.lines(of: drawing.picture, work: work)
      return LabelledDrawing(
        ink.map { RGBA($0, $0, $0) }, isLineArt: true, parts: drawing.parts)
    }
  }

  /// How guesses overlap the truth, over all pixels.
  struct Score {
    private var both: [Double] = []
    private var either: [Double] = []

    mutating func add(_ drawings: [LabelledDrawing], _ parts: TaughtParts, _ work: Work) {
      for drawing in drawings {
        add(
          parts.parts(of: drawing.picture, isLineArt: drawing.isLineArt, work: work),
          drawing.parts, of: parts.parts)
      }
    }

    /// - Parameter parts: their number.
    mutating func add(_ guess: Plane<UInt8>, _ truth: Plane<UInt8>, of parts: Int) {
      if both.isEmpty {
        both = [Double](repeating: 0, count: parts)
        either = both
      }
      for (own, truth) in zip(guess.elements, truth.elements) {
        either[Int(own)] += 1
        if own == truth {
          both[Int(own)] += 1
        } else {
          either[Int(truth)] += 1
        }
      }
    }

    private func overlap(_ index: Int) -> Double? {
      either[index] > 0 ? both[index] / either[index] : nil
    }

    /// Over the parts that occur.
    var mean: Double {
      let known = both.indices.compactMap(overlap)
      return known.reduce(0, +) / Double(max(1, known.count))
    }

    func text(_ names: [String]) -> String {
      names.indices.compactMap { index in
        overlap(index).map { String(format: "%@ %.2f", names[index], $0) }
      }.joined(separator: ", ")
    }
  }
}
