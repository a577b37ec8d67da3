import Projects
import Raster
import Regions

/// How long it takes to undo one of very many edits: `benchmarks edits`.
struct EditsBenchmark {
  private let edits = 10_000
  /// Milliseconds. An undo replays what followed the checkpoint before it, and never all.
  private let budget = 5.0

  func run() {
    let pictures = ["a", "b", "c"].map {
      Picture(id: PictureID(rawValue: $0), kind: .drawing, title: $0, width: 2000, height: 3000)
    }
    var history = History(pictures: pictures)
    _ = history.record([.add(pictures.map(\.id))], title: "add", time: 0)
    for step in 0..<edits {
      let drawing = pictures[step % pictures.count].id
      let region = RegionName(inside: Point(step * 7 % 2000, step * 13 % 3000))
      let edit: Edit =
        switch step % 4 {
        case 0: .label(drawing, [region], part: "hair")
        case 1: .colour(drawing, [region], entry: "red")
        case 2: .cut(drawing, Cut(points: [region.inside, Point(step % 2000, step % 3000)]))
        default: .gap(drawing, pixels: Double(step % 9))
        }
      _ = history.record([edit], title: "edit", time: step)
    }
    // So many that several checkpoints are passed.
    let times = (0..<1000).map { _ in
      ContinuousClock().measure { _ = history.undo(time: 0) } / .milliseconds(1)
    }
    var report = StudioReport()
    report.add("undo after \(edits) edits, median", times.share(0.5), "ms")
    report.add("undo after \(edits) edits, 99 %", times.share(0.99), "ms", budget: budget)
    print(report.table)
  }
}
