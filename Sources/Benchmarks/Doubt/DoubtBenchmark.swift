import Characters
import Coloring
import Foundation
import Raster
import Regions

/// How much of what is wrong the queue of doubtful regions shows, and at how many stops:
///
///     benchmarks doubt [--pages N] [--scale S] [--regions]
///
/// On the samples' own pages and on N generated ones of each character, drawn S times as large. `--regions` prints a line
/// for each region instead: what a rule can be chosen by.
struct DoubtBenchmark {
  var arguments: [String]
  private let work = Work(threads: 2)
  private static let columns =
    "drawing\tlabel\tarea\tfigure\torigin\tconfidence\tground\tpaper\twrong"

  func run() throws {
    let areRegionsAsked = arguments.contains("--regions")
    if areRegionsAsked { print(Self.columns) }
    var scores: [QueueScore] = []
    for sample in Sample.all {
      let generated = (0..<Int(arguments.value(after: "--pages").flatMap(Double.init) ?? 10)).map(
        SamplePage.init(number:))
      for page in sample.pages + generated {
        let posed = PosedDrawing(
          sample, page: page, scale: arguments.value(after: "--scale").flatMap(Double.init) ?? 0.6)
        let result = try Coloring.run(
          ColoringInputs(drawing: posed.line, references: [posed.reference]),
          cache: MemoryCache(), work: work)
        let paper = posed.paper(of: result)
        if areRegionsAsked {
          for (region, paper) in zip(result.map.regions, paper) {
            print(row(region, paper, of: posed.name, result))
          }
        } else {
          scores.append(QueueScore(result, wrong: paper.mapValues(\.wrong)))
          print(scores[scores.count - 1].line(posed.name))
        }
      }
    }
    if !areRegionsAsked { print(QueueScore.mean(scores).line("mean")) }
  }

  private func row(
    _ region: Region, _ paper: (all: Int, wrong: Int), of drawing: String, _ result: ColoringResult
  ) -> String {
    let figure = result.map.regions.reduce(0) { $0 + ($1.isBackground ? 0 : $1.area) }
    let flat = result.flats[region.label]
    return [
      drawing, "\(region.label)", "\(region.area)", "\(figure)", flat.origin.rawValue,
      String(format: "%.3f", flat.confidence), region.isBackground ? "1" : "0", "\(paper.all)",
      "\(paper.wrong)",
    ].joined(separator: "\t")
  }
}

/// The share of a drawing's errors that its queue shows.
struct QueueScore {
  var stops: Double
  /// Stops at regions that mostly are wrong.
  var hits: Double
  /// Pixels of the wrong paint: of the drawing, at the first five and ten stops, at all.
  var wrong: Double
  var atFive: Double
  var atTen: Double
  var atAll: Double

  /// - Parameter wrong: each region's pixels of the wrong paint.
  init(_ result: ColoringResult, wrong: RegionTable<Int>) {
    let found = result.flats.doubts.map { Double(wrong[$0.label]) }
    stops = Double(found.count)
    hits = Double(
      result.flats.doubts.count { doubt in
        2 * wrong[doubt.label] > result.map[doubt.label].area
      })
    self.wrong = Double(wrong.reduce(0, +))
    atFive = found.prefix(5).reduce(0, +)
    atTen = found.prefix(10).reduce(0, +)
    atAll = found.reduce(0, +)
  }

  static func mean(_ scores: [QueueScore]) -> QueueScore {
    var mean = scores[0]
    for part in [\QueueScore.stops, \.hits, \.wrong, \.atFive, \.atTen, \.atAll] {
      mean[keyPath: part] =
        scores.reduce(0) { $0 + $1[keyPath: part] } / Double(max(1, scores.count))
    }
    return mean
  }

  func line(_ name: String) -> String {
    func percent(_ part: Double, of whole: Double) -> String {
      String(format: "%3.0f %%", 100 * part / max(1, whole))
    }
    return name.padding(toLength: 16, withPad: " ", startingAt: 0)
      + String(format: "%5.1f stops, ", stops) + percent(hits, of: stops) + " wrong; "
      + String(format: "%7.0f px wrong, at five stops ", wrong) + percent(atFive, of: wrong)
      + ", ten " + percent(atTen, of: wrong) + ", all " + percent(atAll, of: wrong)
  }
}
