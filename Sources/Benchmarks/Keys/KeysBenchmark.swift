import Characters
import Coloring
import Delivery
import Foundation
import Projects
import Raster

/// How many keys and clicks it takes to bring drawings to their true colours in the studio:
///
///     benchmarks keys [--frames N] [--scale S] [--matcher classical]
///
/// A colourist who knows the truth works through the samples' own pages, each by itself; through a cut of N frames of each
/// character, a movement from one page's pose to another's; and through N poses that have nothing to do with one another. Of the
/// latter two each finished frame is handed on as the reference of the next (`R`). Nothing is drawn: the keys and clicks go into
/// the same `reduce` that the terminal's do, and the engine answers each.
struct KeysBenchmark {
  var arguments: [String]

  func run() throws {
    var settings = ColoringSettings()
    if arguments.value(after: "--matcher") == "classical" { settings.matcher = .classical }
    let engine = Engines.shipped.engine(for: settings)
    let scale = arguments.value(after: "--scale").flatMap(Double.init) ?? 0.6
    print("drawing                areas  wrong   left   keys  clicks    sum")
    for sample in Sample.all {
      for page in sample.pages {
        let posed = PosedDrawing(sample, page: page, scale: scale)
        var colourist = try Colourist([posed], engine: engine)
        print(try colourist.finish(0).line(posed.name))
      }
    }
    let frames = Int(arguments.value(after: "--frames").flatMap(Double.init) ?? 12)
    for sample in Sample.all {
      let cut = Movement(from: sample.pages[0], to: sample.pages[1]).frames(frames)
      print(
        try effort(sample, cut, scale, engine).line("\(sample.character.name), cut of \(frames)"))
    }
    for sample in Sample.all {
      let poses = (0..<frames).map { SamplePage(number: $0) }
      print(
        try effort(sample, poses, scale, engine).line("\(sample.character.name), \(frames) poses"))
    }
  }

  /// What pages take one after the other, each the reference of the next.
  private func effort(_ sample: Sample, _ pages: [SamplePage], _ scale: Double, _ engine: Engine)
    throws -> Effort
  {
    let drawings = pages.map { PosedDrawing(sample, page: $0, scale: scale) }
    var colourist = try Colourist(drawings, engine: engine)
    var sum = Effort()
    for frame in drawings.indices {
      sum += try colourist.finish(frame)
      if frame + 1 < drawings.count { sum += try colourist.handOn(frame) }
    }
    return sum
  }
}

/// What it took, and what it is about.
struct Effort {
  /// The true areas of the figure.
  var areas = 0
  /// Regions in the wrong paint before and after.
  var wrong = 0
  var left = 0
  var keys = 0
  var clicks = 0

  static func += (sum: inout Effort, other: Effort) {
    sum.areas += other.areas
    sum.wrong += other.wrong
    sum.left += other.left
    sum.keys += other.keys
    sum.clicks += other.clicks
  }

  func line(_ name: String) -> String {
    let columns = [areas, wrong, left, keys, clicks, keys + clicks].map { number in
      String(repeating: " ", count: max(1, 7 - "\(number)".count)) + "\(number)"
    }
    return name.padding(toLength: 20, withPad: " ", startingAt: 0) + columns.joined()
  }
}
